import type { BounceEvent } from '@whybounce/core';
import type { HeldInput } from '../held-input.ts';
import type { Quoted } from '../mark-text.ts';
import { jsonElement } from './json-element.ts';
import { Lines } from './lines.ts';

/** The part of an input that an event was read from. */
export interface RawPart {
  readonly text: string;
  /** What of it is about this event; the rest stands around it. */
  readonly focus: Quoted;
  /** Bytes of the part that are not in the text. */
  readonly before: number;
  readonly after: number;
}

/** Bytes of a mail that are decoded to be shown: a refusal stands in the first ones. */
const MAX_MAIL = 4 * 1024 * 1024;
/** A batch of events is decoded as a whole: the engine reads as much. */
const MAX_BATCH = 32 * 1024 * 1024;
/** Lines of a log that are shown around the one of the event. */
const AROUND = 4;

/** The part of an input that an event was read from; null where the input is no text. */
export function partOf(input: HeldInput, event: BounceEvent): RawPart | null {
  if (!input.isText || input.bytes.length === 0) return null;
  const place = /^([:#])(\d{1,12})$/.exec(event.input.slice(input.name.length));
  if (place === null) return whole(input, input.bytes, MAX_MAIL);
  const number = Number(place[2]);
  if (place[1] === ':') return linesAround(input, number);
  if (event.format === 'webhook') {
    const batch = whole(input, input.bytes, MAX_BATCH);
    const element = jsonElement(batch.text, number, event.recipient);
    if (element === null) return batch;
    const text = batch.text.slice(element.start, element.end);
    return { text, focus: { start: 0, end: text.length }, before: 0, after: 0 };
  }
  const message = input.message(number);
  return message === null ? whole(input, input.bytes, MAX_MAIL) : whole(input, message, MAX_MAIL);
}

function whole(input: HeldInput, bytes: Uint8Array, most: number): RawPart {
  const text = input.text(bytes.subarray(0, most));
  return { text, focus: { start: 0, end: text.length }, before: 0, after: Math.max(0, bytes.length - most) };
}

/** A line of a log with some around it. */
function linesAround(input: HeldInput, number: number): RawPart | null {
  const { isWide } = input;
  const bytes = isWide ? new TextEncoder().encode(input.text(input.bytes.subarray(0, MAX_BATCH))) : input.bytes;
  const lines = isWide ? new Lines(bytes) : input.lines;
  const textOf = (piece: Uint8Array): string => (isWide ? new TextDecoder().decode(piece) : input.text(piece));
  const first = Math.max(1, number - AROUND);
  const start = lines.startOf(first);
  const [lineStart, lineEnd, end] = [number, number + 1, number + AROUND + 1].map((line) => lines.startOf(line));
  if (start === undefined || lineStart === undefined || lineEnd === undefined || end === undefined) return null;
  const [ahead, line, behind] = [
    textOf(bytes.subarray(start, lineStart)),
    textOf(bytes.subarray(lineStart, lineEnd)),
    textOf(bytes.subarray(lineEnd, end)),
  ];
  return {
    text: `${ahead}${line}${behind}`,
    focus: { start: ahead.length, end: ahead.length + line.length },
    before: start,
    after: bytes.length - end,
  };
}
