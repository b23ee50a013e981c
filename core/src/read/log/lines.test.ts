import { expect, test } from 'vitest';
import { MAX_LINE, splitLines } from './lines.ts';
import { QueueMemory } from './queue-memory.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('every way to break a line, and chunks that break anywhere', () => {
  const text = '\ufeffone\ntwö\r\nthree\r\rfive\n\nlast';
  for (let size = 1; size < 12; size++) {
    const whole = bytes(text);
    const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, place) =>
      whole.subarray(place * size, (place + 1) * size),
    );
    expect([...splitLines(chunks)].map((line) => line.text)).toEqual(['one', 'twö', 'three', '', 'five', '', 'last']);
  }
});

test('UTF-16 by its BOM, and broken UTF-8', () => {
  expect([...splitLines([new Uint8Array([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x62, 0])])].map((line) => line.text)).toEqual([
    'a',
    'b',
  ]);
  expect([...splitLines([new Uint8Array([0x61, 0xff, 0x0a, 0x62])])].map((line) => line.text)).toEqual([
    'a\ufffd',
    'b',
  ]);
});

test('a line that is too long is cut and says so', () => {
  const lines = [...splitLines([bytes('x'.repeat(MAX_LINE)), bytes(`${'y'.repeat(10_000_000)}\nnext\n`)])];
  expect(lines.map((line) => [line.text.length, line.cut])).toEqual([
    [MAX_LINE, true],
    [4, false],
  ]);
});

test('the memory of queue ids is bounded and drops the oldest', () => {
  const memory = new QueueMemory<number>(100);
  for (let id = 0; id < 1000; id++) memory.set(`q${id}`, id);
  expect([memory.size <= 100, memory.get('q999'), memory.get('q0')]).toEqual([true, 999, undefined]);
});
