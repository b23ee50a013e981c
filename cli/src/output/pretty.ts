import type { BounceEvent, RuleSet } from '@whybounce/core';
import {
  explainCause,
  explainNotes,
  explainRule,
  explainSteps,
  explainTest,
  sayReason,
  systemName,
} from '@whybounce/core/explain';
import { capital, deedSentence, kindNames, ownerNames } from '@whybounce/web/wording';
import { block, labelled } from './layout.ts';
import { paint } from './paint.ts';
import { terminalText } from './terminal-text.ts';

/** How an event is shown. */
export interface PrettyOptions {
  /** Whether the likeliest causes stand there too. */
  readonly causes?: boolean;
  /** By which it was read, where these are not the built-in ones alone. */
  readonly rules?: RuleSet | undefined;
}

/** One event for a person: who must act, what it says, the words quoted, what to do. */
export async function pretty(event: BounceEvent, { causes = true, rules }: PrettyOptions = {}): Promise<string> {
  const { diagnosis } = event;
  const lines = [headline(event, rules)];
  const say = (label: string, text: string | null): void => {
    if (text !== null && text !== '') lines.push(labelled(label, text));
  };
  if (diagnosis !== null) {
    const rule = diagnosis.rule === null ? null : await explainRule(diagnosis.rule, rules);
    say('Who acts', capital(ownerNames[diagnosis.owner]));
    say('It says', terminalText(rule?.meaning ?? sayReason(diagnosis.reason)));
    say('Their words', event.diagnostic === null ? 'none' : `“${terminalText(event.diagnostic)}”`);
    say('Do now', `${deedSentence(diagnosis.action)} ${diagnosis.action.why}`);
    for (const [i, step] of (await explainSteps(diagnosis, rules)).entries())
      say(i === 0 ? 'Steps' : '', terminalText(`${i + 1}. ${step}`));
    for (const note of explainNotes(event, rules)) say('Your note', terminalText(note));
    if (causes) for (const line of await likelyCauses(diagnosis)) lines.push(line);
    if (causes && diagnosis.settle !== null) say('Ask next', (await explainTest(diagnosis.settle.observe)).ask);
    say('Lists', event.blocklists.join(', '));
    say(
      'Sure',
      `${Math.round(diagnosis.confidence * 100)} % ${paint('dim', terminalText(`${diagnosis.reason}${diagnosis.rule === null ? '' : ` by ${diagnosis.rule}`}${diagnosis.origin === 'overlay' ? ', your own rule' : ''}`))}`,
    );
  } else if (event.diagnostic !== null) say('Their words', `“${terminalText(event.diagnostic)}”`);
  for (const warning of event.warnings)
    say('Note', `${terminalText(warning.message)} ${paint('dim', `[${warning.code}]`)}`);
  return `${lines.join('\n')}\n\n`;
}

/** Causes that a reader should think of, and how many of them. */
const WORTH_SHOWING = 0.05;
const MAX_CAUSES = 4;

/** The likeliest causes in a line each; nothing where only one thing can be the cause. */
async function likelyCauses({ causes }: NonNullable<BounceEvent['diagnosis']>): Promise<string[]> {
  if (causes.length < 2) return [];
  const shown = causes.slice(0, MAX_CAUSES).filter(({ probability }, i) => i === 0 || probability >= WORTH_SHOWING);
  return Promise.all(
    shown.map(async ({ id, probability }, i) => {
      const share = `${Math.round(100 * probability)} %`.padStart(5);
      return block(`  ${paint('dim', (i === 0 ? 'Why' : '').padEnd(12))}${share}  `, (await explainCause(id)).says);
    }),
  );
}

function headline(event: BounceEvent, rules: RuleSet | undefined): string {
  const { kind, recipient, provider, diagnosis } = event;
  const who = terminalText(recipient ?? '');
  const where = provider === null ? '' : ` at ${terminalText(systemName(provider, rules))}`;
  const title = paint(
    ['bold', kind === 'bounce' ? (diagnosis?.action.do === 'suppress' ? 'red' : 'yellow') : 'cyan'],
    `${kindNames[kind]}${who === '' ? '' : `: ${who}`}${where}`,
  );
  return `${title}  ${paint('dim', terminalText(event.input))}`;
}
