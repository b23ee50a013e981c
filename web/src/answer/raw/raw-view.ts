import type { BounceEvent } from '@whybounce/core';
import type { HeldInput } from '../held-input.ts';
import { markText, type Numbered, type Quoted } from '../mark-text.ts';
import type { RawView } from '../shapes.ts';
import { type Located, locate, SURELY } from './locate.ts';
import { partOf, type RawPart } from './part-of.ts';

/** Characters that are shown. */
export const MAX_SHOWN = 65_536;
/** Of these, how many stand before the refusal at most. */
const AHEAD = 16_384;
/** How far the beginning is moved to that of a line. */
const MAX_LINE = 1_024;

/**
 * The input as it came, or the part of it around the refusal, with the quotes marked in it.
 *
 * @returns null for what is no text: an Outlook message, a packed file
 */
export function rawView(input: HeldInput, event: BounceEvent, numbered: readonly Numbered[]): RawView | null {
  const part = partOf(input, event);
  if (part === null) return null;
  const { text, focus, before, after } = part;
  const { quotes, refusal } = find(part, event, numbered);
  const shown = windowOf(text, refusal ?? focus);
  const inside = quotes.map(({ start, end, mark }) => ({ start: start - shown.start, end: end - shown.start, mark }));
  return {
    pieces: markText(
      text.slice(shown.start, shown.end),
      inside.filter(({ start, end }) => end > 0 && start < shown.end - shown.start),
    ),
    before: before + bytesOf(text.slice(0, shown.start)),
    after: after + bytesOf(text.slice(shown.end)),
  };
}

/** Finds the refusal in the part: first where it is about this event alone, then anywhere. */
function find(
  { text, focus }: RawPart,
  { diagnostic, recipient }: BounceEvent,
  numbered: readonly Numbered[],
): Located {
  const all = { start: 0, end: text.length };
  let best: Located = { quotes: [], refusal: null, share: 0 };
  for (const stretch of [groupOf(text, recipient, focus), focus, all]) {
    if (stretch === null) continue;
    const found = locate(text, diagnostic ?? '', numbered, stretch);
    if (found.share > best.share) best = found;
    if (best.share >= SURELY || stretch.end - stretch.start === text.length) break;
  }
  return best;
}

/** Fields of a status part (RFC 3464 section 2.3.2). */
const finalRecipient = /^final-recipient[ \t]*:[^\n]{0,400}/gim;
/** Recipients of one report that are looked through. */
const MAX_RECIPIENTS = 1_000;

/**
 * The group of fields that is about a recipient, and what follows it: in a report on several of them their
 * refusals are mostly alike. Null where the report is on one alone, or does not name this one.
 */
function groupOf(text: string, recipient: string | null, focus: Quoted): Quoted | null {
  if (recipient === null) return null;
  let [groups, own] = [0, -1];
  for (const field of text.matchAll(finalRecipient)) {
    if (own < 0 && field[0].toLowerCase().includes(recipient.toLowerCase())) own = field.index;
    if (++groups >= MAX_RECIPIENTS) break;
  }
  return groups < 2 || own < focus.start ? null : { start: own, end: focus.end };
}

/** The stretch that is shown: all of it, or what stands around a place, from the beginning of a line. */
function windowOf(text: string, around: Quoted): Quoted {
  if (text.length <= MAX_SHOWN) return { start: 0, end: text.length };
  let start = Math.max(0, Math.min(around.start - AHEAD, text.length - MAX_SHOWN));
  const line = text.indexOf('\n', start - 1);
  if (start > 0 && line >= 0 && line < start + MAX_LINE) start = line + 1;
  if (isLow(text, start)) start++;
  let end = Math.min(text.length, start + MAX_SHOWN);
  if (isLow(text, end)) end--;
  return { start, end };
}

/** How many bytes a text has as UTF-8: in another charset it had nearly as many. */
function bytesOf(text: string): number {
  return text === '' ? 0 : new TextEncoder().encode(text).length;
}

/** Whether an offset stands inside a character of two units. */
function isLow(text: string, at: number): boolean {
  const unit = at > 0 && at < text.length ? text.charCodeAt(at) : 0;
  const before = unit >= 0xdc00 && unit <= 0xdfff ? text.charCodeAt(at - 1) : 0;
  return before >= 0xd800 && before <= 0xdbff;
}
