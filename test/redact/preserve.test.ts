import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BounceEvent, decode, decodeReply } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { Redactor, redactText } from '../../core/src/redact/redactor.ts';
import { systems } from '../../knowledge/src/generated/index.ts';
import { findCorpus, skippedBecause } from '../corpora.ts';

/** Share of refusals that must be diagnosed alike before and after. The rest is printed. */
const FLOOR = 0.995;
/**
 * The same for mails read as a whole, where a body of base64 is left out with the words in it, and for refusals in
 * collections that are too small for a share of thousandths.
 */
const SMALL_FLOOR = 0.99;
const MAIL_FLOOR = 0.98;

interface Pair {
  readonly before: string;
  readonly after: string;
}

const reasonOf = (reply: string): string | undefined => decodeReply(reply).diagnosis?.reason;

/** Expects that nearly all replies keep their reason, and prints how many and which do not. */
function expectAlike(what: string, pairs: readonly Pair[], floor: number): void {
  const different = pairs.filter(({ before, after }) => reasonOf(before) !== reasonOf(after));
  const share = 1 - different.length / pairs.length;
  console.log(
    [
      `${what}: ${pairs.length - different.length} of ${pairs.length} keep their reason (${(100 * share).toFixed(2)} %)`,
      ...different
        .slice(0, 20)
        .map(({ before, after }) => `  ${reasonOf(before)} → ${reasonOf(after)}: ${before}\n    ${after}`),
    ].join('\n'),
  );
  expect(share).toBeGreaterThanOrEqual(floor);
}

test('proofs of the knowledge', () => {
  const lines = systems.flatMap(({ system }) =>
    system.entries.flatMap(({ matches }) => matches.map((proof) => (typeof proof === 'string' ? proof : proof.line))),
  );
  expect(lines.length).toBeGreaterThan(10_000);
  expectAlike(
    'proofs',
    lines.map((line) => ({ before: line, after: redactText(line) })),
    FLOOR,
  );
}, 120_000);

const replies = findCorpus('corpus/replies/smtp-field-manual.jsonl');
test.skipIf(replies.missing !== null)(`collected replies${skippedBecause(replies)}`, () => {
  const lines = readFileSync(replies.path, 'utf8').trim().split('\n');
  const pairs = lines.map((json) => {
    const { line } = JSON.parse(json) as { line: string };
    return { before: line, after: redactText(line) };
  });
  expectAlike('replies', pairs, FLOOR);
});

const mails = findCorpus('corpus/set-of-emails');
describe.skipIf(mails.missing !== null)(`collected mails${skippedBecause(mails)}`, () => {
  const files =
    mails.missing !== null
      ? []
      : ['bsd', 'not'].flatMap((folder) =>
          readdirSync(join(mails.path, folder)).map((name) => join(mails.path, folder, name)),
        );

  test('their events', () => {
    const events = files.flatMap((file) => decode(readFileSync(file)));
    const pairs = events.flatMap((event): Pair[] => {
      const after = new Redactor().event(event).diagnostic;
      return event.diagnostic === null || after === null ? [] : [{ before: event.diagnostic, after }];
    });
    expectAlike('events', pairs, SMALL_FLOOR);
  });

  test('as a whole', () => {
    const outcome = (events: readonly BounceEvent[]): string =>
      events.map(({ kind, diagnosis, replyCode }) => `${kind} ${diagnosis?.reason} ${replyCode}`).join('; ');
    const different = files.filter((file) => {
      const text = readFileSync(file, isUtf8(file) ? 'utf8' : 'latin1');
      const redacted = Buffer.from(redactText(text), isUtf8(file) ? 'utf8' : 'latin1');
      return outcome(decode(readFileSync(file))) !== outcome(decode(redacted));
    });
    console.log(
      `mails: ${files.length - different.length} of ${files.length} are read alike\n  ${different.join('\n  ')}`,
    );
    expect(1 - different.length / files.length).toBeGreaterThanOrEqual(MAIL_FLOOR);
  });
});

function isUtf8(file: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return true;
  } catch {
    return false;
  }
}
