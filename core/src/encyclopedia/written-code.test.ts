import { describe, expect, test } from 'vitest';
import { codesMeeting, overlaps, parseCode, type WrittenCode } from './written-code.ts';

const code = (text: string): WrittenCode => parseCode(text) as WrittenCode;

describe('a code as it is written', () => {
  test.each([
    ['550', '550'],
    [' 5.4.1 ', '5.4.1'],
    ['x.4.1', 'X.4.1'],
    ['#5.1.1', '5.1.1'],
    ['5.07.01', '5.7.1'],
    ['5.7.606-649', '5.7.606-649'],
    ['5.7.606-5.7.649', '5.7.606-649'],
    ['5.7.1-1', '5.7.1'],
    ['5.9.999', '5.9.999'],
  ])('"%s" is %s', (text, written) => expect(parseCode(text)?.text).toBe(written));

  test.each([
    '',
    '55',
    '5500',
    '150',
    '750',
    '3.4.1',
    '5.4',
    '5.4.1.2',
    '5.4.1000',
    '5.7.9-3',
    '5,4,1',
    'x',
    `5.4.1${'0'.repeat(9_999)}`,
  ])('"%.20s" is none', (text) => expect(parseCode(text)).toBeNull());
});

test.each([
  ['5.4.1', 'X.4.1', true],
  ['4.4.1', 'X.4.1', true],
  ['4.4.1', '5.4.1', false],
  ['5.7.612', '5.7.606-649', true],
  ['5.7.650', '5.7.606-649', false],
  ['X.7.20-22', '5.7.22', true],
  ['550', '550', true],
  ['550', '5.5.0', false],
])('%s and %s have a code in common: %s', (a, b, common) => {
  expect(overlaps(code(a), code(b))).toBe(common);
  expect(overlaps(code(b), code(a))).toBe(common);
});

test('codes of an entry that hold another', () => {
  expect(codesMeeting(['550', '5.7.1', 'X.7.1', '5.7.0-5'], code('5.7.1'))).toEqual(['5.7.1', 'X.7.1', '5.7.0-5']);
});
