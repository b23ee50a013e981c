import { ruleTable } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import { systems } from '../../../knowledge/src/generated/index.ts';
import { GramIndex } from './gram-index.ts';
import { MAX_MATCHED, normalise } from './normalise.ts';
import { compilePattern } from './pattern.ts';
import { WideGramIndex } from './wide-gram-index.ts';
import { wordsSpan } from './words-span.ts';

/** The words that the span cuts out of the diagnostic. */
function quoted(pattern: string, diagnostic: string): string | null {
  const span = wordsSpan(pattern, diagnostic);
  return span === null ? null : diagnostic.slice(...span);
}

describe('quotes the words as they stand', () => {
  test.each([
    ['access denied', '550 5.4.1 Recipient address rejected: Access Denied', 'Access Denied'],
    ['access denied', '550 ACCESS \t\n  denied', 'ACCESS \t\n  denied'],
    ["can't deliver", '550 we can\u2019t   deliver', 'can\u2019t   deliver'],
    ['said "no"', 'he said \u201cNo\u201d', 'said \u201cNo\u201d'],
    ['full', '\u00a0\u00a0 was full', 'full'],
    ['Mailbox  FULL', 'mailbox full', 'mailbox full'],
    ['mailbox * full', 'mailbox of ann is full and full', 'mailbox of ann is full'],
    ['mailbox * full', 'mailbox a, mailbox b full', 'mailbox b full'],
    ['a * b * c', 'a a b b c c', 'a b b c'],
    ['mailbox * full', 'the mailbox full', 'mailbox full'],
    ['deferr*', 'was deferred', 'deferr'],
    ['*quota', 'is overquota', 'quota'],
    ['as(#)', 'denied AS(201806281)', 'AS(201806281)'],
    ['limit of #', 'a limit of 250, and 3', 'limit of 250'],
    ['# days', 'tried for 14 days', '14 days'],
    ['error #.#.# here', 'Error 550.12.7 here', 'Error 550.12.7 here'],
    ['s#e * #x', 's1e or s22e then 9x', 's22e then 9x'],
    ['退信', '系统退信了', '退信'],
    ['ΟΔΟΣ άγνωστη', 'η οδος ΆΓΝΩΣΤΗ', 'οδος ΆΓΝΩΣΤΗ'],
  ])('%s in %s', (pattern, diagnostic, words) => expect(quoted(pattern, diagnostic)).toBe(words));

  test('behind a letter that is longer in lower case', () => {
    expect(quoted('mailbox full', 'İİ İ  mailbox full İ')).toBe('mailbox full');
    expect(quoted('gönderi̇ci̇ reddedildi', '550 GÖNDERİCİ   REDDEDİLDİ')).toBe(null);
    expect(quoted('gönderi̇ci̇ reddedi̇ldi̇', '550 GÖNDERİCİ   REDDEDİLDİ.')).toBe('GÖNDERİCİ   REDDEDİLDİ');
  });
});

describe('does not find', () => {
  test.each([
    ['quota', 'overquota quotas'],
    ['mailbox * full', `mailbox ${'x'.repeat(300)} full`],
    ['mailbox * full', 'full mailbox'],
    ['as(#)', 'as() as(x1)'],
    ['limit of #', 'limit of many'],
    ['full', ''],
    ['', 'full'],
    ['full', `${'.'.repeat(MAX_MATCHED)} full`],
  ])('%s in %s', (pattern, diagnostic) => expect(wordsSpan(pattern, diagnostic)).toBe(null));
});

test('finds whatever the index of the matcher finds, from its first to its last letter', () => {
  const narrow = ruleTable.words.lines;
  const wide = ruleTable.wideWords().lines;
  const lists = [
    { patterns: narrow.split('\n'), index: new GramIndex(narrow) },
    { patterns: wide.split('\n'), index: new WideGramIndex(wide) },
  ];
  const proofs = systems
    .flatMap(({ system }) => system.entries)
    .flatMap(({ matches }) => matches)
    .map((proof) => (typeof proof === 'string' ? proof : proof.line));
  let found = 0;
  for (const line of proofs) {
    const diagnostic = `  ${line.replaceAll(' ', ' \t ')} İ `;
    for (const { patterns, index } of lists) {
      const hits = new Set<string>();
      index.find(normalise(diagnostic), (id) => hits.add(patterns[id] as string));
      for (const pattern of hits) {
        found++;
        const words = normalise(quoted(pattern, diagnostic) ?? '');
        const { pieces } = compilePattern(pattern, -1);
        expect([pattern, words.startsWith(pieces[0]?.literal ?? '?')]).toEqual([pattern, words !== '']);
        expect([pattern, words.endsWith(pieces.at(-1)?.literal ?? '?')]).toEqual([pattern, true]);
      }
    }
  }
  expect(found).toBeGreaterThan(proofs.length / 2);
});

test.each([
  ['a * a * a * b', 'a '.repeat(MAX_MATCHED)],
  ['#x', '1'.repeat(MAX_MATCHED)],
  ['##x', '1'.repeat(MAX_MATCHED)],
  ['1#1#1 * 2', '1'.repeat(MAX_MATCHED)],
  ['*a* * *a* * *a* * *b*', 'a'.repeat(1_000_000)],
])('costs little however %s is asked for', (pattern, diagnostic) => {
  for (let i = 0; i < 20; i++) expect(wordsSpan(pattern, diagnostic)).toBe(null);
});

test('what follows an @ begins no word of a refusal', () => {
  expect(wordsSpan('domain * does not exist', '550 jane@domain.example.com does not exist')).toBe(null);
  expect(wordsSpan('domain * does not exist', '550 domain example.com does not exist')).toEqual([4, 37]);
});
