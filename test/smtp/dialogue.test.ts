import { describe, expect, it } from 'vitest';
import { makeCa, makeCertificate } from '../../probe/src/certificate-fixture.ts';
import { andClose, late, startSmtpScript } from '../peer/smtp-script.ts';
import { ask, commandsOf, QUICK } from './ask.ts';
import { scriptedServers } from './running.ts';

const ca = makeCa();
const certificate = makeCertificate({ names: ['mx.example.net'], ca });
const tls = { key: certificate.key, cert: certificate.cert };

const start = scriptedServers();

describe('a dialogue', () => {
  it('goes over TLS up to RCPT and takes leave, and nothing in it could carry a message', async () => {
    const server = await start({ tls, replies: { 'RCPT TO:<GONE@EXAMPLE.NET>': '550 5.1.1 No such user here' } });
    const seen = await ask(
      server.port,
      { mailFrom: 'sender@example.org', recipients: ['gone@example.net', 'here@example.net'] },
      { ca: ca.cert },
    );
    expect(commandsOf(seen)).toEqual([
      '*',
      'EHLO probe.example.org',
      'STARTTLS',
      'EHLO probe.example.org',
      'MAIL FROM:<sender@example.org>',
      'RCPT TO:<gone@example.net>',
      'RCPT TO:<here@example.net>',
      'RSET',
      'QUIT',
    ]);
    expect(seen.steps.map(({ stage }) => stage)).toEqual([
      'connect',
      'ehlo',
      'starttls',
      'ehlo-tls',
      'mail',
      'rcpt',
      'rcpt',
      'rset',
      'quit',
    ]);
    expect(seen).toMatchObject({ outcome: 'answered', detail: null, startTls: 'done', tlsError: null, notes: [] });
    expect(seen.recipients).toMatchObject([
      {
        address: 'gone@example.net',
        step: { code: 550, enhancedStatus: '5.1.1', reply: '550 5.1.1 No such user here' },
      },
      { address: 'here@example.net', step: { code: 250, enhancedStatus: null } },
    ]);
    expect(seen.recipients.map(({ notTried }) => notTried)).toEqual([undefined, undefined]);
    // what the server heard is what the transcript says, and after STARTTLS all of it under TLS
    expect(server.transcripts).toHaveLength(1);
    expect(server.transcripts[0]?.commands).toEqual(commandsOf(seen).slice(1));
    expect(server.transcripts[0]?.secureCommands).toEqual(commandsOf(seen).slice(3));
    expect(server.transcripts[0]?.sni).toBe('mx.example.net');
    expect(seen.plainExtensions).toEqual({
      PIPELINING: '',
      SIZE: '52428800',
      ENHANCEDSTATUSCODES: '',
      STARTTLS: '',
      '8BITMIME': '',
    });
    expect(Object.keys(seen.extensions)).not.toContain('STARTTLS');
    expect(Object.keys(seen.extensions)).toContain('SIZE');
  });

  it('keeps a greeting of several lines, and the time until it was whole', async () => {
    const server = await start({ greeting: late(120, '220-mx.example.net ESMTP\n220-no spam please\n220 ready') });
    const seen = await ask(server.port);
    expect(seen.steps[0]).toMatchObject({
      stage: 'connect',
      command: null,
      code: 220,
      reply: '220-mx.example.net ESMTP\n220-no spam please\n220 ready',
    });
    expect(seen.outcome).toBe('answered');
    expect(seen.steps[0]?.took).toBeGreaterThanOrEqual(110);
    expect(Number(seen.greeted) - Number(seen.connected)).toBeGreaterThanOrEqual(110);
  });

  it('says HELO to a server that does not know EHLO', async () => {
    const server = await start({ tls, ehlo: '500 5.5.1 What?', replies: { HELO: '250 mx.example.net' } });
    const seen = await ask(server.port, { recipients: ['a@example.net'] });
    expect(commandsOf(seen).slice(1, 4)).toEqual(['EHLO probe.example.org', 'HELO probe.example.org', 'MAIL FROM:<>']);
    expect(seen).toMatchObject({ outcome: 'answered', startTls: 'not-offered', extensions: {} });
    expect(seen.notes).toEqual([{ kind: 'ehlo-refused', detail: '500 5.5.1 What?' }]);
    expect(seen.recipients[0]?.step.code).toBe(250);
  });

  it.each([
    ['421 4.7.0 Too many connections from your address', ['*']],
    ['450 4.7.1 Greylisted, come again in 300 seconds', ['*', 'QUIT']],
    ['554 5.7.1 Your address is blocked', ['*', 'QUIT']],
  ])('is turned away by the greeting "%s"', async (greeting, commands) => {
    const server = await start({ tls, greeting });
    const seen = await ask(server.port, { recipients: ['a@example.net'] });
    expect(seen).toMatchObject({ outcome: 'turned-away', detail: greeting, startTls: 'not-tried', tls: null });
    expect(seen.steps[0]).toMatchObject({ reply: greeting, code: Number(greeting.slice(0, 3)) });
    expect(commandsOf(seen)).toEqual(commands);
    expect(seen.recipients).toMatchObject([
      {
        step: { command: null, reply: null, code: null },
        notTried: `The dialogue ended before this address: ${greeting}`,
      },
    ]);
  });

  it('is turned away by the answer to EHLO', async () => {
    const server = await start({ ehlo: '550 5.7.1 I do not talk to probe.example.org' });
    const seen = await ask(server.port);
    expect(seen).toMatchObject({ outcome: 'turned-away', detail: '550 5.7.1 I do not talk to probe.example.org' });
    expect(commandsOf(seen)).toEqual(['*', 'EHLO probe.example.org', 'QUIT']);
  });

  it('goes on in the clear where STARTTLS is refused', async () => {
    const server = await start({ tls, replies: { STARTTLS: '454 4.7.0 TLS not available' } });
    const seen = await ask(server.port, { recipients: ['a@example.net'] });
    expect(seen).toMatchObject({ outcome: 'answered', startTls: 'refused', tls: null, tlsError: null });
    expect(seen.recipients[0]?.step.code).toBe(250);
  });

  it('does not go over to TLS unasked', async () => {
    const server = await start({ tls });
    const seen = await ask(server.port, { tls: false });
    expect(seen).toMatchObject({ outcome: 'answered', startTls: 'not-tried', tls: null });
    expect(seen.extensions['STARTTLS']).toBe('');
    expect(server.transcripts[0]?.commands).not.toContain('STARTTLS');
  });

  it('tries each recipient whatever became of the one before, and ends with a 421', async () => {
    const server = await start({
      replies: {
        'RCPT TO:<A@': '450 4.2.0 Greylisted',
        'RCPT TO:<B@': '550 5.1.1 Unknown',
        'RCPT TO:<C@': andClose('421 4.7.0 Too many errors'),
      },
    });
    const recipients = ['a@example.net', 'b@example.net', 'c@example.net', 'd@example.net'];
    const seen = await ask(server.port, { recipients });
    expect(seen).toMatchObject({ outcome: 'dropped', detail: '421 4.7.0 Too many errors' });
    expect(seen.recipients.map(({ step }) => step.code)).toEqual([450, 550, 421, null]);
    expect(seen.recipients[3]?.notTried).toBe('The dialogue ended before this address: 421 4.7.0 Too many errors');
    expect(commandsOf(seen).at(-1)).toBe('RCPT TO:<c@example.net>');
  });

  it('tries nobody where the sender is refused, and says so', async () => {
    const server = await start({ replies: { MAIL: '550 5.7.1 Sender not welcome' } });
    const seen = await ask(server.port, { mailFrom: 'a@example.org', recipients: ['b@example.net'] });
    expect(commandsOf(seen)).toEqual(['*', 'EHLO probe.example.org', 'MAIL FROM:<a@example.org>', 'QUIT']);
    expect(seen.recipients[0]?.notTried).toBe(
      'The sender a@example.org was refused before: 550 5.7.1 Sender not welcome',
    );
    expect(seen.outcome).toBe('answered');
  });

  it('tries no more recipients than the limit', async () => {
    const server = await start();
    const recipients = ['a@example.net', 'b@example.net', 'c@example.net'];
    const seen = await ask(server.port, { recipients }, { limits: { recipients: 2 } });
    expect(seen.recipients.map(({ step }) => step.code)).toEqual([250, 250, null]);
    expect(seen.recipients[2]?.notTried).toBe('Only 2 addresses are tried in one dialogue.');
  });

  it('takes what a server does at RSET and QUIT for no answer to anything', async () => {
    const server = await start({ replies: { RSET: (socket) => void socket.destroy() } });
    const seen = await ask(server.port, { recipients: ['a@example.net'] });
    expect(seen).toMatchObject({ outcome: 'answered', detail: null });
    expect(seen.steps.at(-1)).toMatchObject({ stage: 'rset', reply: null });
    const silent = await start({ replies: { QUIT: null } });
    expect((await ask(silent.port, {}, { limits: QUICK })).outcome).toBe('answered');
  });

  it('tells of a server that ends the dialogue without a word', async () => {
    const server = await start({ replies: { EHLO: (socket) => void socket.end() } });
    expect(await ask(server.port)).toMatchObject({
      outcome: 'dropped',
      detail: 'The server closed the connection.',
      steps: [{ code: 220 }, { command: 'EHLO probe.example.org', reply: null }],
    });
  });

  it('takes a last line without its end for a line', async () => {
    const server = await start({ greeting: (socket) => void socket.end('421 4.3.2 Shutting down') });
    expect(await ask(server.port)).toMatchObject({ outcome: 'turned-away', detail: '421 4.3.2 Shutting down' });
  });

  it('reads UTF-8 as such, and other octets one by one', async () => {
    const utf8 = await start({ greeting: '554 5.7.1 Zugriff verweigert für 192.0.2.1' });
    expect((await ask(utf8.port)).detail).toBe('554 5.7.1 Zugriff verweigert für 192.0.2.1');
    const latin1 = await start({
      greeting: (socket) => void socket.write(Buffer.from('554 5.7.1 Accès refusé\r\n', 'latin1')),
    });
    expect((await ask(latin1.port)).detail).toBe('554 5.7.1 Accès refusé');
  });

  it('tells a closed port from one that is not tried', async () => {
    const server = await startSmtpScript();
    await server.stop();
    expect(await ask(server.port)).toMatchObject({
      outcome: 'no-connection',
      detail: `connect ECONNREFUSED 127.0.0.1:${server.port}`,
      connected: null,
      greeted: null,
      steps: [],
    });
  });
});
