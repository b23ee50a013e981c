import { expect, test } from 'vitest';
import { holdingOfPhrase, holdingOfRefusal } from './row-holder.ts';
import type { PhraseRow, RefusalRow } from './source-rows.ts';

/** A row that is held, to be spoilt in one place at a time. */
const row: RefusalRow = {
  id: 'x-001',
  provider: 'Postfix',
  basic: ['554'],
  enhanced: ['5.5.1'],
  signature: 'Error: no valid recipients',
  regex: null,
  category: 'protocol/syntax',
  evidence: 'measured',
  source: 'Debian bookworm package postfix',
};

const phrase: PhraseRow = {
  id: 'x-002',
  lang: 'de',
  phrase: 'Nachricht als Spam eingestuft',
  alternatives: null,
  meaning: 'spam',
  kind: 'reason',
  evidence: 'read',
  source: 'bytecamp.net FAQ',
};

test('a row is held by the entry with its words, codes, meaning, source and grade', () => {
  expect(holdingOfRefusal(row)).toEqual({ held: true, by: ['postfix/no-valid-recipients'] });
  expect(holdingOfPhrase(phrase)).toEqual({ held: true, by: ['german/spam'] });
});

test.each([
  ['words', { signature: 'Error: nobody wrote this' }],
  ['words', { basic: ['421'], enhanced: ['4.4.2'] }],
  ['words', { provider: 'Gmail / Google Workspace', signature: 'Error: no valid recipients', enhanced: ['5.6.9'] }],
  ['meaning', { category: 'mailbox-full' }],
  ['source', { source: 'Debian bookworm package exim' }],
  ['grade', { evidence: 'read', source: 'Debian bookworm package postfix' }],
] as const)('a row whose %s no entry has is not held: %o', (lacks, spoilt) => {
  expect(holdingOfRefusal({ ...row, ...spoilt })).toMatchObject({ held: false, lacks });
});

test.each([
  ['words', { phrase: 'Nachricht als Brief eingestuft' }],
  ['source', { source: 'example.net' }],
  ['grade', { evidence: 'read-paraphrased' }],
] as const)('a phrase whose %s no entry has is not held: %o', (lacks, spoilt) => {
  expect(holdingOfPhrase({ ...phrase, ...spoilt })).toMatchObject({ held: false, lacks });
});
