import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDns } from '../../probe/src/dns/create.ts';
import { freePort } from '../peer/free-port.ts';
import { type HostileServer, record, replyTo, startHostile } from './hostile-server.ts';

let mute: HostileServer;
let failing: HostileServer;
let good: HostileServer;
let nobody: string;

beforeAll(async () => {
  mute = await startHostile({});
  failing = await startHostile({ udp: (query, send) => send(replyTo(query, { flags: 0x8182 })) });
  good = await startHostile({
    udp: (query, send) => send(replyTo(query, { counts: [1, 0, 0], records: record(1, Buffer.from([192, 0, 2, 1])) })),
  });
  nobody = `127.0.0.1:${await freePort()}`;
});

afterAll(() => {
  for (const server of [mute, failing, good]) server.stop();
});

/** The first try has 100 ms, so the second 200. */
const QUICK = { timeout: 100, tries: 2, deadline: 10_000 };

describe('a resolver that', () => {
  it('is mute is asked as often as is set', async () => {
    const dns = createDns({ ...QUICK, servers: [mute.address] });
    const before = mute.asked.length;
    expect(await dns.query('example.com', 'A')).toMatchObject({
      status: 'timeout',
      server: mute.address,
      detail: 'No answer within 0.1 seconds.',
    });
    expect(mute.asked.length - before).toBe(2);
    expect(dns.asked).toBe(1);
    dns.close();
  });

  it('is mute does not hold a question beyond its deadline', async () => {
    const dns = createDns({ timeout: 60_000, deadline: 100, servers: [mute.address] });
    expect((await dns.query('example.com', 'A')).status).toBe('timeout');
    dns.close();
  });

  it('does not exist is unreachable', async () => {
    const dns = createDns({ servers: [nobody] });
    expect(await dns.query('example.com', 'A')).toMatchObject({
      status: 'unreachable',
      detail: 'Nothing listens at this address and port.',
    });
    dns.close();
  });

  it('does not exist is unreachable over TCP', async () => {
    const dns = createDns({ servers: [nobody], tcp: true });
    expect((await dns.query('example.com', 'A')).status).toBe('unreachable');
    dns.close();
  });
});

describe('of several resolvers', () => {
  it('the next is asked, and is the first from then on', async () => {
    const dns = createDns({ ...QUICK, servers: [nobody, mute.address, failing.address, good.address] });
    expect(await dns.query('example.com', 'A')).toMatchObject({ status: 'found', server: good.address });
    const before = mute.asked.length;
    expect((await dns.query('example.net', 'A')).status).toBe('found');
    expect(mute.asked.length).toBe(before);
    dns.close();
  });

  it('what one says counts more than the silence of others, and it is asked once', async () => {
    const dns = createDns({ ...QUICK, servers: [mute.address, failing.address, nobody] });
    const before = failing.asked.length;
    expect(await dns.query('example.com', 'A')).toMatchObject({ status: 'servfail', server: failing.address });
    expect(failing.asked.length - before).toBe(1);
    dns.close();
  });
});

it('asks over IPv6', async ({ skip }) => {
  const socket = createSocket('udp6');
  const bound = await new Promise<boolean>((resolve) => {
    socket.once('error', () => resolve(false));
    socket.bind(0, '::1', () => resolve(true));
  });
  if (!bound) skip('this machine has no IPv6');
  socket.on('message', (query, { port, address }) => socket.send(replyTo(query, { flags: 0x8183 }), port, address));
  const server = `[::1]:${socket.address().port}`;
  const dns = createDns({ servers: [server] });
  expect(await dns.query('example.com', 'A')).toMatchObject({ status: 'no-domain', server });
  dns.close();
  socket.close();
});

it('ends what is in flight when it is closed, and what comes after', async () => {
  const dns = createDns({ servers: [mute.address], timeout: 60_000, deadline: 60_000 });
  const waiting = Array.from({ length: 300 }, (_, i) => dns.query(`${i}.example`, 'A'));
  const overTcp = createDns({ servers: [mute.address], tcp: true });
  const early = overTcp.query('example.com', 'A');
  overTcp.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  dns.close();
  const statuses = (await Promise.all([...waiting, early, dns.query('late.example', 'A')])).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(['unreachable']));
});
