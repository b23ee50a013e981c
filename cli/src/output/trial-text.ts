import type { RuleSet, TrailMiss, TrailStep, Trial } from '@whybounce/core';
import { sayReason } from '@whybounce/core/explain';
import { counted } from '@whybounce/web/wording';
import { block, labelled } from './layout.ts';
import { paint } from './paint.ts';
import { pretty } from './pretty.ts';
import { terminalText } from './terminal-text.ts';

/** How a reply is read and by which rules, for a person: the verdict, the rule that won and why, the others. */
export async function trialText({ event, trail, misses }: Trial, rules: RuleSet): Promise<string> {
  const [winner, ...others] = trail;
  const lines = [(await pretty(event, { causes: false, rules })).trimEnd()];
  if (winner === undefined) lines.push('', labelled('Won', 'no rule holds for this reply.'));
  else lines.push('', labelled('Won', title(winner)), ...reasons(winner));
  if (others.length > 0) lines.push('', labelled('Behind it', counted(others.length, 'rule')));
  for (const [i, step] of others.entries())
    lines.push(block(`  ${String(i + 2).padStart(3)}. `, title(step)), said(step.behind ?? ''), ...reasons(step));
  if (misses.length > 0)
    lines.push('', labelled('Not held', `${counted(misses.length, 'rule')} whose words stand in the reply`));
  for (const miss of misses) lines.push(block('       ', title(miss)), said(miss.why));
  return `${lines.join('\n')}\n`;
}

function title({ rule, origin, reason }: TrailStep | TrailMiss): string {
  const whose = origin === 'overlay' ? 'your own, ' : '';
  return `${paint('bold', terminalText(rule))} ${paint('dim', `(${whose}${reason}: ${sayReason(reason)})`)}`;
}

function reasons({ why }: TrailStep): string[] {
  return why.map((reason) => block('         + ', terminalText(reason)));
}

function said(text: string): string {
  return block('         − ', terminalText(text));
}
