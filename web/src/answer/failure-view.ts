import { type BounceEvent, systemName } from '@whybounce/core';
import { recipientChecklist } from '@whybounce/core/checklist';
import { systemPath } from '../address.ts';
import { factsOf } from './facts.ts';
import type { HeldEvent } from './held-event.ts';
import type { HeldInput } from './held-input.ts';
import { markText, numberQuotes } from './mark-text.ts';
import { noteOf } from './note-of.ts';
import { packetView } from './packet-view.ts';
import { quotesOf } from './quotes.ts';
import { rawView } from './raw/raw-view.ts';
import type { FailureView } from './shapes.ts';
import { isFailure, verdictOf } from './verdict-view.ts';

/** All that is said of one event. */
export async function failureView(number: number, held: HeldEvent, input: HeldInput): Promise<FailureView> {
  const { event } = held;
  const { diagnostic } = event;
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
    packet: isFailure(event) ? packetView(event, {}) : null,
    checklist: isFailure(event) ? recipientChecklist(event) : null,
    warnings: warningsOf(event, input),
  };
}

/** What is no failure begins with a sentence that says what it is, in place of the engine's own shorter ones. */
function warningsOf(event: BounceEvent, input: HeldInput): FailureView['warnings'] {
  const note = noteOf(event, input);
  if (note === null) return event.warnings;
  return [note, ...event.warnings.filter(({ code }) => code !== 'no-delivery-event' && code !== 'empty-input')];
}
