import { expect, test } from 'vitest';
import { encodedBlocks } from './encoded-block.ts';

const line = 'amFuZUBjdXN0b21lci5vcmcgamFuZUBjdXN0b21lci5vcmcg';
const blocks = (source: string): string[] => encodedBlocks(source).map(({ start, end }) => source.slice(start, end));

test('lines of base64 with their end', () => {
  expect(blocks(`text\n${line}\n${line}\nYWJj\n--b`)).toEqual([`${line}\n${line}\nYWJj`]);
  expect(blocks(`text\n> ${line}\n> ${line}=\nDear Jane`)).toEqual([`${line}\n> ${line}=`]);
});

test('a short body that its header announces', () => {
  expect(blocks('Content-Transfer-Encoding: base64\r\nX: y\r\n\r\nYWI=\r\n--b\r\nYWI=')).toEqual(['YWI=']);
});

test('words and hexadecimal digits are none', () => {
  expect(blocks('a'.repeat(60))).toEqual([]);
  expect(blocks('0123456789abcdef'.repeat(4))).toEqual([]);
  expect(blocks(`see ${line}`)).toEqual([]);
});

test('uuencode, where it ends', () => {
  expect(blocks('begin 644 a.txt\n#86)C\n`\nend\nx')).toEqual(['#86)C\n`']);
  expect(blocks('begin 644 a.txt\n#86)C\n')).toEqual([]);
});
