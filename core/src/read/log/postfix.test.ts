import { expect, test } from 'vitest';
import { newReading, type Reading } from '../../reading.ts';
import type { LogOptions } from './dialect.ts';
import { postfix } from './postfix.ts';

const june: LogOptions = { now: new Date('2026-06-01T00:00:00Z') };

/** All readings of the lines. */
function read(lines: string[], options: LogOptions = june): Reading[] {
  const reader = postfix.create(options);
  return [...lines.flatMap((line, place) => reader.line(line, place + 1) ?? []), ...reader.end()];
}

test('a bounce gets sender and message id from the earlier lines of its queue id', () => {
  const readings = read([
    'May 27 14:29:58 relay7 postfix/cleanup[812]: 7C2E91A0B3: message-id=<k7@app.example.net>',
    'May 27 14:29:58 relay7 postfix/qmgr[99]: 7C2E91A0B3: from=<ret@news.example.net>, size=2311, nrcpt=1 (queue active)',
    'May 27 14:30:00 relay7 postfix/smtp[815]: 7C2E91A0B3: to=<mia@shop.example.org>, orig_to=<info@example.net>, relay=mx2.shop.example.org[192.0.2.7]:25, delay=1.9, delays=0.1/0/1/0.8, dsn=5.1.1, status=bounced (host mx2.shop.example.org[192.0.2.7] said: 550 5.1.1 <mia@shop.example.org>: (no) such user (in reply to RCPT TO command))',
    'May 27 14:30:00 relay7 postfix/bounce[816]: 7C2E91A0B3: sender non-delivery notification: 9A11',
    'May 27 14:30:00 relay7 postfix/qmgr[99]: 7C2E91A0B3: removed',
    'May 27 14:30:01 relay7 postfix/smtp[815]: 7C2E91A0B3: to=<zoe@shop.example.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx2.shop.example.org[192.0.2.7]:25: Connection timed out)',
  ]);
  const bounce = newReading('log', 'postfix', 'bounce');
  Object.assign(bounce, {
    recipient: 'mia@shop.example.org',
    originalRecipient: 'info@example.net',
    sender: 'ret@news.example.net',
    reportingMta: 'relay7',
    remoteHost: 'mx2.shop.example.org',
    remoteIp: '192.0.2.7',
    stage: 'rcpt',
    replyCode: 550,
    enhancedStatus: '5.1.1',
    dsnAction: 'failed',
    diagnostic: '550 5.1.1 <mia@shop.example.org>: (no) such user',
    timestamp: '2026-05-27T14:30:00Z',
    position: '3',
  });
  bounce.message.messageId = '<k7@app.example.net>';
  const deferral = newReading('log', 'postfix', 'deferral');
  Object.assign(deferral, {
    recipient: 'zoe@shop.example.org',
    reportingMta: 'relay7',
    remoteHost: 'mx2.shop.example.org',
    remoteIp: '192.0.2.7',
    stage: 'connect',
    enhancedStatus: '4.4.1',
    dsnAction: 'delayed',
    diagnostic: 'connect to mx2.shop.example.org[192.0.2.7]:25: Connection timed out',
    timestamp: '2026-05-27T14:30:01Z',
    position: '6',
  });
  expect(readings).toEqual([bounce, deferral]);
});

test('a sent line under every head', () => {
  const body =
    '5D0A1: to=<lea@example.org>, relay=mx.example.org[2001:db8::9]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as Q1)';
  const heads: [string, string | null, string | null][] = [
    ['May 27 14:30:00 hub postfix/smtp[7]: ', '2026-05-27T14:30:00Z', 'hub'],
    ['<22>May  7 14:30:00 hub postfix/smtp[7]: ', '2026-05-07T14:30:00Z', 'hub'],
    ['Dec 31 23:59:59 hub postfix-out/smtp[7]: ', '2025-12-31T23:59:59Z', 'hub'],
    ['2026-05-27T14:30:00.25+02:00 hub postfix/smtp[7]: ', '2026-05-27T12:30:00.25Z', 'hub'],
    ['<22>1 2026-05-27T14:30:00Z hub postfix/smtp 7 - [a@1 b="c"] ', '2026-05-27T14:30:00Z', 'hub'],
    ['2026-05-27T14:30:00.5Z stdout F May 27 14:30:00 hub postfix/smtp[7]: ', '2026-05-27T14:30:00.5Z', 'hub'],
    ['mail-1  | May 27 14:30:00 hub postfix/smtp[7]: ', '2026-05-27T14:30:00Z', 'hub'],
    ['', null, null],
  ];
  for (const [head, timestamp, reportingMta] of heads) {
    const [reading] = read([head + body]);
    expect([
      head,
      reading?.kind,
      reading?.recipient,
      reading?.remoteIp,
      reading?.timestamp,
      reading?.reportingMta,
    ]).toEqual([head, 'delivery', 'lea@example.org', '2001:db8::9', timestamp, reportingMta]);
  }
  const journal = JSON.stringify({
    __REALTIME_TIMESTAMP: '1779892200000000',
    _HOSTNAME: 'hub',
    SYSLOG_IDENTIFIER: 'postfix/smtp',
    MESSAGE: body,
  });
  expect(read([journal])[0]).toMatchObject({
    recipient: 'lea@example.org',
    timestamp: '2026-05-27T14:30:00Z',
    reportingMta: 'hub',
  });
});

test('lines without their head', () => {
  const said = 'status=bounced (host mx.example.org[192.0.2.7] said: 550 no (in reply to end of DATA command))';
  expect(read([`smtp[7]: 5D0A1: to=<lea@example.org>, relay=x[192.0.2.7]:25, dsn=5.1.1, ${said}`])[0]).toMatchObject({
    recipient: 'lea@example.org',
    stage: 'end-of-data',
  });
  expect(read([`92.0.2.7]:25, delay=2, dsn=5.1.1, ${said}`])[0]).toMatchObject({
    kind: 'bounce',
    recipient: null,
    enhancedStatus: '5.1.1',
    diagnostic: '550 no',
  });
});

test('a time without year stays null where no now is given, and says so', () => {
  const [reading] = read(
    ['May 27 14:30:00 hub postfix/smtp[7]: 5D0A1: to=<lea@example.org>, relay=none, dsn=4.4.3, status=deferred (x)'],
    {},
  );
  expect([reading?.timestamp, reading?.warnings.map(({ code }) => code)]).toEqual([null, ['timestamp-no-year']]);
});

test('refusals of the own server', () => {
  const [reject, soft, warn, forged] = read([
    'NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 554 5.7.1 <lea@example.org>: Relay access denied; from=<x@example.net> to=<lea@example.org> proto=ESMTP helo=<h>',
    'NOQUEUE: milter-reject: RCPT from h[192.0.2.7]: 451 4.7.1 Greylisting; from=<> to=<lea@example.org> proto=ESMTP helo=<h>',
    'NOQUEUE: reject_warning: RCPT from h[192.0.2.7]: 550 5.1.1 <a@example.org>: unknown; from=<x@example.net> to=<a@example.org> proto=ESMTP helo=<h>',
    'NOQUEUE: reject: MAIL from h[192.0.2.7]: 550 5.7.1 no; from=<x@example.net> proto=ESMTP helo=<; to=<live@example.org>>',
  ]);
  expect(reject).toMatchObject({
    kind: 'bounce',
    stage: 'rcpt',
    replyCode: 554,
    enhancedStatus: '5.7.1',
    recipient: 'lea@example.org',
    sender: 'x@example.net',
    remoteHost: null,
    diagnostic: '554 5.7.1 <lea@example.org>: Relay access denied',
  });
  expect(soft).toMatchObject({ kind: 'deferral', sender: '', recipient: 'lea@example.org' });
  expect(warn).toMatchObject({ kind: 'other' });
  expect(forged).toMatchObject({ kind: 'bounce', recipient: null });
});

test('an expired mail fails those who were still waiting', () => {
  const readings = read([
    'May 27 10:00:00 hub postfix/smtp[7]: 5D0A1: to=<a@example.org>, relay=none, dsn=4.4.1, status=deferred (timeout)',
    'May 27 10:00:01 hub postfix/smtp[7]: 5D0A1: to=<b@example.org>, relay=none, dsn=4.4.1, status=deferred (timeout)',
    'May 27 11:00:01 hub postfix/smtp[7]: 5D0A1: to=<b@example.org>, relay=none, dsn=2.0.0, status=sent (ok)',
    'May 30 10:00:00 hub postfix/qmgr[9]: 5D0A1: from=<x@example.net>, status=expired, returned to sender',
  ]);
  expect(readings.map(({ kind, recipient, hint }) => [kind, recipient, hint])).toEqual([
    ['deferral', 'a@example.org', null],
    ['deferral', 'b@example.org', null],
    ['delivery', 'b@example.org', null],
    ['bounce', 'a@example.org', 'route.expired'],
  ]);
});

test('a probe that met a temporary failure is no bounce', () => {
  const line = (dsn: string) => `5D0A1: to=<lea@example.org>, relay=none, dsn=${dsn}, status=undeliverable (text)`;
  expect(read([line('4.4.1'), line('5.1.1')]).map(({ kind }) => kind)).toEqual(['deferral', 'bounce']);
});

test('hostile lines end soon and throw nothing', () => {
  const long = 'x('.repeat(5_000_000);
  const lines = [
    long,
    `5D0A1: to=<${long}`,
    `5D0A1: to=<a@b>, relay=x[1, dsn=, status=bounced (host ${long}`,
    '\0'.repeat(1000),
    '((((',
    '5D0A1: to=',
    '{"MESSAGE":{}}',
    `{"log":${'['.repeat(9999)}`,
    '@400000000000000000000000',
    '<22>1 ',
    'May 99 99:99:99 h postfix/x[1]: 5D0A1: to=<a@b>, status=sent',
  ];
  const started = performance.now();
  expect(() => read(lines)).not.toThrow();
  expect(performance.now() - started).toBeLessThan(3000);
});
