import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer as createHttpsServer, type Server as HttpsServer, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Zone, ZoneDns } from '@whybounce/core/dns';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeCa, makeCertificate } from '../../probe/src/certificate-fixture.ts';
import { createHttpsFetcher } from '../../probe/src/https/fetcher.ts';
import { httpsLimits } from '../../probe/src/https/limits.ts';
import { resolveWith } from '../../probe/src/https/resolve.ts';

/** Every notation of an address inside, in place of the name. */
const addressesAsHosts = [
  // as they are written
  ...['127.0.0.1', '127.0.0.2', '127.255.255.254', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1'],
  ...['169.254.169.254', '198.18.0.1', '192.0.2.1', '224.0.0.1', '255.255.255.255', '1.1.1.1'],
  // as one number: decimal, hexadecimal, octal
  ...['2130706433', '2852039166', '167772161', '3232235777', '0x7f000001', '0xA9FEA9FE', '017700000001', '00', '0'],
  // parts in other bases, with zeroes, fewer parts
  ...['0177.0.0.1', '0x7f.0.0.1', '0x7f.0x0.0x0.0x1', '0177.0x0.0.01', '127.1', '127.0.1', '0x7f.1', '10.1'],
  ...['0251.0376.0251.0376', '0xa9.0xfe.0xa9.0xfe', '169.254.43518', '127.0.0.1.', '0000177.0.0.01', '127.0.0.0x1'],
  // letters of other scripts and escapes that a URL reader folds
  ...[
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '１２７.０.０.１',
    '%31%32%37.0.0.1',
    '127%2e0%2e0%2e1',
    '127.0.0.1%00',
    '127．0．0．1',
  ],
  // IPv6
  ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[::7f00:1]'],
  ...['[fe80::1]', '[fe80::1%25lo]', '[fe80::1%lo]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]', '[2002:7f00:1::]'],
  ...['[64:ff9b::7f00:1]', '[2001:0:7f00:1::]', '[2001:db8::1]', '[::ffff:0:127.0.0.1]', '[2606:4700:4700::1111]'],
];

/** Names that lead inside, by the DNS of somebody else. */
const leadingInside: Zone = {
  'loop.example.com': { A: ['127.0.0.1'] },
  'loop6.example.com': { AAAA: ['::1'] },
  'any.example.com': { A: ['0.0.0.0'] },
  'any6.example.com': { AAAA: ['::'] },
  'ten.example.com': { A: ['10.1.2.3'] },
  'sixteen.example.com': { A: ['172.20.0.5'] },
  'home.example.com': { A: ['192.168.0.1'] },
  'metadata.example.com': { A: ['169.254.169.254'] },
  'cgnat.example.com': { A: ['100.100.100.200'] },
  'bench.example.com': { A: ['198.18.0.1'] },
  'docs.example.com': { A: ['203.0.113.7'] },
  'multicast.example.com': { A: ['239.1.1.1'] },
  'future.example.com': { A: ['240.0.0.1'] },
  'broadcast.example.com': { A: ['255.255.255.255'] },
  'relay.example.com': { A: ['192.88.99.1'] },
  'mapped.example.com': { AAAA: ['::ffff:127.0.0.1'] },
  'mapped-public.example.com': { AAAA: ['::ffff:1.1.1.1'] },
  'compatible.example.com': { AAAA: ['::7f00:1'] },
  'six-to-four.example.com': { AAAA: ['2002:7f00:1::'] },
  'teredo.example.com': { AAAA: ['2001:0:7f00:1::'] },
  'nat64.example.com': { AAAA: ['64:ff9b::7f00:1'] },
  'nat64-local.example.com': { AAAA: ['64:ff9b:1::7f00:1'] },
  'unique-local.example.com': { AAAA: ['fd00::1'] },
  'link-local.example.com': { AAAA: ['fe80::1'] },
  'site-local.example.com': { AAAA: ['fec0::1'] },
  'discard.example.com': { AAAA: ['100::1'] },
  'docs6.example.com': { AAAA: ['2001:db8::1'] },
  'mixed.example.com': { A: ['1.1.1.1', '127.0.0.1'] },
  'mixed6.example.com': { A: ['1.1.1.1'], AAAA: ['::1'] },
  'alias.example.com': { CNAME: ['loop.example.com'] },
  '*.wild.example.com': { A: ['127.0.0.1'] },
};

/** What is refused for another part of the URL. */
const otherUrls = [
  ...[
    'http://public.example.com/',
    'gopher://public.example.com/_x',
    'file:///etc/passwd',
    'file://public.example.com/x',
  ],
  ...[
    'ftp://public.example.com/',
    'dict://public.example.com:11211/stat',
    'data:text/plain,v=1',
    'ws://public.example.com/',
  ],
  ...[
    'javascript:1',
    'blob:https://public.example.com/1',
    'jar:https://public.example.com!/',
    'ldap://public.example.com/',
  ],
  ...[
    'https://public.example.com@127.0.0.1/',
    'https://127.0.0.1@public.example.com/',
    'https://a:b@public.example.com/',
  ],
  ...['https://public.example.com:8443/', 'https://public.example.com:22/', 'https://public.example.com:80/'],
  ...[
    'https://public.example.com#@127.0.0.1:1/',
    'https://127.0.0.1#public.example.com',
    'https://127.0.0.1\\@public.example.com/',
  ],
  ...['https://127.0.0.1?public.example.com', 'https:///127.0.0.1/', 'https:127.0.0.1', '//127.0.0.1/', 'https://', ''],
  ...['https://localhost/', 'https://LOCALHOST./', 'https://x.localhost/', 'https://public.example.com%00.127.0.0.1/'],
  ...['\thttps://127.0.0.1/', 'ht\ntps://127.0.0.1/', 'HTTPS://127.0.0.1/', 'https://public_example/', 'https://a..b/'],
  `https://public.example.com/${'a'.repeat(4_096)}`,
  `https://${'a.'.repeat(200)}example.com/`,
];

const urls = [
  ...addressesAsHosts.map((host) => `https://${host}/.well-known/mta-sts.txt`),
  ...Object.keys(leadingInside).map((name) => `https://${name.replace('*', 'deep')}/.well-known/mta-sts.txt`),
  ...otherUrls,
];

const ca = makeCa();
const leaf = makeCertificate({ names: ['public.example.com', 'rebind.example.com'], ca });
const open: (Server | HttpsServer)[] = [];

async function listen<S extends Server | HttpsServer>(server: S, host: string, port = 0): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  open.push(server);
  return (server.address() as AddressInfo).port;
}

async function serve(
  answer: (socket: { path: string; host: string | undefined }) => {
    status?: number;
    headers?: Record<string, string>;
    body?: string | Buffer;
  },
  options: ServerOptions = {},
): Promise<{ port: number; requests: string[]; names: string[] }> {
  const requests: string[] = [];
  const names: string[] = [];
  const server = createHttpsServer({ key: leaf.key, cert: leaf.cert, ...options }, (request, response) => {
    requests.push(`${request.method} ${request.headers.host}${request.url}`);
    names.push(String((request.socket as unknown as { servername: string }).servername));
    const { status = 200, headers = {}, body = '' } = answer({ path: request.url ?? '', host: request.headers.host });
    response.writeHead(status, headers).end(body);
  });
  return { port: await listen(server, '127.0.0.1'), requests, names };
}

afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  }
});

const onLoopback = {
  ca: ca.cert,
  isAllowed: (ip: string) => ip === '127.0.0.1',
  resolve: async () => ({ outcome: 'found' as const, addresses: ['127.0.0.1'] }),
};

describe('requests on a stranger’s word stay outside', () => {
  const sockets: unknown[] = [];
  const count = (message: unknown): void => void sockets.push(message);
  beforeAll(() => subscribe('net.client.socket', count));
  afterAll(() => void unsubscribe('net.client.socket', count));

  it(`opens no connection for any of ${urls.length} URLs`, async () => {
    expect(urls.length).toBeGreaterThanOrEqual(120);
    let accepted = 0;
    const inside = createServer((socket) => {
      accepted++;
      socket.destroy();
    });
    const port = await listen(inside, '0.0.0.0');
    const fetcher = createHttpsFetcher({ resolve: resolveWith(new ZoneDns(leadingInside)), port });
    sockets.length = 0;
    for (const url of urls) {
      const { outcome, status, detail } = await fetcher.get(url);
      expect(['not-allowed', 'not-public', 'no-name'], `${url}: ${outcome}`).toContain(outcome);
      expect(status).toBeNull();
      expect(detail).not.toBeNull();
    }
    expect(sockets).toHaveLength(0);
    expect(accepted).toBe(0);

    // the counters do count: with the gate open the same name is connected to
    const open = createHttpsFetcher({ resolve: resolveWith(new ZoneDns(leadingInside)), port, isAllowed: () => true });
    await open.get('https://loop.example.com/');
    expect(sockets.length).toBeGreaterThan(0);
    expect(accepted).toBe(1);
  });

  it.each(Object.keys(leadingInside))('says that %s leads inside', async (name) => {
    const fetcher = createHttpsFetcher({ resolve: resolveWith(new ZoneDns(leadingInside)) });
    const host = name.replace('*', 'deep');
    const { outcome, detail } = await fetcher.get(`https://${host}/`);
    expect(outcome).toBe('not-public');
    expect(detail).toContain(`${host} leads to `);
  });

  it('reports a redirect to the inside and does not follow it', async () => {
    let accepted = 0;
    const inside = createServer((socket) => {
      accepted++;
      socket.destroy();
    });
    const insidePort = await listen(inside, '127.0.0.1');
    for (const status of [301, 302, 303, 307, 308]) {
      const location = `https://127.0.0.1:${insidePort}/`;
      const { port, requests } = await serve(() => ({ status, headers: { location } }));
      const got = await createHttpsFetcher({ ...onLoopback, port }).get('https://public.example.com/');
      expect(got).toMatchObject({ outcome: 'answered', status });
      expect(got.headers['location']).toBe(location);
      expect(requests).toHaveLength(1);
    }
    expect(accepted).toBe(0);
  });

  it('connects to the address that was judged, whatever the name leads to a moment later', async () => {
    const { port, requests, names } = await serve(() => ({ body: 'outside' }));
    let reached = 0;
    const inside = createServer((socket) => {
      reached++;
      socket.destroy();
    });
    await listen(inside, '127.0.0.2', port);
    for (let run = 0; run < 100; run++) {
      let asked = 0;
      const fetcher = createHttpsFetcher({
        ca: ca.cert,
        port,
        isAllowed: (ip) => ip === '127.0.0.1',
        resolve: async () => ({ outcome: 'found', addresses: [asked++ === 0 ? '127.0.0.1' : '127.0.0.2'] }),
      });
      const got = await fetcher.get('https://rebind.example.com/logo.svg#@127.0.0.2');
      expect(got).toMatchObject({ outcome: 'answered', ip: '127.0.0.1' });
      expect(asked).toBe(1);
    }
    expect(reached).toBe(0);
    expect(new Set(requests)).toEqual(new Set(['GET rebind.example.com/logo.svg']));
    expect(requests).toHaveLength(100);
    expect(new Set(names)).toEqual(new Set(['rebind.example.com']));
  });
});

describe('a server that gives too much or too slowly', () => {
  const LIMIT = 65_536;

  it('is heard for 5 seconds and 64 KiB unless told otherwise', () => {
    expect(httpsLimits()).toMatchObject({ time: 5_000, body: LIMIT });
  });

  it('stops a body at 64 KiB, be it one byte more, without end, or packed', async () => {
    const bodies: Record<string, { headers?: Record<string, string>; body: Buffer }> = {
      '/fits': { body: Buffer.alloc(LIMIT, 97) },
      '/one-more': { body: Buffer.alloc(LIMIT + 1, 97) },
      '/megabytes': { body: Buffer.alloc(8 << 20, 97) },
      '/packed': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(40 << 20)) },
      '/packed-fits': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(LIMIT, 97)) },
    };
    const { port } = await serve(({ path }) => bodies[path] ?? { status: 404 });
    const fetcher = createHttpsFetcher({ ...onLoopback, port });
    for (const path of Object.keys(bodies)) {
      const got = await fetcher.get(`https://public.example.com${path}`);
      expect(got.outcome, path).toBe(path.endsWith('fits') ? 'answered' : 'too-large');
      expect(got.body).toHaveLength(LIMIT);
    }
  });

  it('closes a body without end: the server is not read on', async () => {
    let sent = 0;
    const closed = Promise.withResolvers<void>();
    const server = createHttpsServer({ key: leaf.key, cert: leaf.cert }, (_, response) => {
      response.on('close', () => closed.resolve());
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384;
      };
      response.on('drain', more);
      more();
    });
    const port = await listen(server, '127.0.0.1');
    const got = await createHttpsFetcher({ ...onLoopback, port }).get('https://public.example.com/');
    expect(got.outcome).toBe('too-large');
    await closed.promise;
    // what lies in the buffers of both sides is beyond our say
    expect(sent).toBeLessThan(16 << 20);
  });

  /** Each accepts and then holds the client: before, in or after the handshake, in the head, in the body. */
  const slow: Record<string, (socket: Socket) => void> = {
    'no handshake': () => {},
    'a handshake octet by octet': (socket) => {
      const timer = setInterval(() => socket.write(Buffer.of(0x16)), 40);
      socket.on('close', () => clearInterval(timer));
    },
  };
  it.each(Object.entries(slow))('ends at the deadline with %s', async (_, hold) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      hold(socket);
    });
    const port = await listen(server, '127.0.0.1');
    const got = await createHttpsFetcher({ ...onLoopback, port, limits: { time: 300 } }).get(
      'https://public.example.com/',
    );
    expect(['timeout', 'broken']).toContain(got.outcome);
  });

  it('ends at the deadline with a slow head, a slow body and interim answers without end', async () => {
    const dribble: Record<string, string> = {
      '/head': 'HTTP/1.1 200 OK\r\nx: ',
      '/body': 'HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n',
      '/interim': '',
    };
    const server = createHttpsServer({ key: leaf.key, cert: leaf.cert });
    server.on('request', (request, response) => {
      const socket = request.socket;
      response.detachSocket(socket as never);
      socket.write(dribble[request.url ?? ''] ?? '');
      const timer = setInterval(
        () => socket.write(request.url === '/interim' ? 'HTTP/1.1 102 Processing\r\n\r\n' : 'a'),
        20,
      );
      socket.on('close', () => clearInterval(timer));
      socket.on('error', () => {});
    });
    const port = await listen(server, '127.0.0.1');
    const fetcher = createHttpsFetcher({ ...onLoopback, port, limits: { time: 300 } });
    for (const path of Object.keys(dribble)) {
      const got = await fetcher.get(`https://public.example.com${path}`);
      expect(got.outcome, path).toBe('timeout');
      expect(got.detail).toContain('0.3 seconds');
    }
  });

  it('ends at the deadline with a look-up that does not end', async () => {
    const fetcher = createHttpsFetcher({ resolve: () => new Promise(() => {}), limits: { time: 50 } });
    expect(await fetcher.get('https://public.example.com/')).toMatchObject({ outcome: 'timeout', ip: null });
  });

  it('refuses headers without end', async () => {
    const { port } = await serve(() => ({ headers: { 'x-long': 'a'.repeat(40_000) } }));
    const got = await createHttpsFetcher({ ...onLoopback, port }).get('https://public.example.com/');
    expect(got.outcome).toBe('broken');
    expect(got.status).toBeNull();
  });
});
