import { decodeReply } from '@whybounce/core/reply';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { makeCa, makeCertificate } from '../../probe/src/certificate-fixture.ts';
import type { SmtpStep } from '../../probe/src/smtp/observation.ts';
import { probeOldTls } from '../../probe/src/smtp/old-tls.ts';
import { createSmtpProber } from '../../probe/src/smtp/prober.ts';
import { skippedBecause } from '../corpora.ts';
import { eximNeed, startExim } from '../peer/exim.ts';
import type { Need } from '../peer/installed.ts';
import { postfixNeed, startPostfix } from '../peer/postfix.ts';
import type { ServerProcess } from '../peer/server-process.ts';
import { ask } from './ask.ts';
import { ownRefusals, realRefusals, unfolded } from './refusals.ts';

/** A real mail server that refuses with words of ours. */
interface Refuser {
  readonly name: string;
  readonly need: Need;
  start(refusals: readonly string[]): Promise<ServerProcess>;
  /** The whole reply that its i-th recipient gets. */
  says(refusal: string, i: number): string;
  /** What its log would show had a message been begun. */
  readonly message: RegExp;
}

const exim: Refuser = {
  name: 'Exim',
  need: eximNeed(),
  start: (refusals) => startExim({ recipients: byRecipient(refusals) }),
  says: (refusal) => refusal,
  message: /rejected (?:after )?(?:DATA|BDAT)|synchronization| <= /,
};

const postfix: Refuser = {
  name: 'Postfix',
  need: postfixNeed(),
  start: (refusals) => startPostfix({ recipients: byRecipient(refusals, '@example.net') }),
  /** `code status <recipient>: Recipient address rejected: words`; a refusal without status gets one (access(5)). */
  says(refusal, i) {
    const [, code = '', status, words] = /^(\d{3}) (?:([45]\.\d{1,3}\.\d{1,3}) )?(.*)$/s.exec(refusal) ?? [];
    // a status that speaks of the sender becomes the one for a recipient
    const told = status?.replace(/\.1\.8$/, '.1.2') ?? `${code[0]}.7.1`;
    return `${code} ${told} <r${i}@example.net>: Recipient address rejected: ${words}`;
  },
  message: /\b(?:data|bdat)=|message-id=/i,
};

const real = realRefusals();
const sets = [
  { kind: 'written for this', refusals: ownRefusals, corpus: { path: '', missing: null }, otherwise: 0 },
  // Postfix's own words before them outweigh two that say next to nothing
  { kind: 'real', refusals: real.refusals, corpus: real, otherwise: 2 },
] as const;

/** Refusals in one dialogue: as many as the prober allows. */
const AT_ONCE = 10;

describe.each([exim, postfix])('$name', ({ name, need, start, says, message }) => {
  describe.each(sets)(`refuses with words $kind${need.because}`, ({ refusals, corpus, otherwise }) => {
    describe.runIf(need.met && corpus.missing === null)(`and they are seen${skippedBecause(corpus)}`, () => {
      let server: ServerProcess;
      let steps: readonly SmtpStep[] = [];

      beforeAll(async () => {
        server = await start(refusals);
        steps = await repliesOf(server, refusals.length);
      });
      afterAll(() => server.stop());

      test('as they were configured', () => {
        const expected = refusals.map(says);
        // Exim breaks long lines, and puts the codes in front of each
        expect(steps.map(({ reply }) => unfolded(reply ?? ''))).toEqual(expected);
        const inOneLine = steps.flatMap(({ reply }, i) => (reply?.includes('\n') ? [] : [i]));
        expect(inOneLine.map((i) => steps[i]?.reply)).toEqual(inOneLine.map((i) => expected[i]));
        if (name === 'Exim') expect(steps.length - inOneLine.length).toBeGreaterThan(0);
        else expect(inOneLine).toHaveLength(steps.length);
      });

      test('with their codes', () => {
        expect(steps.map(({ code }) => code)).toEqual(refusals.map((refusal) => Number(refusal.slice(0, 3))));
        expect(steps.map(({ enhancedStatus }) => enhancedStatus)).toEqual(
          refusals.map((refusal, i) => /^\d{3} ([45]\.\d+\.\d+)(?![\w.])/.exec(says(refusal, i))?.[1] ?? null),
        );
      });

      test('and mean what the words mean', () => {
        const read = steps.map(({ reply }, i) => [refusals[i], reasonOf(reply ?? ''), reasonOf(refusals[i] ?? '')]);
        const different = read.filter(([, seen, configured]) => seen !== configured);
        expect(different.slice(name === 'Postfix' ? otherwise : 0)).toEqual([]);
        expect(read.filter(([, seen]) => seen === undefined)).toEqual([]);
      });

      test('without a message', () => {
        expect(server.log()).toMatch(/disconnect from .* rcpt=|rejected RCPT/);
        expect(
          server
            .log()
            .split('\n')
            .filter((line) => message.test(line)),
        ).toEqual([]);
      });
    });
  });
});

describe.runIf(postfix.need.met)(`Postfix as it comes${postfix.need.because}`, () => {
  const ca = makeCa();
  const certificate = makeCertificate({ names: ['mx.example.net'], ca, kind: 'rsa' });
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startPostfix({ tls: certificate, senders: { 'bad@example.org': '550 5.7.1 Not from you' } });
  });
  afterAll(() => server.stop());

  it('shows its certificate and its keywords, takes its own address and no foreign one', async () => {
    const recipients = ['a@example.net', 'a@elsewhere.example', 'Postmaster'];
    const seen = await ask(server.port, { recipients }, { ca: ca.cert });
    expect(seen).toMatchObject({ outcome: 'answered', startTls: 'done', notes: [] });
    expect(seen.tls?.certificate).toMatchObject({ names: ['mx.example.net'], untrusted: null });
    expect(seen.extensions).toMatchObject({ SIZE: '10240000', '8BITMIME': '', SMTPUTF8: '' });
    expect(seen.recipients.map(({ step }) => step.reply)).toEqual([
      '250 2.1.5 Ok',
      '554 5.7.1 <a@elsewhere.example>: Relay access denied',
      '250 2.1.5 Ok',
    ]);
  });

  it('refuses a sender when a recipient is named', async () => {
    const seen = await ask(server.port, { mailFrom: 'bad@example.org', recipients: ['a@example.net'] });
    expect(seen.recipients[0]?.step.reply).toBe('550 5.7.1 <bad@example.org>: Sender address rejected: Not from you');
  });

  it('takes an address in other letters by SMTPUTF8', async () => {
    const seen = await ask(server.port, { recipients: ['жена@example.net'] });
    expect(seen.steps.map(({ command }) => command)).toContain('MAIL FROM:<> SMTPUTF8');
    expect(seen.recipients[0]?.step.code).toBe(250);
  });

  it('does not offer old versions of TLS unless it is told to', async () => {
    const prober = createSmtpProber({ isAllowed: () => true });
    const request = {
      host: 'mx.example.net',
      ip: '127.0.0.1',
      port: server.port,
      helo: 'probe.example.org',
      mailFrom: '',
      recipients: [],
      tls: true,
    };
    const old = await startPostfix({
      tls: certificate,
      settings: {
        smtpd_tls_protocols: '>=TLSv1',
        tls_medium_cipherlist: 'DEFAULT@SECLEVEL=0',
        // Debian's own limit for programs that set none
        tls_config_file: 'none',
      },
    });
    try {
      expect(await probeOldTls(prober, { ...request, port: old.port })).toMatchObject({
        offered: 'yes',
        version: 'TLSv1.1',
      });
      expect((await prober.probe({ ...request, port: old.port })).tls?.version).toBe('TLSv1.3');
    } finally {
      await old.stop();
    }
    const modern = await startPostfix({ tls: certificate, settings: { smtpd_tls_protocols: '>=TLSv1.2' } });
    try {
      const seen = await probeOldTls(prober, { ...request, port: modern.port });
      expect(seen).toMatchObject({ offered: 'no', version: null });
      expect(seen.observation.tlsError).toMatch(/protocol version/);
    } finally {
      await modern.stop();
    }
  });
});

describe.runIf(exim.need.met)(`Exim as it comes${exim.need.because}`, () => {
  it('shows its certificate over GnuTLS', async () => {
    const ca = makeCa();
    const server = await startExim({ tls: makeCertificate({ names: ['mx.example.net'], ca }) });
    try {
      const seen = await ask(server.port, { recipients: ['a@example.net'] }, { ca: ca.cert });
      expect(seen).toMatchObject({ outcome: 'answered', startTls: 'done', notes: [] });
      expect(seen.tls?.certificate).toMatchObject({ names: ['mx.example.net'], untrusted: null });
      expect(seen.recipients[0]?.step.code).toBe(250);
    } finally {
      await server.stop();
    }
  });

  it('turns away on connecting', async () => {
    const server = await startExim({ connect: '554 5.7.1 Your address is on a list' });
    try {
      expect(await ask(server.port, { recipients: ['a@example.net'] })).toMatchObject({
        outcome: 'turned-away',
        detail: '554 5.7.1 Your address is on a list',
        recipients: [{ step: { reply: null } }],
      });
    } finally {
      await server.stop();
    }
  });
});

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

function reasonOf(reply: string): string | undefined {
  return decodeReply(reply).diagnosis?.reason;
}
