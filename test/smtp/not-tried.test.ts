import { describe, expect, it } from 'vitest';
import type { SmtpRequest } from '../../probe/src/smtp/observation.ts';
import { createSmtpProber } from '../../probe/src/smtp/prober.ts';
import { ask, commandsOf } from './ask.ts';
import { scriptedServers } from './running.ts';

const start = scriptedServers();

describe('nothing is connected to', () => {
  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', 'fe80::1%eth0', '::ffff:127.0.0.1'])(
    'at %s, which is not on the public internet',
    async (ip) => {
      const server = await start();
      const seen = await createSmtpProber().probe({
        host: 'mx.example.net',
        ip,
        port: server.port,
        helo: 'probe.example.org',
        mailFrom: '',
        recipients: ['a@example.net'],
        tls: true,
      });
      expect(seen).toMatchObject({ outcome: 'not-tried', connected: null, steps: [] });
      expect(seen.detail).toMatch(
        new RegExp(`^${ip} is not on the public internet \\(.+\\), so it was not connected to\\.$`),
      );
      expect(seen.recipients).toMatchObject([{ address: 'a@example.net', notTried: seen.detail }]);
      expect(server.transcripts).toEqual([]);
    },
  );

  it.each<[Partial<SmtpRequest>, string]>([
    [{ ip: 'mx.example.net' }, '"mx.example.net" is no IP address.'],
    [{ ip: '127.1' }, '"127.1" is no IP address.'],
    [{ port: 0 }, '0 is no port.'],
    [{ port: 65_536 }, '65536 is no port.'],
    [{ port: Number.NaN }, 'NaN is no port.'],
    [
      { helo: 'a\r\nRCPT TO:<b@example.net>' },
      '"a\\r\\nRCPT TO:<b@example.net>" is no name for EHLO: write a host name.',
    ],
    [{ tlsVersions: { min: 'TLSv1.3', max: 'TLSv1.2' } }, 'There is no TLS version from TLSv1.3 up to TLSv1.2.'],
  ])('for a request with %o', async (request, detail) => {
    const server = await start();
    expect(await ask(server.port, request)).toMatchObject({ outcome: 'not-tried', detail, steps: [] });
    expect(server.transcripts).toEqual([]);
  });

  it('with roots that are none, and the caller is told at once', () =>
    expect(() => createSmtpProber({ ca: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n' })).toThrow(
      new RangeError('ca holds no certificate: write the roots in PEM.'),
    ));
});

describe('an address that cannot be said', () => {
  it('is reported as not tried, and the others are tried', async () => {
    const server = await start({ ehlo: '250 mx.example.net' });
    const recipients = ['a@example.net>\r\nDATA\r\n', 'жена@example.net', 'b@example.net', 'no address'];
    const seen = await ask(server.port, { recipients });
    expect(seen.recipients.map(({ address }) => address)).toEqual(recipients);
    expect(seen.recipients.map(({ notTried }) => notTried)).toEqual([
      'The part after the @ in "a@example.net>\\r\\nDATA\\r\\n" is no name of a domain.',
      'The server does not offer SMTPUTF8 (RFC 6531), without which жена@example.net cannot be written.',
      undefined,
      '"no address" has no @ and is no address.',
    ]);
    expect(server.transcripts[0]?.commands).toEqual(commandsOf(seen).slice(1));
    expect(server.transcripts[0]?.commands).toEqual([
      'EHLO probe.example.org',
      'MAIL FROM:<>',
      'RCPT TO:<b@example.net>',
      'RSET',
      'QUIT',
    ]);
  });

  it('as the sender leaves all untried', async () => {
    const server = await start();
    const seen = await ask(server.port, { mailFrom: 'a@b\r\nRSET', recipients: ['b@example.net'] });
    expect(seen.recipients[0]?.notTried).toBe(
      'The sender cannot be named: The part after the @ in "a@b\\r\\nRSET" is no name of a domain.',
    );
    expect(server.transcripts[0]?.commands).toEqual(['EHLO probe.example.org', 'QUIT']);
  });

  it('leaves no transaction begun where nobody can be tried', async () => {
    const server = await start();
    await ask(server.port, { recipients: ['nobody'] });
    expect(server.transcripts[0]?.commands).toEqual(['EHLO probe.example.org', 'QUIT']);
  });
});
