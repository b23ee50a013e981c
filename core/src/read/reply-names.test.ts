import { describe, expect, test } from 'vitest';
import { decide } from '../decide.ts';
import { decode } from '../decode.ts';
import { decodeReply } from '../reply.ts';
import { namedInReply } from './reply-names.ts';

const JO = 'jo@moved.example';

describe('the recipient, where the reply says so', () => {
  test.each([
    ['550 5.4.1 <jo@moved.example>: Recipient address rejected: Access denied'],
    ['550 5.1.1 <jo@Moved.Example>: Recipient address rejected: User unknown in virtual mailbox table'],
    ['<jo@moved.example>: Recipient address rejected: Access denied'],
    ['554 5.7.1 <jo@moved.example>: Relay access denied'],
    ['550 5.1.1 <jo@moved.example>... User unknown'],
    ['550 5.7.1 <jo@moved.example>... Relaying denied. Proper authentication required.'],
    ['550 <jo@moved.example>: Requested action not taken: mailbox unavailable'],
    ['550-5.1.1 <jo@moved.example>: user does not exist'],
    ['550 5.1.1 jo@moved.example was not found'],
    ['550 5.1.1 jo@moved.example... User unknown'],
    ['452 4.2.2 <jo@moved.example> user over quota'],
    ['550 Invalid recipient <jo@moved.example> (#5.1.1)'],
    ['553 5.1.2 The recipient address <jo@moved.example> is not valid'],
    ['550 5.4.1 [jo@moved.example]: Recipient address rejected: Access denied [moved.example]'],
    ['550 No such user (jo@moved.example)'],
    ["554 delivery error: dd This user doesn't have a moved.example account (jo@moved.example) [-9]"],
    ['550 cuda_nsu 5.1.1 <jo@moved.example>... User unknown'],
    ['smtp; 550 5.1.1 <jo@moved.example>: Recipient address rejected: User unknown'],
    ['550 5.7.1 <jo@moved.example>: Recipient address rejected: the sender is not allowed here'],
  ])('%s', (reply) => {
    expect(decode(reply)).toMatchObject([{ recipient: JO, sender: null, format: 'reply' }]);
    expect(decodeReply(reply)).toMatchObject({ recipient: JO, sender: null });
  });
});

test.each([
  ['550 5.1.8 <ann@example.org>: Sender address rejected: Domain not found'],
  ['553 5.1.8 <ann@example.org>... Domain of sender address ann@example.org does not exist'],
  ['host mx.moved.example[192.0.2.1] said: 450 4.1.8 <ann@example.org>: Sender address rejected: Domain not found'],
])('the sender is no recipient: %s', (reply) => {
  expect(decode(reply)).toMatchObject([{ recipient: null, sender: 'ann@example.org' }]);
});

test.each([
  ['550 5.7.1 <ann@example.org>... Access denied'],
  ['550 <ann@example.org>: Reject due to SPF policy'],
  ['550 5.7.1 mail from <ann@example.org> is not wanted'],
  ['550 5.1.1 User unknown, write to postmaster@example.org'],
  ['550 <ann@example.org>: user unknown, sender verify failed'],
  ['550 5.1.7 <ann@example.org>: user unknown'],
  ['550 <ann@example.org> does not exist (in reply to MAIL FROM command)'],
  ['550 Verification failed for <ann@example.org>'],
  ['554 5.7.1 <mx.example.org[192.0.2.7]>: Client host rejected: Access denied'],
  [`550 <${'a'.repeat(400)}@example.org>: User unknown`],
])('an address in a part left open is nobody: %s', (reply) => {
  expect(decode(reply)).toMatchObject([{ recipient: null, sender: null }]);
});

describe('a line of a Postfix report pasted alone', () => {
  test('names recipient, host and address, and leaves the server’s words', () => {
    const line =
      '<jo@moved.example>: host mx.moved.example[192.0.2.1] said: 550 5.1.1 No such user (in reply to RCPT TO command)';
    expect(decode(line)).toMatchObject([
      {
        recipient: JO,
        remoteMta: { host: 'mx.moved.example', ip: '192.0.2.1' },
        stage: 'rcpt',
        replyCode: 550,
        enhancedStatus: '5.1.1',
        diagnostic: '550 5.1.1 No such user',
      },
    ]);
  });

  test('keeps the address behind which it stood', () => {
    const line =
      '<jo@moved.example> (expanded from <info@example.net>): host mx.moved.example[2001:db8::1] refused to talk to me: 421 4.7.0 Try later';
    expect(decode(line)).toMatchObject([
      {
        kind: 'deferral',
        recipient: JO,
        originalRecipient: 'info@example.net',
        remoteMta: { host: 'mx.moved.example', ip: '2001:db8::1' },
        stage: 'connect',
      },
    ]);
  });

  test('names the recipient where no server answered', () => {
    expect(decode('<jo@moved.example>: connect to mx.moved.example[192.0.2.1]:25: Connection timed out')).toMatchObject(
      [{ recipient: JO }],
    );
  });

  test('believes the report of whom was written to, not the address in the refusal', () => {
    const line =
      '<jo@moved.example>: host mx.moved.example[192.0.2.1] said: 550 5.1.8 <ann@example.org>: Sender address rejected: Domain not found';
    expect(decode(line)).toMatchObject([{ recipient: JO, sender: 'ann@example.org' }]);
  });
});

test('spans of the evidence point into the diagnostic', () => {
  const [event] = decode(
    '<jo@moved.example>: host mx.moved.example[192.0.2.1] said: 550 5.1.1 <jo@moved.example>: Recipient address rejected: User unknown',
  );
  const spans = (event?.diagnosis?.causes ?? [])
    .flatMap(({ evidence }) => evidence)
    .filter(({ span }) => span !== null);
  expect(spans.length).toBeGreaterThan(0);
  for (const { span, quote } of spans) expect(event?.diagnostic?.slice(span?.[0], span?.[1])).toBe(quote);
});

describe('an address named by a server suppresses nobody', () => {
  test('a pasted reply is unverified', () => {
    for (const text of [
      '<jo@moved.example>: host mx.moved.example[192.0.2.1] said: 550 5.1.1 No such user',
      '> 550 5.1.1 <jo@moved.example>: Recipient address rejected: User unknown',
    ]) {
      const [decision] = decide(text);
      expect(decision).toMatchObject({ recipient: JO, trust: 'unverified' });
      expect([decision?.do, decision?.then]).not.toContain('suppress');
    }
  });

  test('a reply of the own session cannot name another’s address', () => {
    const reply = '550 5.1.1 <victim@example.org>: Recipient address rejected: User unknown';
    expect(decide(reply)[0]).toMatchObject({ recipient: null, trust: 'verified' });
    expect(decide(reply, { recipient: JO })[0]?.recipient).toBe(JO);
  });
});

test('long hostile text is looked at only at its beginning', () => {
  for (const text of ['<'.repeat(200_000), '<a@'.repeat(70_000), `550 ${'a@'.repeat(100_000)}`, '@'.repeat(200_000)])
    expect(namedInReply(text)).toEqual({ recipient: null, sender: null });
});
