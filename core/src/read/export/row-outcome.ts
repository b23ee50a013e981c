import type { Kind, Reading } from '../../reading.ts';
import { findCodes } from '../reply-codes.ts';
import type { ExportColumns } from './columns.ts';
import { flagNames, saysOnlyYes, saysYes } from './flags.ts';
import { classOutcome, type Outcome } from './outcome.ts';
import type { Told } from './told.ts';

const HINT_OF_KIND: Partial<Record<Kind, Reading['hint']>> = {
  delivery: 'notice.delivered',
  complaint: 'notice.complaint',
  'auto-reply': 'notice.autoreply',
  challenge: 'notice.challenge',
};

/** What became of the message: one outcome, or several where columns say yes or no to each. */
export function outcomesOf(columns: ExportColumns, row: readonly string[], told: Told): Outcome[] {
  const { event, classes } = told;
  if (!told.hasEvent && classes.length === 0 && columns.flags.length > 0) {
    const said = flagged(columns, row);
    if (said.length > 0) return said;
    if (!isRefused(told)) return [['other']];
  }
  if (event === null && told.hasEvent && !isRefused(told)) return [['other']];
  if (event !== null && event[0] !== 'bounce') return [event[0] === 'deferral' ? deferral(classes) : event];
  const other = classes.find(([kind]) => kind !== 'bounce');
  if (other !== undefined) return [other];
  const all = event === null ? classes : [...classes, event];
  const found = all.find(statesReason) ?? all.find(([, hint]) => hint !== undefined) ?? all[0];
  if (found !== undefined) return [found];
  return [columns.dialect?.outcome ?? (columns.tellsAnything ? byCode(columns, told) : ['other'])];
}

function statesReason([kind, hint]: Outcome): boolean {
  return kind === 'bounce' && hint !== undefined && hint !== 'unknown.text';
}

function deferral(classes: readonly Outcome[]): Outcome {
  const hint = classes.find(statesReason)?.[1];
  return hint === undefined ? ['deferral'] : ['deferral', hint];
}

function isRefused({ replyCode, diagnostic }: Told): boolean {
  return (replyCode ?? findCodes(diagnostic ?? '').replyCode ?? 0) >= 400;
}

/** Where a list of unknown origin gives nothing but replies, these say what they are. */
function byCode(columns: ExportColumns, told: Told): Outcome {
  const said = findCodes(told.diagnostic ?? '');
  const digit = Number(String(told.replyCode ?? said.replyCode ?? told.enhancedStatus ?? said.enhancedStatus ?? 5)[0]);
  if (digit === 2) return ['delivery'];
  return digit === 4 && columns.dialect === null && !columns.has('bouncedAt') ? ['deferral'] : ['bounce'];
}

/** The columns of yes and no that say yes, each kind once. */
function flagged(columns: ExportColumns, row: readonly string[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { place, name } of columns.flags) {
    const cell = row[place] ?? '';
    const outcome = flagNames.get(name);
    if (outcome === undefined || !saysYes(cell)) continue;
    const reason = saysOnlyYes(cell) ? null : classOutcome(cell);
    const found = outcome[0] === 'bounce' && reason !== null ? reason : outcome;
    const same = outcomes.findIndex(([kind]) => kind === found[0]);
    if (same < 0) outcomes.push(found);
    else if (outcomes[same]?.[1] === undefined) outcomes[same] = found;
  }
  return outcomes;
}

/**
 * The reason that the vendor's class states. A class without one (`hard`) counts only where neither words nor
 * codes say more; being on a list of suppressed addresses is the reason where nothing else is told.
 */
export function hintOf(columns: ExportColumns, told: Told, [kind, hint]: Outcome): Reading['hint'] {
  if (kind !== 'bounce' && kind !== 'deferral') return hint ?? HINT_OF_KIND[kind] ?? null;
  if (hint !== undefined && hint !== 'unknown.text') return hint;
  const isSilent = told.diagnostic === null && told.replyCode === null && told.enhancedStatus === null;
  if (!isSilent) return null;
  return columns.isSuppressionList ? 'suppressed.by-esp' : (hint ?? null);
}
