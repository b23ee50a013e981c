import { describe, expect, it } from 'vitest';
import { makeCertificate } from '../../probe/src/certificate-fixture.ts';
import { type Deed, drip, endless, late, raw } from '../peer/smtp-script.ts';
import { ask, commandsOf, QUICK } from './ask.ts';
import { scriptedServers } from './running.ts';

const start = scriptedServers();
const certificate = makeCertificate({ names: ['mx.example.net'] });
const tls = { key: certificate.key, cert: certificate.cert };
const limits = { ...QUICK, line: 512, reply: 4_096, dialogue: 16_384 };

describe('what never ends is ended', () => {
  it.each<[string, Deed, string, RegExp]>([
    ['a banner of lines without end', endless('220-welcome to a long story\r\n'), 'not-smtp', /longer than 4096 bytes/],
    ['a line without end', endless('220 welcome '), 'not-smtp', /longer than 512 bytes/],
    [
      'replies without end',
      endless('220 welcome\r\n'),
      'not-smtp',
      /^The server sent replies to which nothing had been asked\.$/,
    ],
    ['empty lines', endless('\r\n'), 'not-smtp', /no reply code/],
    ['zeros', endless('\0'), 'not-smtp', /longer than 512 bytes/],
    ['an octet now and then', drip('2', 20), 'timeout', /No whole reply in time, only "2+"/],
    ['silence', null, 'timeout', /^No reply in time\.$/],
    ['half a reply', raw('220-wait for it\r\n'), 'timeout', /only "220-wait for it"/],
    ['a greeting that comes too late', late(2_000, '220 hello'), 'timeout', /^No reply in time\.$/],
  ])('%s', async (_what, greeting, outcome, detail) => {
    const server = await start({ greeting });
    const seen = await ask(server.port, { recipients: ['a@example.net'] }, { limits });
    expect(seen.outcome).toBe(outcome);
    expect(seen.detail ?? '').toMatch(detail);
    expect(seen.detail?.length ?? 0).toBeLessThan(900);
  });

  it('megabytes of EHLO lines', async () => {
    const server = await start({ ehlo: raw('250-X-KEYWORD\r\n'.repeat(300_000)) });
    const seen = await ask(server.port, {}, { limits: QUICK });
    expect(seen).toMatchObject({ outcome: 'not-smtp', extensions: {}, startTls: 'not-tried' });
    expect(seen.detail).toMatch(/^The server said more than 262144 bytes|^A reply is longer than 65536 bytes/);
  });

  it('a dialogue in which every reply comes just in time', async () => {
    const slow = late(300, '250 OK');
    const server = await start({ ehlo: slow, replies: { MAIL: slow, RCPT: slow } });
    const recipients = Array.from({ length: 10 }, (_, i) => `r${i}@example.net`);
    const seen = await ask(server.port, { recipients }, { limits: { ...QUICK, wholeTime: 1_000 } });
    expect(seen.outcome).toBe('timeout');
    expect(seen.recipients.map(({ step }) => step.code)).toContain(null);
    expect(seen.recipients.at(-1)?.notTried).toMatch(/^The dialogue ended before this address: No reply in time/);
  });

  it('a handshake that is never answered', async () => {
    const server = await start({ ehlo: '250-mx.example.net\n250 STARTTLS', replies: { STARTTLS: '220 Go ahead' } });
    const seen = await ask(server.port, {}, { limits });
    expect(seen).toMatchObject({ startTls: 'failed', tlsError: 'no handshake in time', tls: null });
  });

  it('a handshake that is answered with noise', async () => {
    const server = await start({
      ehlo: '250-mx.example.net\n250 STARTTLS',
      replies: {
        STARTTLS: (socket) => {
          socket.removeAllListeners('data');
          socket.write('220 Go ahead\r\n');
          socket.once('data', () => void endless('no TLS at all\r\n'));
          socket.once('data', () => socket.write('500 5.5.1 what was that?\r\n'.repeat(100)));
        },
      },
    });
    const seen = await ask(server.port, {}, { limits });
    expect(seen).toMatchObject({ outcome: 'answered', startTls: 'failed', tls: null });
    expect(seen.tlsError).toMatch(/wrong version number|packet length too long/);
  });
});

describe('what speaks another protocol', () => {
  it.each([
    ['SSH', raw('SSH-2.0-OpenSSH_9.2p1\r\n'), '"SSH-2.0-OpenSSH_9.2p1"'],
    ['POP3', raw('+OK ready\r\n'), '"+OK ready"'],
    ['IMAP', raw('* OK IMAP4rev1 ready\r\n'), '"* OK IMAP4rev1 ready"'],
    ['HTTP', raw('HTTP/1.1 400 Bad Request\r\n\r\n'), '"HTTP/1.1 400 Bad Request"'],
    ['a page', raw('<html>\n<body>'), '"<html>"'],
    ['colours of a terminal', raw('\x1b[31mhello\x1b[0m\r\n'), '"\\u001b[31mhello\\u001b[0m"'],
    ['a code of four digits', raw('2200 hello\r\n'), '"2200 hello"'],
    ['a code that is none', raw('120 nearly\r\n'), '"120 nearly"'],
  ])('%s', async (_what, greeting, words) => {
    const server = await start({ greeting });
    const seen = await ask(server.port, { recipients: ['a@example.net'] }, { limits });
    expect(seen).toMatchObject({ outcome: 'not-smtp', detail: `What came has no reply code: ${words}.` });
    expect(commandsOf(seen)).toEqual(['*']);
    expect(server.transcripts[0]?.commands).toEqual([]);
  });

  it('a code of success that is no greeting', async () => {
    const server = await start({ greeting: '354 send me everything' });
    const seen = await ask(server.port, { recipients: ['a@example.net'] }, { limits });
    expect(seen).toMatchObject({
      outcome: 'not-smtp',
      detail: 'No mail server greets so: "354 send me everything".',
    });
    expect(server.transcripts[0]?.commands).toEqual([]);
  });

  it('TLS from the first byte, which waits for a word that SMTP does not say first', async () => {
    const server = await start({ implicitTls: true, tls });
    expect(await ask(server.port, {}, { limits })).toMatchObject({
      outcome: 'timeout',
      detail: 'No reply in time.',
      greeted: null,
    });
  });

  it('a TLS alert', async () => {
    const server = await start({ greeting: raw(Uint8Array.of(0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x46, 0x0a)) });
    expect((await ask(server.port, {}, { limits })).outcome).toBe('not-smtp');
  });
});

describe('what speaks out of turn', () => {
  it('drops replies that nobody asked for, so that none is taken for the answer to a recipient', async () => {
    const server = await start({
      greeting: raw('220 mx.example.net\r\n250 2.1.5 every recipient is fine\r\n'),
      ehlo: '250 mx.example.net',
      replies: { RCPT: '550 5.1.1 Unknown' },
    });
    const seen = await ask(server.port, { recipients: ['a@example.net'] }, { limits });
    expect(seen.recipients[0]?.step).toMatchObject({ reply: '550 5.1.1 Unknown', code: 550 });
    expect(seen.notes).toEqual([{ kind: 'spoke-early', detail: '250 2.1.5 every recipient is fine' }]);
  });

  it('takes a farewell at any time', async () => {
    const server = await start({ greeting: raw('220 mx.example.net\r\n421 4.3.2 Shutting down\r\n') });
    expect(await ask(server.port, {}, { limits })).toMatchObject({
      outcome: 'turned-away',
      detail: '421 4.3.2 Shutting down',
    });
  });

  it.each([
    ['replies', '250-mx.example.net\r\n250 AUTH PLAIN\r\n', '250-mx.example.net\n250 AUTH PLAIN'],
    ['half a reply', '250-SIZE 1\r\n250-AUT', '"250-SIZE 1\\n250-AUT"'],
    ['no SMTP', 'anything\r\n', 'What came has no reply code: "anything".'],
  ])('drops what is slipped in before the handshake: %s', async (_what, injected, detail) => {
    const server = await start({
      tls,
      slippedIn: injected,
      ehlo: '250-mx.example.net\n250 STARTTLS',
      ehloTls: '250-mx.example.net\n250 SIZE 1000',
      replies: { RCPT: '550 5.1.1 Unknown' },
    });
    const seen = await ask(server.port, { recipients: ['a@example.net'] }, { limits });
    expect(seen.notes).toEqual([{ kind: 'bytes-before-tls', detail }]);
    expect(seen).toMatchObject({ outcome: 'answered', startTls: 'done' });
    // of what was slipped in nothing has come under the cover of TLS
    expect(seen.extensions).toEqual({ SIZE: '1000' });
    expect(seen.recipients[0]?.step.reply).toBe('550 5.1.1 Unknown');
  });
});

describe('what is sloppy is read and noted', () => {
  it.each<[string, string, string, number]>([
    ['mixed-codes', '250-2.1.5 one\r\n550 5.1.1 two\r\n', '250-2.1.5 one\n550 5.1.1 two', 550],
    ['broken-line', '550-5.1.1 one\r\nand more\r\n550 end\r\n', '550-5.1.1 one\nand more\n550 end', 550],
    ['bare-lf', '550 5.1.1 Unknown\n', '550 5.1.1 Unknown', 550],
  ])('%s', async (kind, octets, reply, code) => {
    const server = await start({ replies: { RCPT: raw(octets) } });
    const seen = await ask(server.port, { recipients: ['a@example.net'] }, { limits });
    expect(seen.recipients[0]?.step).toMatchObject({ reply, code });
    expect(seen.notes?.map((note) => note.kind)).toEqual([kind]);
  });
});
