import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';

const dsn = (recipient: string): string =>
  [
    'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
    'To: news@example.com',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--b--',
    '',
  ].join('\r\n');

describe('who is believed', () => {
  test('a raw message suppresses nobody by itself', () => {
    const [decision] = decide(dsn('ada@example.org'));
    expect(decision).toMatchObject({ do: 'hold', then: null, trust: 'unverified', trustedBy: null });
    expect(decision?.event.diagnosis?.action.do).toBe('suppress');
  });

  test('nor later: what it asks for in the end is forgotten too', () => {
    const edge = dsn('ada@example.org')
      .replace('Status: 5.1.1', 'Status: 5.4.1')
      .replace('550 5.1.1 User unknown', '550 5.4.1 Recipient address rejected: Access denied');
    expect(decide(edge, { verifiedBy: 'own-log' })[0]).toMatchObject({ do: 'hold', then: 'suppress' });
    expect(decide(edge)[0]).toMatchObject({ do: 'hold', then: null, trust: 'unverified' });
  });

  test('it does where the caller says by what it is genuine', () => {
    const [decision] = decide(dsn('ada@example.org'), { verifiedBy: 'signed-return-path' });
    expect(decision).toMatchObject({ do: 'suppress', trust: 'verified', trustedBy: 'signed-return-path' });
    expect(decision?.event).toMatchObject({ trust: 'verified', trustedBy: 'signed-return-path' });
  });

  test('a bare reply is an answer in the caller’s own session, folded or not', () => {
    for (const reply of ['550 5.1.1 User unknown', '550-5.1.1 User\r\n550 5.1.1 unknown\r\n'])
      expect(decide(reply)[0]).toMatchObject({ do: 'suppress', trust: 'verified', trustedBy: 'own-session' });
  });

  test.each([
    ['a reply with a report behind it', `550 5.1.1 User unknown\n${dsn('victim@example.org')}`],
    [
      'fields behind a reply',
      '550 5.1.1 User unknown\nFinal-Recipient: rfc822; victim@example.org\nAction: failed\nStatus: 5.1.1',
    ],
    ['replies with two codes', '550 5.1.1 User unknown\n554 5.1.1 <victim@example.org>: User unknown'],
    ['prose', 'The following address failed:\n  victim@example.org\n550 5.1.1 User unknown'],
    ['a quoted reply', '> 550 5.1.1 User unknown'],
    [
      'a log line',
      'Nov  1 10:00:00 mx postfix/smtp[1]: ABC: to=<victim@example.org>, relay=mx.example.org[192.0.2.1]:25, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))',
    ],
  ])('%s is none', (_name, text) => {
    for (const decision of decide(text)) {
      expect(decision.trust).toBe('unverified');
      expect(decision.do).not.toBe('suppress');
      expect(decision.then).not.toBe('suppress');
    }
  });

  test('a webhook is verified only where its signature was', () => {
    const body = {
      notificationType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          {
            emailAddress: 'ada@example.org',
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          },
        ],
        timestamp: '2026-11-01T10:00:00.000Z',
        feedbackId: 'f',
      },
      mail: {
        messageId: 'm',
        source: 'news@example.com',
        destination: ['ada@example.org'],
        timestamp: '2026-11-01T09:59:00.000Z',
      },
    };
    expect(decide(body)[0]).toMatchObject({ recipient: 'ada@example.org', do: 'hold', trust: 'unverified' });
    expect(decide(body, { verifiedBy: 'signed-webhook' })[0]).toMatchObject({ do: 'suppress', trust: 'verified' });
  });

  test('a ground that does not exist is refused with what to write', () => {
    expect(() => decide('550 5.1.1 x', { verifiedBy: 'trust-me' as 'caller' })).toThrow(/write one of own-session, /);
  });
});

test('a refusal of the sender never suppresses, verified or not', () => {
  for (const reply of [
    '550 5.7.1 Service unavailable; client host [192.0.2.7] blocked using zen.example.org',
    '554 5.7.1 Message rejected: it looks like spam',
    '550 5.7.26 This mail is unauthenticated: DMARC policy of example.com',
    '550 5.7.1 Unable to relay',
    '552 5.3.4 Message size exceeds fixed limit',
  ])
    expect(decide(reply)[0]?.do).not.toBe('suppress');
});

test('complaints suppress where they are verified', () => {
  const body = {
    notificationType: 'Complaint',
    complaint: {
      complainedRecipients: [{ emailAddress: 'ada@example.org' }],
      timestamp: '2026-11-01T10:00:00.000Z',
      feedbackId: 'f',
    },
    mail: {
      messageId: 'm',
      source: 'news@example.com',
      destination: ['ada@example.org'],
      timestamp: '2026-11-01T09:59:00.000Z',
    },
  };
  expect(decide(body, { verifiedBy: 'signed-webhook' })[0]).toMatchObject({
    do: 'suppress',
    reason: 'notice.complaint',
  });
  expect(decide(body)[0]).toMatchObject({ do: 'hold', trust: 'unverified' });
});

test('observations and policy are taken into account', () => {
  const line = '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';
  const [again] = decide(line, { observations: ['control-recipient-same-domain:accepted', 'second-try:refused'] });
  expect(again).toMatchObject({ do: 'suppress', cause: 'address-does-not-exist' });
  const [others] = decide(line, { observations: ['control-recipient-same-domain:refused'] });
  expect(others).toMatchObject({ do: 'hold', then: null, owner: 'recipient-admin' });
});

test('what is nothing gives a decision that does nothing', () => {
  for (const input of ['', 'Hello there', {}, new Error('boom'), new Uint8Array()])
    expect(decide(input)[0]).toMatchObject({ do: 'ignore', trust: 'unverified' });
});

test('hostile fields of an error do no harm', () => {
  const error = {
    code: 'EENVELOPE',
    response: { toString: 1 },
    responseCode: Number.NaN,
    command: 7,
    rejected: [null, 5],
    rejectedErrors: [
      null,
      'x',
      { recipient: {}, response: 'a'.repeat(1_000_000), responseCode: 1e9, command: 'RCPT TO' },
    ],
  };
  const decisions = decide(error);
  expect(decisions).toHaveLength(3);
  for (const { do: deed, event } of decisions) {
    expect(deed).not.toBe('suppress');
    expect((event.diagnostic ?? '').length).toBeLessThanOrEqual(8_192);
  }
});
