import { describe, expect, test } from 'vitest';
import { exactPage, isListedCode } from './exact-page.ts';

describe('a query that names one page', () => {
  test.each([
    ['5.7.1', { kind: 'code', id: '5.7.1' }],
    [' 550 ', { kind: 'code', id: '550' }],
    ['x.7.1', { kind: 'code', id: 'X.7.1' }],
    ['5726', { kind: 'code', id: '5.7.26' }],
    ['5-7-26', { kind: 'code', id: '5.7.26' }],
    ['error 550', { kind: 'code', id: '550' }],
    ['gmail', { kind: 'system', id: 'gmail' }],
    ['Exchange Online', { kind: 'system', id: 'microsoft-365' }],
    ['m365', { kind: 'system', id: 'microsoft-365' }],
  ])('"%s"', (query, page) => expect(exactPage(query)).toEqual(page));
});

describe('a query that wants results', () => {
  test.each([
    '',
    '550 5.7.1',
    'gmail 5.7.26',
    'mailbox full',
    'gmial',
    // Collections of wording are called what people look for.
    'authentication',
    'account',
    '__proto__',
    'a'.repeat(100_000),
  ])('"%.40s"', (query) => expect(exactPage(query)).toBeNull());
});

test('listed codes', () => {
  expect(isListedCode('5.7.26')).toBe(true);
  expect(isListedCode('5.9.321')).toBe(false);
});
