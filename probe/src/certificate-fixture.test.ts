import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { type KeyKind, makeCa, makeCertificate } from './certificate-fixture.ts';

describe('certificates for tests', () => {
  it.each<KeyKind>(['ec', 'rsa', 'ed25519'])('are read back as they were wished: %s', (kind) => {
    const ca = makeCa({ kind });
    const validTo = new Date('2051-02-03T04:05:06Z');
    const made = makeCertificate({ names: ['mx1.example.com', '*.example.net', '192.0.2.1'], ca, kind, validTo });
    const read = new X509Certificate(made.cert);
    expect(read.subjectAltName).toBe('DNS:mx1.example.com, DNS:*.example.net, IP Address:192.0.2.1');
    expect(read.validToDate).toEqual(validTo);
    expect(read.issuer).toBe('CN=Test root');
    expect(read.ca).toBe(false);
    const issuer = new X509Certificate(ca.cert);
    expect(issuer.ca).toBe(true);
    expect(read.verify(issuer.publicKey)).toBe(true);
    expect(read.checkIssued(issuer)).toBe(true);
  });

  it('are trusted by TLS over an intermediate', async () => {
    const root = makeCa();
    const middle = makeCa({ ca: root, commonName: 'Test intermediate' });
    const leaf = makeCertificate({ names: ['mx1.example.com'], ca: middle });
    const server = createServer({ key: leaf.key, cert: leaf.cert + middle.cert }, (socket) => socket.end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = connect({
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      servername: 'mx1.example.com',
      ca: root.cert,
    });
    await once(client, 'secureConnect');
    expect(client.authorized).toBe(true);
    client.destroy();
    server.close();
  });
});
