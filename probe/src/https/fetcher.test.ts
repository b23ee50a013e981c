import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ZoneDns } from '@whybounce/core/dns';
import { afterEach, describe, expect, it } from 'vitest';
import { type CertificateWish, makeCa, makeCertificate } from '../certificate-fixture.ts';
import { createHttpsFetcher } from './fetcher.ts';
import { resolveWith } from './resolve.ts';
import type { HttpsResponse } from './response.ts';

const POLICY = 'version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n';
const HOST = 'mta-sts.example.com';
const ca = makeCa();
const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function fetchFrom(wish: Partial<CertificateWish>, addresses = ['127.0.0.1']): Promise<HttpsResponse> {
  const { key, cert } = makeCertificate({ names: [HOST], ca, ...wish });
  const server = createServer({ key, cert }, (request, response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/plain', 'X-Coding': request.headers['accept-encoding'] })
      .end(POLICY),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(server);
  const fetcher = createHttpsFetcher({
    resolve: async () => ({ outcome: 'found', addresses }),
    port: (server.address() as AddressInfo).port,
    ca: ca.cert,
    isAllowed: (ip) => ip.startsWith('127.'),
  });
  return fetcher.get(`https://${HOST}/.well-known/mta-sts.txt`);
}

describe('an HTTPS request', () => {
  it('brings the answer with its address and the end of the certificate', async () => {
    const validTo = new Date('2040-05-06T07:08:09Z');
    const got = await fetchFrom({ validTo });
    expect(got).toMatchObject({ outcome: 'answered', status: 200, ip: '127.0.0.1', detail: null });
    expect(new TextDecoder().decode(got.body)).toBe(POLICY);
    expect(got.headers['content-type']).toBe('text/plain');
    expect(got.headers['x-coding']).toBe('identity');
    expect(got.certificateEnds).toEqual(validTo);
  });

  it.each<[string, Partial<CertificateWish>, RegExp]>([
    ['of another name', { names: ['www.example.com'] }, /ALTNAME/],
    [
      'that has ended',
      { validTo: new Date('2020-01-01T00:00:00Z'), validFrom: new Date('2019-01-01T00:00:00Z') },
      /EXPIRED/,
    ],
    ['that signed itself', { ca: undefined }, /SELF_SIGNED/],
    ['with the name as common name alone', { altNames: false, commonName: HOST }, /no subject alternative name/],
    ['by an unknown root', { ca: makeCa({ commonName: 'Another root' }) }, /VERIFY|ISSUER/],
  ])('takes no answer over a certificate %s', async (_, wish, why) => {
    const got = await fetchFrom(wish);
    expect(got).toMatchObject({ outcome: 'bad-certificate', status: null });
    expect(got.body).toHaveLength(0);
    expect(got.detail).toMatch(why);
    expect(got.certificateEnds).not.toBeNull();
  });

  it.each([
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\nhello'],
    ['no HTTP', '220 mail.example.com ESMTP\r\n'],
    ['half a body', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhello'],
    ['half a head', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['nothing', ''],
    ['damaged gzip', 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\nhello'],
    ['an unknown coding', 'HTTP/1.1 200 OK\r\ncontent-encoding: zstd, gzip\r\n\r\nhello'],
  ])('over which %s comes is broken', async (_, answer) => {
    const { key, cert } = makeCertificate({ names: [HOST], ca });
    const server = createServer({ key, cert });
    server.on('secureConnection', (socket) => socket.on('error', () => {}).end(answer));
    server.removeAllListeners('request');
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push(server);
    const got = await createHttpsFetcher({
      resolve: async () => ({ outcome: 'found', addresses: ['127.0.0.1'] }),
      port: (server.address() as AddressInfo).port,
      ca: ca.cert,
      isAllowed: () => true,
      limits: { time: 2_000 },
    }).get(`https://${HOST}/`);
    expect(got.outcome).toBe('broken');
    expect(got.detail).toMatch(/gave no whole answer: .+\.$/);
  });

  it('tries the next address where one is dead', async () => {
    const got = await fetchFrom({}, ['127.0.0.3', '127.0.0.1']);
    expect(got).toMatchObject({ outcome: 'answered', ip: '127.0.0.1' });
  });

  it('says that nobody listens', async () => {
    const got = await fetchFrom({}, ['127.0.0.3']);
    expect(got).toMatchObject({ outcome: 'no-connection', ip: '127.0.0.3' });
    expect(got.detail).toContain('ECONNREFUSED');
  });

  it('tells a name that is not there from one that could not be looked up', async () => {
    const dns = new ZoneDns({ 'broken.example.com': 'servfail', 'text.example.com': { TXT: ['x'] } });
    const fetcher = createHttpsFetcher({ resolve: resolveWith(dns) });
    const outcomes = await Promise.all(
      ['absent', 'text', 'broken'].map(async (name) => (await fetcher.get(`https://${name}.example.com/`)).outcome),
    );
    expect(outcomes).toEqual(['no-name', 'no-name', 'could-not-resolve']);
  });

  it('refuses options that would switch a guard off', () => {
    const resolve = resolveWith(new ZoneDns({}));
    for (const limits of [{ body: 0 }, { time: Number.NaN }, { headers: -1 }, { addresses: 1.5 }])
      expect(() => createHttpsFetcher({ resolve, limits })).toThrow(RangeError);
    expect(() => createHttpsFetcher({ resolve, port: 0 })).toThrow('port is 0');
  });
});
