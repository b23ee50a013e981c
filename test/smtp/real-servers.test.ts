import { decodeReply } from '@whybounce/core/reply';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { makeCa, makeCertificate } from '../../probe/src/certificate-fixture.ts';
import type { SmtpStep } from '../../probe/src/smtp/observation.ts';
import { skippedBecause } from '../corpora.ts';
import { eximNeed, startExim } from '../peer/exim.ts';
import { postfixNeed, startPostfix } from '../peer/postfix.ts';
import type { ServerProcess } from '../peer/server-process.ts';
import { ask } from './ask.ts';
import { ownRefusals, realRefusals, unfolded } from './refusals.ts';

const exim = eximNeed();
const postfix = postfixNeed();
const real = realRefusals();
const ca = makeCa();
const certificate = makeCertificate({ names: ['mx.example.net'], ca });
const tls = { key: certificate.key, cert: certificate.cert };

/** Refusals in one dialogue: as many as the prober allows. */
const AT_ONCE = 10;

/** `r0`, `r1` …: who is refused with which words. */
function byRecipient(refusals: readonly string[], domain = ''): Record<string, string> {
  return Object.fromEntries(refusals.map((refusal, i) => [`r${i}${domain}`, refusal]));
}

/** What a server says to each of these recipients. One that is told 421 ends its dialogue, and the next begin another. */
async function repliesOf(server: ServerProcess, count: number): Promise<readonly SmtpStep[]> {
  const steps: SmtpStep[] = [];
  while (steps.length < count) {
    const left = Math.min(AT_ONCE, count - steps.length);
    const recipients = Array.from({ length: left }, (_, i) => `r${steps.length + i}@example.net`);
    const seen = await ask(server.port, { recipients, tls: false });
    const tried = seen.recipients.filter(({ notTried }) => notTried === undefined);
    if (tried.length === 0) throw new Error(`Nobody was tried: ${seen.outcome}, ${seen.detail}`);
    steps.push(...tried.map(({ step }) => step));
  }
  return steps;
}

const meaning = (reply: string): object => {
  const { reason, kind, replyCode, enhancedStatus } = decodeReply(reply, { host: 'mx.example.net' });
  return { reason, kind, replyCode, enhancedStatus };
};

describe.each([
  ['written for this', ownRefusals, { path: '', missing: null } as const],
  ['real', real.refusals, real],
])('refusals, %s', (_what, refusals, corpus) => {
  describe.runIf(exim.met && corpus.missing === null)(`Exim${exim.because}${skippedBecause(corpus)}`, () => {
    let server: ServerProcess;
    let steps: readonly SmtpStep[] = [];

    beforeAll(async () => {
      server = await startExim({ recipients: byRecipient(refusals) });
      steps = await repliesOf(server, refusals.length);
    });
    afterAll(() => server.stop());

    test('each is seen as it was configured, byte for byte but for where Exim breaks the line', () => {
      expect(steps.map(({ reply }) => unfolded(reply ?? ''))).toEqual(refusals);
      const short = refusals.flatMap((refusal, i) => (refusal.length <= 70 ? [i] : []));
      expect(short.length).toBeGreaterThan(10);
      expect(short.map((i) => steps[i]?.reply)).toEqual(short.map((i) => refusals[i]));
      expect(steps.some(({ reply }) => reply?.includes('\n'))).toBe(true);
    });

    test('each means what its words mean', () =>
      expect(steps.map(({ reply }) => meaning(reply ?? ''))).toEqual(refusals.map(meaning)));

    test('codes are read', () =>
      expect(steps.map(({ code }) => code)).toEqual(refusals.map((refusal) => Number(refusal.slice(0, 3)))));

    test('no message was begun', () => expect(server.log()).not.toMatch(/DATA|BDAT|<=/));
  });

  describe.runIf(postfix.met && corpus.missing === null)(`Postfix${postfix.because}${skippedBecause(corpus)}`, () => {
    let server: ServerProcess;
    let steps: readonly SmtpStep[] = [];

    beforeAll(async () => {
      server = await startPostfix({ recipients: byRecipient(refusals, '@example.net') });
      steps = await repliesOf(server, refusals.length);
    });
    afterAll(() => server.stop());

    test('each is seen as it was configured, with the words that Postfix puts before', () =>
      expect(steps.map(({ reply }) => reply)).toEqual(refusals.map(asPostfixSays)));

    test('each means what its words mean', () =>
      expect(steps.map(({ reply }) => meaning(reply ?? ''))).toEqual(refusals.map(meaning)));

    test('no message was begun', () => {
      expect(server.log()).toMatch(/disconnect from .* rcpt=/);
      expect(server.log()).not.toMatch(/\b(?:data|bdat)=|message-id=/i);
    });
  });
});

/** `code status <recipient>: Recipient address rejected: words`; a refusal without status gets one (access(5)). */
function asPostfixSays(refusal: string, i: number): string {
  const [, code = '', status, words] = /^(\d{3}) (?:([45]\.\d{1,3}\.\d{1,3}) )?(.*)$/s.exec(refusal) ?? [];
  return `${code} ${status ?? `${code[0]}.7.1`} <r${i}@example.net>: Recipient address rejected: ${words}`;
}

describe.runIf(postfix.met)(`Postfix over TLS${postfix.because}`, () => {
  it('shows its certificate, and what it offers', async () => {
    const server = await startPostfix({ tls });
    try {
      const seen = await ask(server.port, { recipients: ['a@example.net', 'a@elsewhere.example'] }, { ca: ca.cert });
      expect(seen).toMatchObject({ outcome: 'answered', startTls: 'done', notes: [] });
      expect(seen.tls?.certificate).toMatchObject({ names: ['mx.example.net'], untrusted: null });
      expect(seen.recipients.map(({ step }) => step.reply)).toEqual([
        '250 2.1.5 Ok',
        '454 4.7.1 <a@elsewhere.example>: Relay access denied',
      ]);
    } finally {
      await server.stop();
    }
  });
});

describe.runIf(exim.met)(`Exim over TLS${exim.because}`, () => {
  it('shows its certificate, and what it offers', async () => {
    const server = await startExim({ tls, recipients: { gone: '550 5.1.1 Unknown' } });
    try {
      const seen = await ask(server.port, { recipients: ['gone@example.net'] }, { ca: ca.cert });
      expect(seen).toMatchObject({ outcome: 'answered', startTls: 'done', notes: [] });
      expect(seen.tls?.certificate).toMatchObject({ names: ['mx.example.net'], untrusted: null });
      expect(seen.recipients[0]?.step.reply).toBe('550 5.1.1 Unknown');
    } finally {
      await server.stop();
    }
  });

  it('turns away on connecting', async () => {
    const server = await startExim({ connect: '554 5.7.1 192.0.2.1 is on a list' }).catch((error: unknown) => error);
    expect(server).toBeInstanceOf(Error);
  });
});
