import type { EncodedPart } from './mail-parts.ts';
import { type ReadingView, ViewWriter } from './reading-view.ts';
import { decoderFor } from './text-of-bytes.ts';

/** Encoded characters that are decoded; the words of a refusal stand in the first ones. */
const MAX_DECODED = 256 * 1024;

/** Bytes with where each stands in the raw text. */
interface PlacedBytes {
  readonly bytes: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** A part of a mail with its transfer encoding and charset undone (RFC 2045 section 6). */
export function undoTransfer(raw: string, part: EncodedPart): ReadingView {
  const end = Math.min(part.end, part.start + MAX_DECODED);
  if (part.encoding === null) {
    const writer = new ViewWriter(end - part.start);
    writer.copy({ text: raw, map: null }, part.start, end);
    return writer.view();
  }
  const placed = part.encoding === 'base64' ? base64(raw, part.start, end) : quotedPrintable(raw, part.start, end);
  return charactersOf(placed, part.charset);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...ALPHABET].map((sign, value) => [sign.charCodeAt(0), value]));

/** Each byte stands where the signs that hold its bits stand. */
function base64(raw: string, start: number, end: number): PlacedBytes {
  const placed = room(end - start);
  let [length, bits, held, first] = [0, 0, 0, start];
  for (let at = start; at < end; at++) {
    const unit = raw.charCodeAt(at);
    if (unit === 0x3d) {
      held = 0;
      continue;
    }
    const value = values.get(unit);
    if (value === undefined) continue;
    if (held === 0) first = at;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    placed.bytes[length] = (bits >> held) & 0xff;
    placed.from[length] = first;
    placed.to[length++] = at + 1;
    first = at;
  }
  return cut(placed, length);
}

/** `=3D` and soft line breaks; what is malformed stays as it stands. */
function quotedPrintable(raw: string, start: number, end: number): PlacedBytes {
  const utf8 = new TextEncoder();
  const placed = room(4 * (end - start));
  let length = 0;
  const put = (byte: number, from: number, to: number): void => {
    placed.bytes[length] = byte;
    placed.from[length] = from;
    placed.to[length++] = to;
  };
  const soft = /[ \t]{0,80}\r?\n/y;
  for (let at = start; at < end; ) {
    const unit = raw.charCodeAt(at);
    if (unit === 0x3d) {
      const hex = raw.slice(at + 1, at + 3);
      if (/^[0-9a-f]{2}$/i.test(hex)) {
        put(Number.parseInt(hex, 16), at, at + 3);
        at += 3;
        continue;
      }
      soft.lastIndex = at + 1;
      if (soft.test(raw)) {
        at = soft.lastIndex;
        continue;
      }
    }
    if (unit < 0x80) put(unit, at, ++at);
    else {
      // Nobody should write it so; it was decoded with the whole input.
      const sign = String.fromCodePoint(raw.codePointAt(at) as number);
      for (const byte of utf8.encode(sign)) put(byte, at, at + sign.length);
      at += sign.length;
    }
  }
  return cut(placed, length);
}

/** Undoes a charset byte by byte, so that every character knows the bytes that it is made of. */
function charactersOf({ bytes, from, to }: PlacedBytes, charset: string | null): ReadingView {
  const writer = new ViewWriter(bytes.length);
  const decoder = (charset === null ? null : decoderFor(charset)) ?? new TextDecoder();
  // In these, bytes below 0x80 stand for themselves unless others before them say otherwise.
  const isPlain = !/^(?:utf-16|iso-2022)/.test(decoder.encoding);
  const one = new Uint8Array(1);
  let [begun, isOpen] = [0, false];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (isPlain && !isOpen && byte < 0x80) {
      writer.put(String.fromCharCode(byte), from[at] as number, to[at] as number);
      continue;
    }
    if (!isOpen) begun = at;
    one[0] = byte;
    const text = decoder.decode(one, { stream: true });
    isOpen = text === '';
    if (text !== '') writer.put(text, from[begun] as number, to[at] as number);
  }
  return writer.view();
}

function room(size: number): PlacedBytes {
  return { bytes: new Uint8Array(size), from: new Int32Array(size), to: new Int32Array(size) };
}

function cut({ bytes, from, to }: PlacedBytes, length: number): PlacedBytes {
  return { bytes: bytes.subarray(0, length), from: from.subarray(0, length), to: to.subarray(0, length) };
}
