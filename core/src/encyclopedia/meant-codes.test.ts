import { describe, expect, test } from 'vitest';
import { looseCodes, type MeantCodes, meantCodes } from './meant-codes.ts';

const listed = new Set(['550', '421', '571', '5.7.26', '5.4.1', '4.7.0', '5.7.1', 'X.7.20', '5.1.1']);
const meant = (query: string): MeantCodes => meantCodes(query, (code) => listed.has(code));

describe('nothing but codes', () => {
  test.each([
    ['5.7.26', ['5.7.26']],
    [' #5.1.1 ', ['5.1.1']],
    ['5.7.606-649', ['5.7.606-649']],
    ['4.4.999', ['4.4.999']],
    ['550', ['550']],
    ['550-5.7.26', ['5.7.26', '550']],
    ['421 4.7.0', ['4.7.0', '421']],
    ['550 (#5.7.1)', ['5.7.1', '550']],
    ['"550 5.7.1."', ['5.7.1', '550']],
    ['SMTP error: 550', ['550']],
    ['smtp; 550 5.1.1', ['5.1.1', '550']],
    ['Status code: 5.7.1', ['5.7.1']],
    ['5726', ['5.7.26']],
    ['5720', ['5.7.20']],
    ['5-7-26', ['5.7.26']],
    ['5 7 26', ['5.7.26']],
    ['550541', ['5.4.1', '550']],
    ['5505726', ['5.7.26', '550']],
    ['550 5726', ['5.7.26', '550']],
    ['571', ['571']],
  ])('"%s" means %j', (query, codes) => expect(meant(query)).toEqual({ codes, isAll: true }));
});

describe('codes with words behind them', () => {
  test.each([
    ['550 5.7.1 Relay denied', ['5.7.1', '550']],
    ['550-5.7.26 This mail', ['5.7.26', '550']],
    ['5.7.1: refused', ['5.7.1']],
    ['x.7.1 refused', ['X.7.1']],
    [`5.7.1 ${'a'.repeat(100_000)}`, ['5.7.1']],
  ])('"%.40s" means %j', (query, codes) => expect(meant(query)).toEqual({ codes, isAll: false }));
});

describe('no code', () => {
  test.each([
    '',
    'error',
    '5727',
    '57026',
    '550 mailbox full',
    '5726 mails a day',
    '421541',
    '5.7.1.2',
    '5.7.1.example.com',
    '5.7.1abc',
    '550 551',
    'gmail 5.7.26',
    '9'.repeat(100_000),
    `error ${'smtp '.repeat(100_000)}`,
  ])('in "%.40s"', (query) => expect(meant(query)).toEqual({ codes: [], isAll: false }));
});

test('digits without dots are a code only where there is one', () => {
  expect(looseCodes('5726', () => false)).toEqual([]);
  expect(looseCodes('5726', () => true)).toEqual(['5.7.26']);
  expect(looseCodes('550726', (code) => code !== '550')).toEqual([]);
});
