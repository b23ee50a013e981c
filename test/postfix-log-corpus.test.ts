import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { postfix } from '../core/src/read/log/postfix.ts';
import type { Reading } from '../core/src/reading.ts';
import { findCorpus, skippedBecause } from './corpora.ts';

interface Row {
  line: string;
  expected: Record<string, string>;
  source: string;
}

const corpus = findCorpus('corpus/logs/postfix-grok.jsonl');

/** Rows that are read otherwise than the corpus has it, by name and with the reason. */
const DEVIATIONS: Record<string, string> = {};

const KINDS: Record<string, string> = {
  sent: 'delivery',
  deferred: 'deferral',
  bounced: 'bounce',
  expired: 'bounce',
  'undeliverable-but-not-cached': 'bounce',
};

test.skipIf(corpus.missing !== null)(
  `reads the lines of the postfix grok corpus that tell of a delivery or a refusal${skippedBecause(corpus)}`,
  () => {
    const rows = readFileSync(corpus.path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row)
      .filter(({ line }) => /status=\w|(?:reject|discard|filter|warning): (?:RCPT|VRFY|MAIL|END-OF-MESSAGE)/.test(line))
      .filter(({ line }) => !line.includes('header '));
    const wrong = rows.flatMap((row) => {
      const name = row.source.split('/').at(-1) ?? '';
      const told = postfix.create({}).line(row.line, 1);
      const problem = told === null || Array.isArray(told) ? 'no reading' : differs(row, told);
      return problem === null ? [] : [`${name}: ${problem}`];
    });
    const right = rows.length - wrong.length;
    console.log(`postfix-log-corpus: ${right} of ${rows.length} as expected`);
    expect(wrong.filter((line) => DEVIATIONS[line.split(':')[0] ?? ''] === undefined)).toEqual([]);
    expect(rows.length).toBeGreaterThan(30);
    expect(right / rows.length).toBeGreaterThanOrEqual(0.95);
  },
);

/** What of the corpus' expectation does not stand in the reading, null where all does. */
function differs({ line, expected }: Row, reading: Reading): string | null {
  const bare = (name: string) => expected[name]?.replace(/^"|"$/g, '');
  const pairs = bare('postfix_keyvalue_data') ?? line;
  const value = (name: string) => new RegExp(`(?:^|[ ;])${name}=<?([^>, ]*)>?`).exec(pairs)?.[1] ?? null;
  const status = bare('postfix_status');
  const checks: [string, unknown, unknown][] = [];
  const check = (name: string, found: unknown, wanted: unknown) => checks.push([name, found, wanted]);
  check('recipient', reading.recipient, value('to'));
  if (status !== undefined) {
    check('kind', reading.kind, KINDS[status]);
    check('dsn', reading.enhancedStatus, value('dsn'));
    check('originalRecipient', reading.originalRecipient, value('orig_to'));
    const relay = /^([^[]+)\[(.+)\]/.exec(value('relay') ?? '');
    const suspended = line.includes('delivery temporarily suspended');
    if (!suspended) check('remoteHost', reading.remoteHost, relay?.[1] ?? null);
    if (!suspended && !relay?.[2]?.includes('/')) check('remoteIp', reading.remoteIp, relay?.[2] ?? null);
  } else {
    check('sender', reading.sender, value('from'));
    if (expected['postfix_status_code'] !== undefined) {
      check('replyCode', reading.replyCode, Number(bare('postfix_status_code')));
      check('enhancedStatus', reading.enhancedStatus, bare('postfix_status_code_enhanced'));
      check('words', reading.diagnostic?.includes(bare('postfix_status_message') ?? ''), true);
    }
  }
  const names = ['postfix_smtp_response', 'postfix_local_response', 'postfix_pipe_response', 'postfix_error_response'];
  const response = names.map(bare).find((text) => text !== undefined);
  // The corpus keeps "host … said:" and "(in reply to …)" with the words; a reading has them apart.
  const words = response?.replace(/^host \S+ said: /, '').replace(/ \(in reply to [^)]*\)$/, '');
  if (words !== undefined) check('diagnostic', reading.diagnostic, words);
  const wrong = checks.find(([, found, wanted]) => found !== wanted);
  return wrong === undefined ? null : `${wrong[0]} is ${JSON.stringify(wrong[1])}, not ${JSON.stringify(wrong[2])}`;
}
