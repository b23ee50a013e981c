import type { RecordFinding } from '@whybounce/core/record';
import { expect, it } from 'vitest';
import { cutAtMarks } from './marked-text.ts';

const at = (span: RecordFinding['span']): RecordFinding => ({
  code: 'x',
  severity: 'low',
  span,
  says: '',
  fix: null,
  source: '',
});

it('cuts a text where findings begin and end, also where they overlap', () => {
  const pieces = cutAtMarks('v=spf1 a mx -all', [at([7, 11]), at(null), at([9, 16])]);
  expect(pieces).toEqual([
    { text: 'v=spf1 ', marks: [], ends: [] },
    { text: 'a ', marks: [1], ends: [] },
    { text: 'mx', marks: [1, 2], ends: [1] },
    { text: ' -all', marks: [2], ends: [2] },
  ]);
});

it('marks nothing for a place that is not in the text', () => {
  const pieces = cutAtMarks('abc', [at([2, 9]), at([-1, 2]), at([1, 1]), at([0, 3])]);
  expect(pieces).toEqual([{ text: 'abc', marks: [4], ends: [4] }]);
});

it('keeps every character of the text', () => {
  const text = 'v=DMARC1; p=none';
  const pieces = cutAtMarks(text, [at([0, 8]), at([3, 12]), at([10, 16])]);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
