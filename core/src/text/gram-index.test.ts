import { ruleTable } from '@whybounce/knowledge';
import { expect, test } from 'vitest';
import { systems } from '../../../knowledge/src/generated/index.ts';
import { GramIndex } from './gram-index.ts';
import { normalise } from './normalise.ts';
import { compilePattern, literalsOf, matchesAt } from './pattern.ts';
import { WideGramIndex } from './wide-gram-index.ts';

function linesFound(words: string, text: string, Index: typeof GramIndex | typeof WideGramIndex = GramIndex): number[] {
  const found = new Set<number>();
  new Index(words).find(normalise(text), (line) => found.add(line));
  return [...found].sort((a, b) => a - b);
}

test('finds literals at word edges, open edges, gaps and digits', () => {
  const words = ['mailbox full', 'mailbox * full', 'deferr*', 'as(#)', 'spam', 'quota'].join('\n');
  expect(linesFound(words, 'The MAILBOX  full')).toEqual([0, 1]);
  expect(linesFound(words, 'mailbox of ann is full')).toEqual([1]);
  expect(linesFound(words, 'was deferred by spamhaus')).toEqual([2]);
  expect(linesFound(words, 'denied AS(201806281)')).toEqual([3]);
  expect(linesFound(words, 'denied AS()')).toEqual([]);
  expect(linesFound(words, 'overquota')).toEqual([]);
});

test('a gap is no wider than its limit', () => {
  expect(linesFound('mailbox * full', `mailbox ${'x'.repeat(150)} full`)).toEqual([0]);
  expect(linesFound('mailbox * full', `mailbox ${'x'.repeat(300)} full`)).toEqual([]);
});

test('finds words of other scripts, two characters long too', () => {
  const words = ['ящик переполнен', '退信', 'ユーザー * 不明'].join('\n');
  expect(linesFound(words, '550 Почтовый ящик переполнен', WideGramIndex)).toEqual([0]);
  expect(linesFound(words, '系统退信', WideGramIndex)).toEqual([1]);
  expect(linesFound(words, 'ユーザーは 不明です', WideGramIndex)).toEqual([2]);
  expect(linesFound(words, '不明なユーザー', WideGramIndex)).toEqual([]);
});

test('finds what looking for each pattern alone finds', () => {
  const { lines } = ruleTable.words;
  const patterns = lines.split('\n');
  const compiled = patterns.map((source) => ({ pattern: compilePattern(source, -1), literals: literalsOf(source) }));
  const index = new GramIndex(lines);
  const proofs = systems
    .flatMap(({ system }) => system.entries)
    .flatMap(({ matches }) => matches)
    .map((proof) => normalise(typeof proof === 'string' ? proof : proof.line));
  for (const text of proofs.filter((_, i) => i % 41 === 0)) {
    const found = new Set<number>();
    index.find(text, (line) => found.add(line));
    const expected = compiled.flatMap(({ pattern }, line) => {
      const literal = pattern.pieces[pattern.anchor]?.literal ?? '';
      for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
        if (matchesAt(pattern, text, at)) return [line];
      }
      return [];
    });
    expect([text, [...found].sort((a, b) => a - b)]).toEqual([text, expected]);
  }
});
