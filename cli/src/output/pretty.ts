import type { BounceEvent } from '@whybounce/core';
import { explainRule, sayReason, systemName } from '@whybounce/core/explain';
import { isTerminal, paint } from './paint.ts';
import { terminalText } from './terminal-text.ts';
import { deedSentence, kindNames, ownerNames } from './wording.ts';

/** Width of the labels' column. */
const LABEL = 12;
/** Lines are wrapped to the terminal, but not wider than people like to read. */
const MAX_WIDTH = 100;

/** One event for a person: who must act, what it says, the words quoted, what to do. */
export async function pretty(event: BounceEvent): Promise<string> {
  const { diagnosis } = event;
  const lines = [headline(event)];
  const say = (label: string, text: string | null): void => {
    if (text !== null && text !== '') lines.push(labelled(label, text));
  };
  if (diagnosis !== null) {
    const rule = diagnosis.rule === null ? null : await explainRule(diagnosis.rule);
    say('Who acts', capital(ownerNames[diagnosis.owner]));
    say('It says', terminalText(rule?.meaning ?? sayReason(diagnosis.reason)));
    say('Their words', event.diagnostic === null ? 'none' : `“${terminalText(event.diagnostic)}”`);
    say('Do now', `${deedSentence(event)} ${diagnosis.action.why}`);
    for (const [i, step] of (rule?.steps ?? []).entries()) say(i === 0 ? 'Steps' : '', `${i + 1}. ${step}`);
    say('Lists', event.blocklists.join(', '));
    say(
      'Sure',
      `${Math.round(diagnosis.confidence * 100)} % ${paint('dim', terminalText(`${diagnosis.reason}${diagnosis.rule === null ? '' : ` by ${diagnosis.rule}`}`))}`,
    );
  } else if (event.diagnostic !== null) say('Their words', `“${terminalText(event.diagnostic)}”`);
  for (const warning of event.warnings)
    say('Note', `${terminalText(warning.message)} ${paint('dim', `[${warning.code}]`)}`);
  return `${lines.join('\n')}\n\n`;
}

function headline(event: BounceEvent): string {
  const { kind, recipient, provider, diagnosis } = event;
  const who = terminalText(recipient ?? '');
  const where = provider === null ? '' : ` at ${systemName(provider)}`;
  const title = paint(
    ['bold', kind === 'bounce' ? (diagnosis?.action.do === 'suppress' ? 'red' : 'yellow') : 'cyan'],
    `${kindNames[kind]}${who === '' ? '' : `: ${who}`}${where}`,
  );
  return `${title}  ${paint('dim', terminalText(event.input))}`;
}

function labelled(label: string, text: string): string {
  const width = Math.min(columns(), MAX_WIDTH) - LABEL - 2;
  const [first = '', ...rest] = wrap(text, Math.max(width, 30));
  const indent = ' '.repeat(LABEL + 2);
  return [`  ${paint('dim', label.padEnd(LABEL))}${first}`, ...rest.map((line) => `${indent}${line}`)].join('\n');
}

function columns(): number {
  return isTerminal() ? (process.stdout.columns ?? MAX_WIDTH) : MAX_WIDTH;
}

/** Breaks text at spaces. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
