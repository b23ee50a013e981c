import { type BounceEvent, systemName, type Warning } from '@whybounce/core';
import { recipientChecklist } from '@whybounce/core/checklist';
import { systemPath } from '../address.ts';
import { otherInputs } from '../wording/answer-kinds.ts';
import { limitWords } from '../wording/limits.ts';
import { checkOffers } from './check/check-offers.ts';
import { factsOf } from './facts.ts';
import type { HeldEvent } from './held-event.ts';
import type { HeldInput } from './held-input.ts';
import { isFailure } from './is-failure.ts';
import { markText, numberQuotes } from './mark-text.ts';
import { noteOf } from './note-of.ts';
import { packetView } from './packet-view.ts';
import { quotesOf } from './quotes.ts';
import { rawView } from './raw/raw-view.ts';
import type { FailureView } from './shapes.ts';
import { verdictOf } from './verdict-view.ts';

/** Characters of a refusal that are shown: the longest that servers give have some two thousand. */
export const MAX_DIAGNOSTIC = 16_384;

/** All that is said of one event. */
export async function failureView(number: number, held: HeldEvent, input: HeldInput): Promise<FailureView> {
  const { event } = held;
  const note = noteOf(event, input);
  // Bytes that were taken for words are shown to nobody.
  const diagnostic = note !== null && !input.isText && note.code !== 'is-other' ? null : cut(event.diagnostic);
  const numbered = diagnostic === null ? [] : numberQuotes(quotesOf(event), diagnostic.length);
  return {
    number,
    input: event.input,
    kind: event.kind,
    recipient: event.recipient,
    system: event.provider === null ? null : { name: systemName(event.provider), href: systemPath(event.provider) },
    timestamp: event.timestamp,
    diagnostic: diagnostic === null || diagnostic === '' ? null : markText(diagnostic, numbered),
    raw: rawView(input, event, numbered),
    verdict: await verdictOf(held, numbered),
    facts: factsOf(event, numbered),
    packet: isFailure(event) ? await packetView(held) : null,
    checklist: isFailure(event) ? recipientChecklist(event) : null,
    checks: isFailure(event) ? checkOffers(event) : [],
    warnings: warningsOf(event, note),
  };
}

/** What is shown where nothing could be read: why not. */
export function unreadView(unread: readonly string[]): FailureView {
  return {
    number: 0,
    input: '',
    kind: 'other',
    recipient: null,
    system: null,
    timestamp: null,
    diagnostic: null,
    raw: null,
    verdict: null,
    facts: [],
    packet: null,
    checklist: null,
    checks: [],
    warnings: unread.length > 0 ? [] : [{ code: 'is-empty', message: otherInputs.empty }],
  };
}

function cut(diagnostic: string | null): string | null {
  if (diagnostic === null || diagnostic.length <= MAX_DIAGNOSTIC) return diagnostic;
  return diagnostic.slice(0, MAX_DIAGNOSTIC).toWellFormed();
}

/** What is no failure begins with a sentence that says what it is; what the engine says is then left out where it is the same. */
function warningsOf(event: BounceEvent, note: Warning | null): FailureView['warnings'] {
  const isCut = (event.diagnostic?.length ?? 0) > MAX_DIAGNOSTIC;
  if (note === null)
    return isCut
      ? [...event.warnings, { code: 'diagnostic-cut', message: limitWords.diagnosticCut(MAX_DIAGNOSTIC) }]
      : event.warnings;
  if (note.code === 'is-other') return [note, ...event.warnings];
  return [note, ...event.warnings.filter(({ code }) => code !== 'no-delivery-event' && code !== 'empty-input')];
}
