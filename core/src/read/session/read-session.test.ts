import { describe, expect, test } from 'vitest';
import { isSession, readSession } from './read-session.ts';

const linesOf = (text: string) => text.replace(/^\n/, '').split('\n');

function readingsOf(text: string) {
  const lines = linesOf(text);
  expect(isSession(lines)).toBe(true);
  return readSession(lines);
}

const refused = `
220 mx.plum.example ESMTP
EHLO out.quince.example
250-mx.plum.example
250-PIPELINING
250 8BITMIME
MAIL FROM:<olga@quince.example>
250 2.1.0 Ok
RCPT TO:<kepler@plum.example>
554 5.7.1 Service unavailable; Client host [192.0.2.5] blocked using zen.spamhaus.org
QUIT
221 2.0.0 Bye
`;

const expected = {
  format: 'reply',
  kind: 'bounce',
  recipient: 'kepler@plum.example',
  sender: 'olga@quince.example',
  remoteHost: 'mx.plum.example',
  stage: 'rcpt',
  diagnostic: '554 5.7.1 Service unavailable; Client host [192.0.2.5] blocked using zen.spamhaus.org',
};

describe('the refusal decides, not the greeting', () => {
  test('typed by hand', () => {
    const readings = readingsOf(refused);
    expect(readings).toMatchObject([expected]);
    expect(readings[0]?.sendingMta).toEqual({ host: 'out.quince.example', ip: null });
  });

  const prefixed = (server: string, client: string) =>
    linesOf(refused)
      .map((line) => (line === '' ? '' : /^\d/.test(line) ? `${server}${line}` : `${client}${line}`))
      .join('\n');

  test.each([
    ['swaks', '<-  ', ' -> '],
    ['swaks over TLS', '<~  ', ' ~> '],
    ['swaks at what it did not expect', '<** ', ' -> '],
    ['swaks at what it did not expect over TLS', '<~* ', ' ~> '],
    ['curl', '< ', '> '],
    ['the RFC', 'S: ', 'C: '],
    ['Sendmail', '<<< ', '>>> '],
    ['PHPMailer', '2026-03-04 08:00:00 SERVER -> CLIENT: ', '2026-03-04 08:00:00 CLIENT -> SERVER: '],
    ['Postfix', ' Out: ', ' In:  '],
  ])('as %s shows it', (_, server, client) => {
    expect(readingsOf(prefixed(server, client))).toMatchObject([expected]);
  });

  test('with the lines of telnet around it', () => {
    const [reading] = readingsOf(
      `$ telnet mx.plum.example 25\nTrying 192.0.2.9...\nConnected to mx.plum.example.\nEscape character is '^]'.${refused}Connection closed by foreign host.`,
    );
    expect(reading).toMatchObject({ ...expected, remoteIp: '192.0.2.9' });
  });

  test('in openssl s_client, which hides the greeting', () => {
    const readings = readingsOf(`
CONNECTED(00000003)
---
250 CHUNKING
mail from: olga@quince.example
250 ok
rcpt to: kepler@plum.example
450 4.2.0 Greylisted, come back later
`);
    expect(readings).toMatchObject([
      {
        kind: 'deferral',
        recipient: 'kepler@plum.example',
        stage: 'rcpt',
        diagnostic: '450 4.2.0 Greylisted, come back later',
      },
    ]);
  });
});

test('a refusal of the message is one of all who were accepted; the text of the message is none', () => {
  const readings = readingsOf(`
220 mx.plum.example ESMTP
HELO out.quince.example
250 mx.plum.example
MAIL FROM:<olga@quince.example>
250 ok
RCPT TO:<kepler@plum.example>
250 ok
RCPT TO:<tycho@plum.example>
550 5.1.1 no such user
DATA
354 go ahead
Subject: numbers

550 in a line of the text
.
552-5.2.3 Message
552 5.2.3 too big
QUIT
221 bye
`);
  expect(readings).toMatchObject([
    { recipient: 'kepler@plum.example', stage: 'end-of-data', diagnostic: '552-5.2.3 Message too big' },
    { recipient: 'tycho@plum.example', stage: 'rcpt', diagnostic: '550 5.1.1 no such user' },
  ]);
});

test('what only follows from a refusal does not hide it', () => {
  const readings = readingsOf(`
220 mx.plum.example ESMTP
EHLO out.quince.example
250 mx.plum.example
MAIL FROM:<olga@quince.example>
550 5.7.1 Sender rejected
RCPT TO:<kepler@plum.example>
503 5.5.1 Error: need MAIL command
DATA
503 5.5.1 Error: need RCPT command
`);
  expect(readings).toMatchObject([
    { recipient: 'kepler@plum.example', stage: 'mail', diagnostic: '550 5.7.1 Sender rejected' },
  ]);
});

test('an EHLO that the server does not know is no refusal where HELO goes on', () => {
  const [reading] = readingsOf(`
220 mx.plum.example SMTP
EHLO out.quince.example
502 5.5.1 unknown command
HELO out.quince.example
250 mx.plum.example
MAIL FROM:<olga@quince.example>
250 ok
RCPT TO:<kepler@plum.example>
250 ok
DATA
354 go
.
250 2.0.0 queued as 4f9Kc2xT
`);
  expect(reading).toMatchObject({
    kind: 'delivery',
    recipient: 'kepler@plum.example',
    diagnostic: '250 2.0.0 queued as 4f9Kc2xT',
  });
});

test('the server that takes nobody says so before any command', () => {
  expect(readingsOf('554 mx.plum.example not accepting messages\nQUIT\n221 bye')).toMatchObject([
    { kind: 'bounce', recipient: null, stage: 'connect', diagnostic: '554 mx.plum.example not accepting messages' },
  ]);
});

test('a refused sign-in behind its questions', () => {
  expect(
    readingsOf(
      '220 mx.plum.example\nEHLO q.example\n250 ok\nAUTH LOGIN\n334 VXNlcm5hbWU6\nbWU=\n334 UGFzc3dvcmQ6\neA==\n535 5.7.8 bad credentials',
    ),
  ).toMatchObject([{ stage: 'auth', diagnostic: '535 5.7.8 bad credentials' }]);
});

test('commands that were sent together are answered in their order', () => {
  expect(
    readingsOf(
      '220 mx.plum.example\nEHLO q.example\n250 PIPELINING\nMAIL FROM:<olga@quince.example>\nRCPT TO:<kepler@plum.example>\nDATA\n250 ok\n550 5.1.1 nobody\n554 5.5.1 Error: no valid recipients',
    ),
  ).toMatchObject([{ recipient: 'kepler@plum.example', stage: 'rcpt', diagnostic: '550 5.1.1 nobody' }]);
});

test('a session that stops before the message is no delivery', () => {
  expect(
    readingsOf(
      '220 mx.plum.example\nEHLO q.example\n250 ok\nMAIL FROM:<olga@quince.example>\n250 ok\nRCPT TO:<kepler@plum.example>\n250 ok\nQUIT\n221 bye',
    ),
  ).toMatchObject([{ kind: 'other', warnings: [{ code: 'session-without-refusal' }] }]);
});

test.each([
  ['one reply', '220 mx.plum.example ESMTP'],
  ['a folded reply', '550-5.7.1 one\n550 5.7.1 two'],
  [
    'a report that quotes a session',
    'From: MAILER-DAEMON@quince.example\nSubject: Returned\n\n220 mx.plum.example\nEHLO q.example\n550 no',
  ],
  [
    'what Sendmail quotes',
    '... while talking to mx.plum.example.:\n>>> RCPT To:<kepler@plum.example>\n<<< 550 5.1.1 nobody',
  ],
])('%s is none', (_, text) => expect(isSession(text.split('\n'))).toBe(false));
