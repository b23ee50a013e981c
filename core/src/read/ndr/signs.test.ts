import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCorpus, skippedBecause } from '../../../../test/corpora.ts';
import { parseMail } from '../../message/mail.ts';
import { skim } from '../../message/skim.ts';
import { SHORTEST_WORD } from '../../text/word-finder.ts';
import { Letter } from '../letter.ts';
import * as phrases from './exchange-phrases.ts';
import { disagreements, letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf, dialects } from './index.ts';

describe('signs', () => {
  it('are words that can be found', () => {
    for (const { dialect, signs } of dialects) {
      for (const sign of signs) {
        expect(sign, dialect).toBe(sign.toLowerCase());
        expect(sign.length, sign).toBeGreaterThanOrEqual(SHORTEST_WORD);
      }
    }
  });

  it('are missed where a letter of that dialect has none of them', () => {
    const letter = letterOf('From: MAILER-DAEMON@plum.example\n\nThis is the Haraka Mailer program at plum.example.\n');
    expect(dialectOf(letter)?.dialect).toBe('haraka');
    Object.defineProperty(letter, 'head', { value: '' });
    expect(disagreements(letter)).toEqual(['haraka has no sign in it', 'undefined instead of haraka']);
  });

  it('change no answer for letters that only look like reports', () => {
    // Every fixture of every dialect's test is checked likewise when it is made.
    expect(foreignLetters().flatMap(disagreements)).toEqual([]);
  });

  const corpus = findCorpus('corpus/set-of-emails/bsd');
  it.skipIf(corpus.missing !== null)(`change no answer for the mails of the corpus${skippedBecause(corpus)}`, () => {
    const names = readdirSync(corpus.path);
    const found = names.flatMap((name) => {
      const letter = new Letter(parseMail(skim(readFileSync(join(corpus.path, name)))));
      return disagreements(letter).map((words) => `${name}: ${words}`);
    });
    expect(names.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });

  it('are found behind any way to write the text down', () => {
    const words = 'Hi. This is the qmail-send program at plum.example.\n';
    const head = 'From: MAILER-DAEMON@plum.example\nSubject: failure notice\nContent-Type: text/plain; charset=utf-8\n';
    const base64 = Buffer.from(words).toString('base64');
    const written = [
      `${head}\n${words}`,
      `${head}\n${words.replaceAll('\n', '\r\n')}`,
      `${head}\nZurück – ${words}`,
      `${head}Content-Transfer-Encoding: base64\n\n${base64}`,
      `${head}Content-Transfer-Encoding: quoted-printable\n\n${words.replace('program', 'pro=\ngram').replace('i.', '=69.')}`,
      `From: MAILER-DAEMON@plum.example\nContent-Type: text/html\n\n<p>Hi. <b>This</b> is the qmail-send program at</p>`,
      `From: MAILER-DAEMON@plum.example\nContent-Type: multipart/mixed; boundary=b\n\n${words}<ivan@plum.example>:\n--b\n\n\n--b--\n`,
      `From: MAILER-DAEMON@plum.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nA disclaimer. ${'x '.repeat(2_000)}\n--b\n\n${words}\n--b--\n`,
    ];
    for (const mail of written) expect(letterOf(mail).head, mail).toContain('hi. this is the ');
  });
});

describe('stemsOf', () => {
  it('gives what stands in each phrase', () => {
    const { diagnosticHeadings, failedHeadings, delayedHeadings, deliveredHeadings, oldHeadings } = phrases;
    for (const list of [diagnosticHeadings, failedHeadings, delayedHeadings, deliveredHeadings, oldHeadings]) {
      for (const [i, stem] of phrases.stemsOf(list).entries()) {
        expect(list[i]).toContain(stem);
        expect(stem.length).toBeGreaterThanOrEqual(SHORTEST_WORD);
      }
    }
  });
});
