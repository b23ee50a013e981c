import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCa, makeCertificate } from '../../probe/src/certificate-fixture.ts';
import { probeOldTls } from '../../probe/src/smtp/old-tls.ts';
import { createSmtpProber } from '../../probe/src/smtp/prober.ts';
import { ask, commandsOf, QUICK } from './ask.ts';
import { scriptedServers } from './running.ts';

const start = scriptedServers();
const root = makeCa();
const intermediate = makeCa({ ca: root, commonName: 'Intermediate' });
const good = makeCertificate({ names: ['mx.example.net', 'MX2.example.net'], ca: intermediate });
const request = {
  host: 'mx.example.net',
  ip: '127.0.0.1',
  helo: 'probe.example.org',
  mailFrom: '',
  recipients: [],
  tls: true,
};

describe('what is seen of TLS', () => {
  it('a certificate, its chain as it was sent, and what was agreed on', async () => {
    const server = await start({ tls: { key: good.key, cert: good.cert + intermediate.cert } });
    const { startTls, tls } = await ask(server.port, {}, { ca: root.cert });
    expect(startTls).toBe('done');
    expect(tls).toMatchObject({ version: 'TLSv1.3', forwardSecrecy: true, aead: true });
    expect(tls?.cipher).toMatch(/^TLS_AES_|^TLS_CHACHA20/);
    expect(tls?.suite).toBe(tls?.cipher);
    expect(tls?.keyExchange).toMatch(/X25519|prime256v1/);
    expect(tls?.certificate).toMatchObject({
      names: ['mx.example.net', 'mx2.example.net'],
      subject: 'CN=mx.example.net',
      issuer: 'CN=Intermediate',
      key: { type: 'ec', bits: null, curve: 'prime256v1' },
      signatureAlgorithm: 'ecdsa-with-SHA256',
      untrusted: null,
    });
    expect(tls?.certificate?.validTo.getTime()).toBeGreaterThan(Date.now());
    // the root is trusted and known here; it was not sent, so DANE must not see it
    expect(tls?.certificate?.chain.map(digest)).toEqual([good.der, intermediate.der].map(digest));
  });

  it('the chain in the order in which it was sent, with what does not belong to it', async () => {
    const other = makeCa({ commonName: 'Unrelated' });
    const server = await start({
      tls: { key: good.key, cert: good.cert + root.cert + other.cert + intermediate.cert },
    });
    const { tls } = await ask(server.port, {}, { ca: root.cert });
    expect(tls?.certificate?.chain.map(digest)).toEqual(
      [good, root, other, intermediate].map(({ der }) => digest(der)),
    );
    expect(tls?.certificate?.untrusted).toBeNull();
  });

  const past = new Date(Date.now() - 86_400_000);
  const longPast = new Date(Date.now() - 10 * 86_400_000);
  it.each([
    [
      'signed by itself',
      makeCertificate({ names: ['mx.example.net'] }),
      /signed by itself \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
    ],
    ['without its intermediate', good, /certificate was not sent \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)/],
    [
      'expired',
      makeCertificate({ names: ['mx.example.net'], ca: root, validFrom: longPast, validTo: past }),
      /expired \(CERT_HAS_EXPIRED\)/,
    ],
    [
      'of an unknown root',
      makeCertificate({ names: ['mx.example.net'], ca: makeCa({ commonName: 'Elsewhere' }) }),
      /\(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)/,
    ],
  ])('a certificate %s is told and not refused', async (_what, certificate, why) => {
    const server = await start({ tls: { key: certificate.key, cert: certificate.cert } });
    const seen = await ask(server.port, { recipients: ['a@example.net'] }, { ca: root.cert });
    expect(seen).toMatchObject({ outcome: 'answered', startTls: 'done', tlsError: null });
    expect(seen.tls?.certificate?.untrusted).toMatch(why);
    expect(seen.recipients[0]?.step.code).toBe(250);
  });

  it('a certificate for another name is trusted as far as its chain goes: the names are for the reader', async () => {
    const server = await start({ tls: { key: good.key, cert: good.cert + intermediate.cert } });
    const { tls } = await ask(server.port, { host: 'other.example.net' }, { ca: root.cert });
    expect(tls?.certificate?.untrusted).toBeNull();
    expect(tls?.certificate?.names).not.toContain('other.example.net');
  });

  it('names of an old certificate without alternative names, and weak keys and signatures', async () => {
    const old = makeCertificate({
      names: ['Mail.Example.net'],
      altNames: false,
      kind: 'rsa',
      bits: 1_024,
      hash: 'sha1',
    });
    const server = await start({ tls: { key: old.key, cert: old.cert, ciphers: 'DEFAULT@SECLEVEL=0' } });
    const { tls } = await ask(server.port);
    expect(tls?.certificate).toMatchObject({
      names: ['mail.example.net'],
      key: { type: 'rsa', bits: 1_024, curve: null },
      signatureAlgorithm: 'sha1WithRSAEncryption',
    });
  });

  it('names that pretend to be two', async () => {
    const tricky = makeCertificate({ names: ['a.example, DNS:mx.example.net', 'b.example'] });
    const server = await start({ tls: { key: tricky.key, cert: tricky.cert } });
    const { tls } = await ask(server.port);
    expect(tls?.certificate?.names).toEqual(['a.example, dns:mx.example.net', 'b.example']);
  });

  const rsa = makeCertificate({ names: ['mx.example.net'], kind: 'rsa' });
  it.each([
    ['AES128-SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA', false, false, null],
    ['AES128-GCM-SHA256', 'TLS_RSA_WITH_AES_128_GCM_SHA256', false, true, null],
    ['ECDHE-RSA-AES128-SHA', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', true, false, /X25519|prime256v1/],
    ['DHE-RSA-AES256-GCM-SHA384', 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384', true, true, /^\d{4}$/],
  ])('the cipher %s', async (cipher, suite, forwardSecrecy, aead, keyExchange) => {
    const server = await start({
      tls: { key: rsa.key, cert: rsa.cert, maxVersion: 'TLSv1.2', ciphers: cipher, dhparam: 'auto' },
    });
    const { tls } = await ask(server.port);
    expect(tls).toMatchObject({ version: 'TLSv1.2', cipher, suite, forwardSecrecy, aead });
    if (keyExchange === null) expect(tls?.keyExchange).toBeNull();
    else expect(tls?.keyExchange).toMatch(keyExchange);
  });

  it.each(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const)('a server that knows %s alone', async (version) => {
    const server = await start({
      tls: { key: rsa.key, cert: rsa.cert, minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' },
    });
    expect((await ask(server.port)).tls?.version).toBe(version);
  });

  it('no name is given to a server that has none', async () => {
    const server = await start({ tls: { key: good.key, cert: good.cert } });
    for (const host of ['192.0.2.1', '2001:db8::1', 'not a name\r\n', ''])
      expect((await ask(server.port, { host })).startTls).toBe('done');
    expect(server.transcripts.map(({ sni }) => sni)).toEqual([null, null, null, null]);
  });
});

describe('a handshake that fails', () => {
  const { key, cert } = makeCertificate({ names: ['mx.example.net'], kind: 'rsa' });
  const script = { tls: { key, cert, maxVersion: 'TLSv1.2' as const } };
  const tlsVersions = { min: 'TLSv1.3', max: 'TLSv1.3' } as const;

  it('is told in the words of the library, and the recipients are tried in the clear', async () => {
    const server = await start({ ...script, replies: { RCPT: '550 5.7.1 Only under TLS' } });
    const seen = await ask(server.port, {
      recipients: ['a@example.net'],
      tlsVersions,
    });
    expect(seen).toMatchObject({ outcome: 'answered', startTls: 'failed', tls: null });
    expect(seen.tlsError).toBe('tlsv1 alert protocol version');
    expect(commandsOf(seen)).toEqual([
      '*',
      'EHLO probe.example.org',
      'STARTTLS',
      '*',
      'EHLO probe.example.org',
      'MAIL FROM:<>',
      'RCPT TO:<a@example.net>',
      'RSET',
      'QUIT',
    ]);
    expect(seen.recipients[0]?.step.reply).toBe('550 5.7.1 Only under TLS');
    expect(server.transcripts).toHaveLength(2);
  });

  it('costs no second connection where there is nobody to try', async () => {
    const server = await start(script);
    await ask(server.port, { tlsVersions });
    expect(server.transcripts).toHaveLength(1);
  });

  it('stays the outcome where the second connection is turned away', async () => {
    let connections = 0;
    const server = await start({
      ...script,
      greeting: (socket) =>
        void socket.write(++connections === 1 ? '220 mx.example.net\r\n' : '421 4.7.0 Too many\r\n'),
    });
    const seen = await ask(server.port, {
      recipients: ['a@example.net'],
      tlsVersions,
    });
    expect(seen).toMatchObject({ outcome: 'answered', startTls: 'failed', detail: '421 4.7.0 Too many' });
    expect(seen.recipients[0]?.notTried).toBe('The dialogue ended before this address: 421 4.7.0 Too many');
  });
});

describe('old versions', () => {
  const prober = createSmtpProber({ isAllowed: () => true, limits: QUICK });
  const certificate = makeCertificate({ names: ['mx.example.net'], kind: 'rsa' });
  const own = { key: certificate.key, cert: certificate.cert, ciphers: 'DEFAULT@SECLEVEL=0' };

  it.each([
    ['TLSv1', 'TLSv1.3', 'yes', 'TLSv1.1'],
    ['TLSv1', 'TLSv1', 'yes', 'TLSv1'],
    ['TLSv1.2', 'TLSv1.3', 'no', null],
  ] as const)('from %s to %s: %s', async (minVersion, maxVersion, offered, version) => {
    const server = await start({ tls: { ...own, minVersion, maxVersion } });
    expect(await probeOldTls(prober, { ...request, port: server.port })).toMatchObject({ offered, version });
  });

  it('a silent hang-up at the first word of an old handshake is a refusal', async () => {
    const server = await start({
      ehlo: '250-mx.example.net\n250 STARTTLS',
      replies: {
        STARTTLS: (socket) => {
          socket.write('220 Go ahead\r\n');
          socket.once('data', () => socket.destroy());
        },
      },
    });
    expect((await probeOldTls(prober, { ...request, port: server.port })).offered).toBe('no');
  });

  it.each([
    ['no STARTTLS', {}],
    ['turned away', { greeting: '421 4.7.0 Too many connections' }],
    ['no handshake in time', { ehlo: '250-mx.example.net\n250 STARTTLS', replies: { STARTTLS: '220 Go ahead' } }],
  ])('%s says nothing of versions', async (_what, given) => {
    const server = await start(given);
    expect((await probeOldTls(prober, { ...request, port: server.port })).offered).toBe('unknown');
  });
});

function digest(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}
