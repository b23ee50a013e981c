import { type BounceEvent, Decoder, decode, inputForms } from '@whybounce/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeFaults } from '../event-shape.ts';
import { baseInputs, uneventful } from './base-inputs.ts';

const now = new Date('2026-03-04T00:00:00Z');

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

const latin1 = new TextDecoder('latin1');
const toText = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const toBytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);

/** Something that damages an input; `a`, `b` and `c` choose where, from 0 to 1. */
type Mutation = (bytes: Uint8Array, a: number, b: number, c: number) => Uint8Array;

const shuffled = <T>(items: readonly T[], a: number): T[] => {
  const result = [...items];
  let state = Math.floor(a * 0x7fffffff) | 1;
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 48_271) >>> 0) % 0x7fffffff;
    const other = state % (i + 1);
    [result[i], result[other]] = [result[other] as T, result[i] as T];
  }
  return result;
};

const mutations: Readonly<Record<string, Mutation>> = {
  nothing: (bytes) => bytes,
  'cut at the end': (bytes, a) => bytes.slice(0, a * bytes.length),
  'cut at the beginning': (bytes, a) => bytes.slice(a * bytes.length),
  'cut out of the middle': (bytes, a, b) =>
    joined([bytes.slice(0, a * bytes.length), bytes.slice((a + (1 - a) * b) * bytes.length)]),
  doubled: (bytes) => joined([bytes, bytes]),
  'a stretch doubled': (bytes, a, b) =>
    joined([bytes.slice(0, (a + (1 - a) * b) * bytes.length), bytes.slice(a * bytes.length)]),
  'bytes flipped': (bytes, a, b, c) => {
    const result = bytes.slice();
    for (let i = 0; i < 1 + c * 12; i++) {
      const at = Math.floor(((a + i * b) % 1) * result.length);
      if (at < result.length) result[at] = (result[at] as number) ^ (1 << Math.floor(((c + i * a) % 1) * 8));
    }
    return result;
  },
  'bytes of no charset': (bytes, a, b) =>
    joined([
      bytes.slice(0, a * bytes.length),
      Uint8Array.of(0, 0xff, 0xc3, 0x1b, 0x24, 0x42, 0x80 + b * 100),
      bytes.slice(a * bytes.length),
    ]),
  'lines shuffled': (bytes, a) => toBytes(shuffled(toText(bytes).split('\n'), a).join('\n')),
  'headers shuffled': (bytes, a) => {
    const text = toText(bytes);
    const end = text.search(/\r?\n\r?\n/);
    if (end < 0) return bytes;
    return toBytes(`${shuffled(text.slice(0, end).split(/\n(?![ \t])/), a).join('\n')}${text.slice(end)}`);
  },
  'line ends swapped': (bytes, a) =>
    toBytes(toText(bytes).replaceAll(/\r?\n/g, a < 0.3 ? '\r' : a < 0.6 ? '\r\n' : a < 0.8 ? '\n\r' : '\n\n')),
  'line ends mixed': (bytes, a) => {
    let i = 0;
    return toBytes(
      toText(bytes).replaceAll(/\r?\n/g, () => ['\n', '\r\n', '\r'][Math.floor(a * 97 + i++ * 7) % 3] as string),
    );
  },
  'a line without end': (bytes, a) =>
    joined([
      bytes.slice(0, a * bytes.length),
      new Uint8Array(70_000).fill(0x20 + a * 90),
      bytes.slice(a * bytes.length),
    ]),
  'nested into itself': (bytes, a) => joined([bytes.slice(0, a * bytes.length), bytes, bytes.slice(a * bytes.length)]),
  'nested as a message': (bytes) =>
    joined([
      toBytes(
        'From: postmaster@a.example\nSubject: Fwd: Undelivered\nContent-Type: multipart/mixed; boundary=nest\n\n--nest\nContent-Type: message/rfc822\n\n',
      ),
      bytes,
      toBytes('\n--nest--\n'),
    ]),
  quoted: (bytes) => toBytes(toText(bytes).replaceAll(/^/gm, '> ')),
  'words in between': (bytes, a, b) =>
    joined([
      bytes.slice(0, a * bytes.length),
      toBytes(
        [
          '\n\n',
          '--=_b1--\n',
          '":{"[',
          '<>',
          'Final-Recipient: rfc822;\n',
          '550 5.1.1 ',
          ' (in reply to ',
          '\n--=_b1\n',
        ][Math.floor(b * 8)] ?? '',
      ),
      bytes.slice(a * bytes.length),
    ]),
};

const unit = fc.double({ min: 0, max: 0.999999, noNaN: true });
const step = fc.record({ name: fc.constantFrom(...Object.keys(mutations)), a: unit, b: unit, c: unit });
const mutated = fc.record({
  base: fc.constantFrom(...baseInputs.map(([name]) => name)),
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
});

const bytesOf = new Map(baseInputs);

function apply({
  base,
  steps,
}: {
  base: string;
  steps: readonly { name: string; a: number; b: number; c: number }[];
}): Uint8Array {
  let bytes = bytesOf.get(base) as Uint8Array;
  for (const { name, a, b, c } of steps) bytes = (mutations[name] as Mutation)(bytes, a, b, c);
  return bytes;
}

/** The events of bytes that come in pieces. Each piece is wiped when it was pushed: nobody may hold on to it. */
function inPieces(bytes: Uint8Array, sizes: readonly number[], options: object): BounceEvent[] {
  const events: BounceEvent[] = [];
  const decoder = new Decoder(options, (event) => events.push(event));
  let i = 0;
  for (let at = 0; at < bytes.length; ) {
    const size = sizes[i++ % sizes.length] as number;
    decoder.push(bytes.slice(at, at + size));
    at += size;
  }
  decoder.end();
  return events;
}

describe.each(baseInputs)('sound: %s', (name, bytes) => {
  const events = decode(bytes, { name, now });

  test('right events', () => {
    expect(events.flatMap(shapeFaults)).toEqual([]);
    expect(events.some(({ kind }) => kind !== 'other')).toBe(!uneventful.has(name));
  });

  test.each([1, 2, 3, 7, 64, 1_000])('the same in pieces of %i bytes', (size) => {
    expect(inPieces(bytes, [size], { name, now })).toEqual(events);
  });
});

test('2,000 damaged inputs: no throw, right shapes, one answer', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(mutated, (input) => {
      const bytes = apply(input);
      const events = decode(bytes, { now });
      expect(events.length).toBeGreaterThan(0);
      expect(events.flatMap(shapeFaults)).toEqual([]);
      expect(decode(bytes, { now })).toEqual(events);
    }),
    { numRuns: 2_000, seed: 20260303 },
  );
});

test('damaged inputs in pieces of any size give the same events as in one', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      mutated,
      fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 8 }),
      (input, sizes) => {
        const bytes = apply(input);
        expect(inPieces(bytes, sizes, { now })).toEqual(decode(bytes, { now }));
      },
    ),
    { numRuns: 700, seed: 20260304 },
  );
});

test('damaged inputs as forms that they are not: no throw, right shapes', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(mutated, fc.constantFrom(...inputForms), (input, as) => {
      const events = decode(apply(input), { as, now, name: 'x' });
      expect(events.length).toBeGreaterThan(0);
      expect(events.flatMap(shapeFaults)).toEqual([]);
    }),
    { numRuns: 700, seed: 20260305 },
  );
});

test('damaged inputs as text: no throw, right shapes', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(mutated, (input) => {
      const text = latin1.decode(apply(input));
      expect(decode(text, { now }).flatMap(shapeFaults)).toEqual([]);
    }),
    { numRuns: 500, seed: 20260306 },
  );
});
