import { decide } from '@whybounce/core';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Real errors of a real client: a server on loopback refuses as servers do.

/** What the server answers to a recipient, by local part. */
const answers: Readonly<Record<string, readonly [code: number, text: string]>> = {
  gone: [550, '5.1.1 The email account that you tried to reach does not exist'],
  listed: [550, '5.7.1 Service unavailable; client host [192.0.2.7] blocked using zen.example.org'],
  later: [450, '4.2.0 Greylisted, please try again in 300 seconds'],
  full: [452, '4.2.2 The recipient mailbox is over quota'],
  edge: [550, '5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]'],
};

class Refusal extends Error {
  readonly responseCode: number;

  constructor([code, text]: readonly [number, string]) {
    super(text);
    this.responseCode = code;
  }
}

let port = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onRcptTo({ address }, _session, done) {
    const answer = answers[address.split('@')[0] ?? ''];
    done(answer === undefined ? null : new Refusal(answer));
  },
  onData(stream, { envelope }, done) {
    stream.resume();
    const isSpam = envelope.rcptTo.some(({ address }) => address.startsWith('spam'));
    stream.on('end', () => done(isSpam ? new Refusal([554, '5.7.1 Message rejected: it looks like spam']) : null));
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

/** What `sendMail` throws, or what it returns where some recipients were taken. */
async function send(...to: string[]): Promise<object> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false });
  try {
    return await transport.sendMail({ from: 'news@example.com', to, subject: 'Test', text: 'Hello' });
  } catch (error) {
    return error as object;
  } finally {
    transport.close();
  }
}

describe('errors of Nodemailer', () => {
  test('a dead mailbox suppresses: the session is the caller’s own', async () => {
    const [decision, ...rest] = decide(await send('gone@example.org'));
    expect(rest).toEqual([]);
    expect(decision).toMatchObject({
      recipient: 'gone@example.org',
      do: 'suppress',
      reason: 'recipient.unknown',
      cause: 'address-does-not-exist',
      trust: 'verified',
      trustedBy: 'own-session',
    });
    expect(decision?.event).toMatchObject({
      stage: 'rcpt',
      replyCode: 550,
      enhancedStatus: '5.1.1',
      dialect: 'nodemailer',
    });
  });

  test('a listed IP address never suppresses', async () => {
    const [decision] = decide(await send('listed@example.org'));
    expect(decision).toMatchObject({ do: 'fix', reason: 'reputation.ip-dnsbl', owner: 'sender', trust: 'verified' });
  });

  test('the edge of Microsoft 365 holds for two days', async () => {
    const [decision] = decide(await send('edge@example.org'));
    expect(decision).toMatchObject({ do: 'hold', retryAfter: 172_800, then: 'suppress' });
  });

  test('each refused recipient has a decision of its own, also where others were taken', async () => {
    const decisions = decide(
      await send('later@example.org', 'gone@example.org', 'fine@example.org', 'full@example.org'),
    );
    expect(decisions.map(({ recipient, do: deed, retryAfter }) => [recipient, deed, retryAfter])).toEqual([
      ['later@example.org', 'retry', 300],
      ['gone@example.org', 'suppress', null],
      ['full@example.org', 'retry', 86_400],
    ]);
  });

  test('a message refused after its content names that step', async () => {
    const [decision] = decide(await send('spam@example.org'), { recipient: 'spam@example.org' });
    expect(decision).toMatchObject({ recipient: 'spam@example.org', do: 'fix', reason: 'content.spam' });
    expect(decision?.event.stage).toBe('end-of-data');
  });

  test('a server that cannot be reached is tried again', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: 1, secure: false });
    const error = await transport
      .sendMail({ from: 'a@example.com', to: 'b@example.org', text: 'x' })
      .catch((caught) => caught);
    const [decision] = decide(error);
    expect(decision).toMatchObject({ do: 'retry', trust: 'verified' });
    expect(decision?.event.kind).toBe('deferral');
  });
});
