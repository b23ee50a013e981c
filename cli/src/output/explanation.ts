import {
  type BounceEvent,
  type Evidence,
  explainObservation,
  explainTest,
  type Question,
  type RuleSet,
} from '@whybounce/core';
import { explainCause } from '@whybounce/core/explain';
import { ownerNames } from '@whybounce/web/wording';
import { block, labelled } from './layout.ts';
import { paint } from './paint.ts';
import { pretty } from './pretty.ts';
import { terminalText } from './terminal-text.ts';

/** Causes below this share are counted, not shown. */
const WORTH_SHOWING = 0.02;

/** An event with why it can have happened: each cause, what speaks for and against it, who acts. */
export async function explanation(event: BounceEvent, rules?: RuleSet): Promise<string> {
  const { diagnosis } = event;
  const head = await pretty(event, { causes: false, rules });
  if (diagnosis === null) return head;
  const shown = diagnosis.causes.filter(({ probability }) => probability >= WORTH_SHOWING);
  const lines: string[] = [];
  for (const { id, probability, owner, evidence } of shown) {
    const { says } = await explainCause(id);
    const share = `${Math.round(100 * probability)} %`.padStart(5);
    const isNamed = id === diagnosis.cause;
    lines.push(block(`  ${paint(isNamed ? ['bold'] : [], share)}  `, says));
    lines.push(block(' '.repeat(9), paint('dim', `${id}, ${ownerNames[owner]}`)));
    for (const item of evidence) {
      const sentence = await sayEvidence(item);
      if (sentence !== null) lines.push(block(`         ${item.weight < 0 ? '−' : '+'} `, sentence));
    }
  }
  const left = diagnosis.causes.length - shown.length;
  if (left > 0) lines.push(paint('dim', `         … and ${left} that are less likely than ${100 * WORTH_SHOWING} %`));
  const verdict =
    diagnosis.cause === null
      ? 'No single cause is likely enough to be named.'
      : (await explainCause(diagnosis.cause)).verify;
  lines.push(
    labelled(diagnosis.cause === null ? 'So far' : 'Repaired if', verdict),
    paint('dim', block('  ', "Shares and weights are an expert's start, no measurements.")),
  );
  return `${head.trimEnd()}\n  ${paint('dim', 'Why')}\n${lines.join('\n')}\n\n`;
}

/** Evidence as a sentence, with the words that it goes by; null for the share that a cause begins with. */
async function sayEvidence({ id, effect, quote, note }: Evidence): Promise<string | null> {
  if (effect === 'prior') return null;
  const says = id.startsWith('rule:')
    ? 'The system that refused means this by these words.'
    : ((await explainObservation(id)) ?? id);
  const words = quote === null ? '' : ` “${terminalText(quote)}”`;
  return `${says}${words}${note === null ? '' : ` (${terminalText(note)})`}`;
}

/** A question with its answers, numbered. */
export async function questionText({ test, outcomes }: Question): Promise<string> {
  const { ask, how } = await explainTest(test);
  const lines = [labelled('Ask next', `${ask ?? test} ${paint('dim', `[${test}]`)}`)];
  if (how !== null) lines.push(labelled('', how));
  for (const [i, outcome] of outcomes.entries()) {
    const says = (await explainObservation(outcome)) ?? outcome;
    lines.push(block(`              ${i + 1}  `, `${says} ${paint('dim', outcome.slice(test.length + 1))}`));
  }
  return `${lines.join('\n')}\n`;
}
