import { expect, test } from 'vitest';
import { noSendingMta, type Reading } from '../../reading.ts';
import { detectLog, logDialects, mixedReader } from './index.ts';

const now = new Date('2026-06-01T00:00:00Z');

/** All that is set in the readings of the lines, read as the dialect that is found in them. */
function read(dialect: string, lines: string[]): Partial<Reading>[] {
  const found = detectLog(lines);
  expect(found?.dialect).toBe(dialect);
  const reader = mixedReader(found ?? (logDialects[0] as never), { now });
  return lines.flatMap((line, place) => reader.line(line, place + 1) ?? []).map(filled);
}

function filled(reading: Reading): Partial<Reading> {
  const entries = Object.entries(reading).flatMap(([name, value]) => {
    if (name === 'message') {
      const message = Object.entries(value).filter(([, text]) => text !== null);
      return message.length === 0 ? [] : [[name, Object.fromEntries(message)]];
    }
    const isUsual =
      value === noSendingMta ||
      name === 'format' ||
      name === 'dialect' ||
      value === null ||
      (Array.isArray(value) && value.length === 0);
    return isUsual ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

test('exim', () => {
  expect(
    read('exim', [
      '2026-05-27 14:30:00 1uJxAb-0002Cd-3E <= ret@news.example.net H=app [198.51.100.4] P=esmtps S=900 id=k9@app.example.net',
      '2026-05-27 14:30:01 1uJxAb-0002Cd-3E ** mia@shop.example.org <info@example.net> R=dnslookup T=remote_smtp H=mx.shop.example.org [192.0.2.7] X=TLS1.3:AES DT=1s: SMTP error from remote mail server after RCPT TO:<mia@shop.example.org>: 550 5.1.1 no such user',
      '2026-05-27 14:30:02 1uJxAb-0002Cd-3E == lea@shop.example.org R=dnslookup T=remote_smtp defer (110): Connection timed out',
      '2026-05-27 14:30:03 1uJxAb-0002Cd-3E => zoe@example.org R=dnslookup T=remote_smtp H=mx.example.org [2001:db8::9] C="250 2.0.0 Ok: \\"q\\""',
      '2026-05-27 14:30:03 1uJxAb-0002Cd-3E Completed',
      '2026-05-27 14:30:04 H=(h) [198.51.100.9] F=<x@example.net> temporarily rejected RCPT <tom@example.org>: greylisted',
    ]),
  ).toEqual([
    {
      kind: 'bounce',
      recipient: 'mia@shop.example.org',
      originalRecipient: 'info@example.net',
      sender: 'ret@news.example.net',
      remoteHost: 'mx.shop.example.org',
      remoteIp: '192.0.2.7',
      stage: 'rcpt',
      replyCode: 550,
      dsnAction: 'failed',
      diagnostic: '550 5.1.1 no such user',
      timestamp: '2026-05-27T14:30:01Z',
      message: { messageId: '<k9@app.example.net>' },
      position: '2',
    },
    {
      kind: 'deferral',
      recipient: 'lea@shop.example.org',
      sender: 'ret@news.example.net',
      dsnAction: 'delayed',
      diagnostic: 'Connection timed out',
      timestamp: '2026-05-27T14:30:02Z',
      message: { messageId: '<k9@app.example.net>' },
      position: '3',
    },
    {
      kind: 'delivery',
      recipient: 'zoe@example.org',
      sender: 'ret@news.example.net',
      remoteHost: 'mx.example.org',
      remoteIp: '2001:db8::9',
      replyCode: 250,
      dsnAction: 'delivered',
      diagnostic: '250 2.0.0 Ok: "q"',
      timestamp: '2026-05-27T14:30:03Z',
      message: { messageId: '<k9@app.example.net>' },
      position: '4',
    },
    {
      kind: 'deferral',
      recipient: 'tom@example.org',
      sendingMta: { host: null, ip: '198.51.100.9' },
      sender: 'x@example.net',
      stage: 'rcpt',
      dsnAction: 'delayed',
      diagnostic: 'greylisted',
      timestamp: '2026-05-27T14:30:04Z',
      position: '6',
    },
  ]);
});

test('exim: the older form names the host before the reply', () => {
  const [reading] = read('exim', [
    '2026-05-27 14:30:01 1uJxAb-0002Cd-3E ** mia@example.org: SMTP error from remote mailer after end of data: host mx.example.org [192.0.2.7]: 554 spam',
  ]);
  expect(reading).toMatchObject({
    recipient: 'mia@example.org',
    remoteHost: 'mx.example.org',
    remoteIp: '192.0.2.7',
    stage: 'end-of-data',
    diagnostic: '554 spam',
  });
});

test('sendmail', () => {
  expect(
    read('sendmail', [
      'May 27 14:30:00 hub sendmail[31]: 54REU0aB012345: from=<ret@news.example.net>, size=900, msgid=<k9@app.example.net>, relay=app [198.51.100.4]',
      'May 27 14:30:01 hub sm-mta[31]: 54REU0aB012345: to=<a@example.org>,<b@example.org>, delay=00:00:01, mailer=esmtp, relay=mx.example.org. [192.0.2.7], dsn=5.1.1, stat=User unknown',
      'May 27 14:30:02 hub sm-mta[31]: ruleset=check_rcpt, arg1=<c@example.org>, relay=h [198.51.100.9], reject=550 5.7.1 <c@example.org>... Relaying denied',
    ]).map(({ kind, recipient, sender, remoteHost, remoteIp, enhancedStatus, diagnostic }) => [
      kind,
      recipient,
      sender,
      remoteHost,
      remoteIp,
      enhancedStatus,
      diagnostic,
    ]),
  ).toEqual([
    ['bounce', 'a@example.org', 'ret@news.example.net', 'mx.example.org', '192.0.2.7', '5.1.1', 'User unknown'],
    ['bounce', 'b@example.org', 'ret@news.example.net', 'mx.example.org', '192.0.2.7', '5.1.1', 'User unknown'],
    [
      'bounce',
      'c@example.org',
      undefined,
      undefined,
      undefined,
      '5.7.1',
      '550 5.7.1 <c@example.org>... Relaying denied',
    ],
  ]);
});

test('opensmtpd, new and old form', () => {
  const lines = [
    'May 27 14:30:00 hub smtpd[5]: 8f1c0d2e3a4b5c6d mta delivery evpid=1a2b from=<x@example.net> to=<mia@example.org> rcpt=<info@example.net> source="198.51.100.4" relay="192.0.2.7 (mx.example.org)" delay=1s result="PermFail" stat="550 5.1.1 no "such" user"',
    'May 27 14:30:00 hub smtpd[5]: relay: TempFail for 1a2b: session=3c, from=<x@example.net>, to=<mia@example.org>, rcpt=<->, source=198.51.100.4, relay=192.0.2.7 (mx.example.org), delay=1s, stat=451 wait',
  ];
  const common = {
    recipient: 'mia@example.org',
    sender: 'x@example.net',
    reportingMta: 'hub',
    remoteHost: 'mx.example.org',
    remoteIp: '192.0.2.7',
    timestamp: '2026-05-27T14:30:00Z',
  };
  expect(read('opensmtpd', lines)).toEqual([
    {
      ...common,
      kind: 'bounce',
      originalRecipient: 'info@example.net',
      replyCode: 550,
      dsnAction: 'failed',
      diagnostic: '550 5.1.1 no "such" user',
      position: '1',
    },
    { ...common, kind: 'deferral', replyCode: 451, dsnAction: 'delayed', diagnostic: '451 wait', position: '2' },
  ]);
});

test('qmail with TAI64N', () => {
  expect(
    read('qmail', [
      '@4000000068359c0a00000000 info msg 482: bytes 210 from <x@example.net> qp 3 uid 4',
      '@4000000068359c0a00000000 starting delivery 5: msg 482 to remote mia@example.org',
      '@4000000068359c0a1dcd6500 delivery 5: failure: 192.0.2.7_does_not_like_recipient./Remote_host_said:_550_no_such_user/Giving_up_on_192.0.2.7./',
    ]),
  ).toEqual([
    {
      kind: 'bounce',
      recipient: 'mia@example.org',
      sender: 'x@example.net',
      remoteIp: '192.0.2.7',
      stage: 'rcpt',
      replyCode: 550,
      dsnAction: 'failed',
      diagnostic: '550 no such user',
      timestamp: '2025-05-27T11:03:28.5Z',
      position: '3',
    },
  ]);
});

test('qmail with the times of tai64nlocal, which name no program', () => {
  expect(
    read('qmail', [
      '2026-05-27 14:30:00.000001500 info msg 482: bytes 210 from <x@example.net> qp 3 uid 4',
      '2026-05-27 14:30:00.000002500 starting delivery 5: msg 482 to remote mia@example.org',
      '2026-05-27 14:30:02.000003500 delivery 5: deferral: 192.0.2.7_does_not_like_recipient./Remote_host_said:_450_later/Giving_up_on_192.0.2.7./',
    ]),
  ).toMatchObject([
    {
      kind: 'deferral',
      recipient: 'mia@example.org',
      sender: 'x@example.net',
      replyCode: 450,
      diagnostic: '450 later',
    },
  ]);
});

test('haraka gives a delivery to those of the domain who were not refused', () => {
  const id = '1B012E7A-4362-42CC-B2D5-27534802E482';
  expect(
    read('haraka', [
      `2026-05-27 14:30:00.000 [NOTICE] [${id}.1] [core] recipient <a@example.org> code=OK relay=Y`,
      `2026-05-27 14:30:00.000 [NOTICE] [${id}.1] [core] recipient <b@example.org> code=OK relay=Y`,
      `2026-05-27 14:30:01.000 [NOTICE] [${id}.1.1] [outbound] recipient <b@example.org> rejected: 550 5.1.1 none`,
      `2026-05-27 14:30:02.000 [NOTICE] [${id}.1.1] [outbound] delivered file=q domain="example.org" host="mx.example.org" ip=192.0.2.7 port=25 response="Ok queued" delay=1 rcpts=1/0/1`,
    ]).map(({ kind, recipient, remoteIp, diagnostic, enhancedStatus }) => [
      kind,
      recipient,
      remoteIp,
      diagnostic,
      enhancedStatus,
    ]),
  ).toEqual([
    ['bounce', 'b@example.org', undefined, '550 5.1.1 none', '5.1.1'],
    ['delivery', 'a@example.org', '192.0.2.7', 'Ok queued', undefined],
  ]);
});

test('stalwart', () => {
  const span = 'queueId = 77, from = "x@example.net", to = ["mia@example.org"], size = 3';
  expect(
    read('stalwart', [
      `2026-05-27T14:30:00Z INFO SMTP RCPT TO rejected (delivery.rcpt-to-rejected) ${span}, hostname = "mx.example.org", to = "mia@example.org", code = 550, details = "no \\"such\\", user", elapsed = 9ms`,
      `2026-05-27T14:30:01Z INFO DSN permanent failure (delivery.dsn-perm-fail) ${span}, to = "mia@example.org", code = 550`,
    ]),
  ).toEqual([
    {
      kind: 'bounce',
      recipient: 'mia@example.org',
      sender: 'x@example.net',
      remoteHost: 'mx.example.org',
      stage: 'rcpt',
      replyCode: 550,
      dsnAction: 'failed',
      diagnostic: 'no "such", user',
      timestamp: '2026-05-27T14:30:00Z',
      position: '1',
    },
  ]);
});

test('powermta without header', () => {
  expect(
    read('powermta', [
      'b,2026-05-27 14:30:00+0200,2026-05-27 14:29:00+0200,x@example.net,mia@example.org,,failed,5.1.1 (bad destination mailbox address),"smtp;550 5.1.1 none, sorry",mx.example.org (192.0.2.7),bad-mailbox,smtp,out1,smtp,198.51.100.4,192.0.2.7,,812,v1,job7,,example.org/v1,p',
    ]),
  ).toEqual([
    {
      kind: 'bounce',
      recipient: 'mia@example.org',
      sender: 'x@example.net',
      reportingMta: 'out1',
      remoteHost: 'mx.example.org',
      remoteIp: '192.0.2.7',
      sendingMta: { host: null, ip: '198.51.100.4' },
      replyCode: 550,
      enhancedStatus: '5.1.1',
      dsnAction: 'failed',
      diagnostic: '550 5.1.1 none, sorry',
      timestamp: '2026-05-27T12:30:00Z',
      message: { campaign: 'job7' },
      hint: 'recipient.unknown',
      position: '1',
    },
  ]);
});

test('kumomta', () => {
  const record = {
    type: 'TransientFailure',
    sender: 'x@example.net',
    recipient: 'mia@example.org',
    queue: 'q',
    peer_address: { name: 'mx.example.org.', addr: '192.0.2.7' },
    response: {
      code: 451,
      enhanced_code: { class: 4, subject: 7, detail: 1 },
      content: 'wait',
      command: 'RCPT TO:<mia@example.org>',
    },
    timestamp: 1779892200,
    headers: { Subject: 'Hi' },
    __proto__: null,
  };
  expect(read('kumomta', [JSON.stringify(record)])).toEqual([
    {
      kind: 'deferral',
      recipient: 'mia@example.org',
      sender: 'x@example.net',
      remoteHost: 'mx.example.org',
      remoteIp: '192.0.2.7',
      stage: 'rcpt',
      replyCode: 451,
      enhancedStatus: '4.7.1',
      dsnAction: 'delayed',
      diagnostic: '451 4.7.1 wait',
      timestamp: '2026-05-27T14:30:00Z',
      message: { subject: 'Hi' },
      position: '1',
    },
  ]);
});

test('exchange message tracking', () => {
  expect(
    read('exchange-tracking', [
      '#Software: Microsoft Exchange Server',
      '#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source,event-id,message-id,recipient-address,recipient-status,message-subject,sender-address,return-path',
      '2026-05-27T14:30:00.125Z,,,,EX7,ROUTING,FAIL,<k9@example.net>,mia@example.org,"[{LED=550 5.1.1 none; sorry};{MSG=};{FQDN=mx.example.org};{IP=192.0.2.7};{LRT=x}]","Hi, all",x@example.net,x@example.net',
    ]),
  ).toEqual([
    {
      kind: 'bounce',
      recipient: 'mia@example.org',
      sender: 'x@example.net',
      reportingMta: 'EX7',
      remoteHost: 'mx.example.org',
      remoteIp: '192.0.2.7',
      replyCode: 550,
      enhancedStatus: '5.1.1',
      dsnAction: 'failed',
      diagnostic: '550 5.1.1 none; sorry',
      timestamp: '2026-05-27T14:30:00.125Z',
      message: { messageId: '<k9@example.net>', subject: 'Hi, all', from: 'x@example.net' },
      position: '3',
    },
  ]);
});

test('microsoft 365 message trace: summary and enhanced summary', () => {
  const summary = read('microsoft-trace', [
    '"Received","Sender Address","Recipient Address","Subject","Status","Message ID"',
    '"2026-05-27T14:30:00","x@example.net","mia@example.org","Hi","Failed","<k9@example.net>"',
  ]);
  expect(summary).toEqual([
    {
      kind: 'bounce',
      recipient: 'mia@example.org',
      sender: 'x@example.net',
      dsnAction: 'failed',
      timestamp: '2026-05-27T14:30:00Z',
      message: { messageId: '<k9@example.net>', subject: 'Hi' },
      position: '2',
    },
  ]);
  const enhanced = read('microsoft-trace', [
    'origin_timestamp_utc,sender_address,recipient_status,message_subject,message_id',
    '2026-05-27T14:30:00.5Z,x@example.net,"a@example.org##Receive, Fail;b@example.org##Receive, Send",Hi,<k9@example.net>',
  ]);
  expect(enhanced.map(({ kind, recipient }) => [kind, recipient])).toEqual([
    ['bounce', 'a@example.org'],
    ['delivery', 'b@example.org'],
  ]);
});

test('a mixed syslog file gives each line to its program', () => {
  const told = read('postfix', [
    'May 27 14:30:00 hub postfix/smtp[7]: 5D0A1: to=<a@example.org>, relay=none, dsn=4.4.1, status=deferred (timeout)',
    'May 27 14:30:00 hub dovecot: imap(x): Logged out',
    'May 27 14:30:01 hub exim[9]: 1uJxAb-0002Cd-3E ** b@example.org: Unrouteable address',
    'May 27 14:30:02 hub postfix/smtp[7]: 5D0A1: to=<a@example.org>, relay=none, dsn=4.4.1, status=deferred (timeout)',
  ]);
  expect(told.map(({ recipient, position }) => [recipient, position])).toEqual([
    ['a@example.org', '1'],
    ['b@example.org', '3'],
    ['a@example.org', '4'],
  ]);
});

test('what is no log is not claimed', () => {
  expect(
    detectLog([
      '550 5.1.1 <a@example.org>: Recipient address rejected: User unknown',
      '451 4.7.1 Greylisted',
      '421 busy',
    ]),
  ).toBeNull();
  expect(
    detectLog(['From: a@example.org', 'To: b@example.org', 'Status: RO', 'Message-ID: <x@y>', '', 'Hello']),
  ).toBeNull();
  expect(
    detectLog(['Dear all,', 'the status=bounced word is in our logs; can you help, please?', 'Thanks']),
  ).toBeNull();
  expect(detectLog(['Final-Recipient: rfc822; a@example.org', 'Action: failed', 'Status: 5.1.1'])).toBeNull();
  expect(detectLog([])).toBeNull();
});

test('hostile lines: no dialect throws or hangs', () => {
  const long = 'a('.repeat(2_000_000);
  const lines = [
    long,
    `"${long}`,
    `{"type":"Bounce","recipient":{"__proto__":1},"response":[1]}`,
    '{"type":"Bounce","recipient":[null,1,{}],"headers":{"Subject":5}}',
    `b,2026-05-27 14:30:00,${',"'.repeat(9999)}`,
    `1uJxAb-0002Cd-3E ** ${' A='.repeat(50_000)}`,
    `1uJxAb-0002Cd-3E ** ${'<'.repeat(50_000)}`,
    'delivery 5: failure: ',
    `x (delivery.delivered) ${' = ['.repeat(9999)}`,
    `INFO ${'x '.repeat(50)}(delivery.delivered) to = [${'"a",'.repeat(3000)}`,
    '\0\0\0',
    '',
  ];
  const started = performance.now();
  for (const dialect of logDialects) {
    const reader = dialect.create({});
    for (const [place, line] of lines.entries()) {
      dialect.recognises(line.slice(0, 8192));
      expect(() => reader.line(line, place + 1)).not.toThrow();
    }
    reader.end();
  }
  expect(performance.now() - started).toBeLessThan(5000);
});
