import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BounceEvent, decode } from '@whybounce/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findCorpus, skippedBecause } from '../corpora.ts';

/** What score.mjs prints with --json: for each figure how many are right, of how many. */
type Score = Readonly<Record<string, readonly [right: number, of: number]>>;

const scorer = findCorpus('tools/score.mjs');
const mails = findCorpus('corpus/set-of-emails');
const replies = findCorpus('corpus/replies/smtp-field-manual.jsonl');

/** Shares that must be reached. The corpora may grow; these numbers may not sink. */
const MAIL_FLOORS = {
  recipientCount: 0.98,
  replyCode: 0.97,
  enhancedStatus: 0.97,
  reasonTolerant: 0.97,
  hard: 0.97,
  kind: 0.99,
  deadFound: 0.93,
};
const REPLY_FLOORS = { reason: 0.97, temporary: 0.98, enhancedStatus: 0.99, deadFound: 0.9 };

const noMails = scorer.missing !== null ? scorer : mails;
describe.skipIf(noMails.missing !== null)(`labelled mails${skippedBecause(noMails)}`, () => {
  let score: Score = {};

  beforeAll(() => {
    const files = ['bsd', 'not'].flatMap((folder) =>
      readdirSync(join(mails.path, folder)).map((name) => `${folder}/${name}`),
    );
    const events = files.flatMap((name) => decode(readFileSync(join(mails.path, name)), { name }));
    score = scoreOf(events, ['mails', join(mails.path, 'labels.jsonl'), join(mails.path, 'alternatives.jsonl')]);
  });

  test('every mail is read', () => expect(score['read']).toEqual([321, 321]));
  test.each(Object.entries(MAIL_FLOORS))('%s reaches %d', (figure, floor) => reaches(score, figure, floor));
  test('no live address is called dead', () => expect(right(score, 'falseDead')).toBe(0));
  test('few ambiguous refusals suppress', () => expect(share(score, 'ambiguousSuppressed')).toBeLessThan(0.1));
});

const noReplies = scorer.missing !== null ? scorer : replies;
describe.skipIf(noReplies.missing !== null)(`labelled replies${skippedBecause(noReplies)}`, () => {
  let score: Score = {};

  beforeAll(() => {
    const { stdout } = spawnSync(process.execPath, [scorer.path, 'reply-lines', replies.path], { encoding: 'utf8' });
    score = scoreOf(decode(stdout, { as: 'reply', name: basename(replies.path) }), ['replies', replies.path]);
  });

  test.each(Object.entries(REPLY_FLOORS))('%s reaches %d', (figure, floor) => reaches(score, figure, floor));
  test('no live address is called dead', () => expect(right(score, 'falseDead')).toBe(0));
  test('few ambiguous refusals suppress', () => expect(share(score, 'ambiguousSuppressed')).toBeLessThan(0.1));
});

function scoreOf(events: readonly BounceEvent[], args: readonly string[]): Score {
  const input = events.map((event) => JSON.stringify(event)).join('\n');
  // The scorer opens /dev/stdin, which cannot be a socket: the shell's pipe can be opened.
  const command = `cat | "$0" "$@"`;
  const { status, stdout, stderr } = spawnSync(
    '/bin/sh',
    ['-c', command, process.execPath, scorer.path, ...args, '--json', '--wrong'],
    {
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status !== 0) throw new Error(`score.mjs ${args[0]} ended with ${status}: ${stderr}`);
  console.log(`${args[0]}: ${stdout.trim()}${stderr === '' ? '' : `\nrows that disagree:\n${stderr}`}`);
  return JSON.parse(stdout) as Score;
}

function counts(score: Score, figure: string): readonly [number, number] {
  const found = score[figure];
  if (found === undefined || found[1] === 0) throw new Error(`The scorer counted nothing for ${figure}.`);
  return found;
}

function right(score: Score, figure: string): number {
  return counts(score, figure)[0];
}

function share(score: Score, figure: string): number {
  const [ok, of] = counts(score, figure);
  return ok / of;
}

function reaches(score: Score, figure: string, floor: number): void {
  expect(share(score, figure)).toBeGreaterThanOrEqual(floor);
}
