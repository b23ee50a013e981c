import { readFileSync } from 'node:fs';
import { type Corpus, findCorpus } from '../corpora.ts';

/** Refusals as servers word them, written for these tests: permanent and temporary, short and too long for one line. */
export const ownRefusals: readonly string[] = [
  '550 5.1.1 There is no mailbox of that name in this domain',
  '550 5.1.1 No such user here: look at the spelling of the address, or ask the recipient on another way whether it still exists at all',
  '550 No such user (somebody@example.net)',
  '550 5.2.1 The mailbox is disabled',
  '552 5.2.2 Mailbox full, the quota of 1024 MB is exceeded',
  '452 4.2.2 Over quota, try again later',
  '450 4.2.0 Greylisted, please try again in 300 seconds',
  '451 4.7.1 Greylisting in action, please come back in 00:05:00',
  '450 4.1.8 Domain of sender address <sender@example.org> does not resolve',
  '550 5.7.1 Relaying for example.org is not allowed here',
  '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using list.example; see https://list.example/query?ip=192.0.2.1&why=$reason {1} \\ #2',
  '550 5.7.1 Message rejected due to DMARC policy of example.org',
  '550 5.7.26 Unauthenticated mail from example.org is not accepted due to its DMARC policy',
  '554 5.7.1 Your address 192.0.2.1 has a poor reputation',
  '421 4.7.0 Too many connections from your host, closing the connection',
  '450 4.7.1 Rate limit exceeded, slow down',
  '550 5.1.1 Empfänger unbekannt – bitte prüfen Sie „die Adresse“',
];

const corpus = findCorpus('corpus/replies/smtp-field-manual.jsonl');

/** Real replies that a server could give to RCPT as they stand; the rest are lines of logs and have no reply code in front. */
export function realRefusals(): Corpus & { readonly refusals: readonly string[] } {
  if (corpus.missing !== null) return { ...corpus, refusals: [] };
  const lines = readFileSync(corpus.path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly line: string }).line.trim());
  // the first line of a folded reply alone: on its own it is the last
  const whole = lines.map((line) => line.replace(/^([45]\d\d)-/, '$1 '));
  return { ...corpus, refusals: whole.filter((line) => /^[45]\d\d \S/.test(line)) };
}

/** A reply of several lines as one: codes stand in front of each line, and the sentence was broken between words. */
export function unfolded(reply: string): string {
  const [first = '', ...more] = reply.split('\n').map((line) => line.replace(/^(\d{3})-/, '$1 '));
  const codes = /^\d{3} (?:\d\.\d{1,3}\.\d{1,3} )?/.exec(first)?.[0] ?? '';
  return [first, ...more.map((line) => line.replace(codes, ''))].join(' ');
}
