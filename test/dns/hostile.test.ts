import { createSocket } from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import { createDns, type Dns } from '../../probe/src/dns/create.ts';
import {
  type Behaviour,
  framed,
  type HostileServer,
  type Reply,
  record,
  replyTo,
  startHostile,
} from './hostile-server.ts';

const open: (() => void)[] = [];

afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A client whose resolver behaves so. */
async function resolver(behaviour: Behaviour, timeout = 10_000): Promise<{ dns: Dns; server: HostileServer }> {
  const server = await startHostile(behaviour);
  const dns = createDns({ servers: [server.address], timeout, tries: 1, deadline: timeout });
  open.push(server.stop, dns.close);
  return { dns, server };
}

const A = 1;
const address = record(A, Buffer.from([192, 0, 2, 1]));
const reply = (said: Reply): Behaviour => ({ udp: (query, send) => send(replyTo(query, said)) });
const right = (query: Buffer): Buffer => replyTo(query, { counts: [1, 0, 0], records: address });

describe('an answer that cannot be read is called so', () => {
  it.each<[string, Reply]>([
    ['65,535 answers', { counts: [65_535, 0, 0], records: address }],
    ['65,535 of everything', { counts: [65_535, 65_535, 65_535] }],
    [
      'a name that points to itself',
      { counts: [1, 0, 0], records: Buffer.from([0xc0, 29, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0]) },
    ],
    ['an address of three octets', { counts: [1, 0, 0], records: record(A, Buffer.from([192, 0, 2])) }],
    ['an address of 200 octets', { counts: [1, 0, 0], records: record(A, Buffer.alloc(200)) }],
    ['a record cut in its middle', { counts: [1, 0, 0], records: address.subarray(0, 13) }],
    ['an alias that points into itself', { counts: [1, 0, 0], records: record(5, Buffer.from([0xc0, 41])) }],
    [
      'a record of another name',
      { counts: [1, 0, 0], records: Buffer.concat([Buffer.from([0]), address.subarray(2)]) },
    ],
  ])('%s', async (_, said) => {
    const { dns } = await resolver(reply(said));
    expect(await dns.query('example.com', 'A')).toMatchObject({ status: 'malformed', records: [] });
  });

  it('octets by chance, again and again', async () => {
    const { dns } = await resolver({
      udp(query, send) {
        for (let length = 0; length < 16; length++) send(Buffer.alloc(length, query));
      },
    });
    expect(await dns.query('example.com', 'A')).toMatchObject({
      status: 'malformed',
      detail: '16 messages came that did not answer the question.',
    });
  });
});

describe('what does not answer the question is passed over', () => {
  it.each<[string, (message: Buffer) => void]>([
    ['another id', (message) => message.writeUInt16BE(message.readUInt16BE(0) ^ 1, 0)],
    ['another name', (message) => message.write('f', 13, 'latin1')],
    ['another type', (message) => message.writeUInt16BE(28, 25)],
    ['a question', (message) => message.writeUInt16BE(0x0100, 2)],
  ])('%s', async (_, spoil) => {
    const { dns } = await resolver({
      udp(query, send) {
        const wrong = replyTo(query, { counts: [1, 0, 0], records: record(A, Buffer.from([203, 0, 113, 66])) });
        spoil(wrong);
        send(wrong);
        send(right(query));
      },
    });
    expect((await dns.query('example.com', 'A')).records).toEqual(['192.0.2.1']);
  });

  it('as the only thing that comes, it is no silence', async () => {
    const { dns } = await resolver({ udp: (query, send) => send(Buffer.from(right(query)).fill(0, 0, 2)) }, 100);
    const { status, detail } = await dns.query('example.com', 'A');
    // an id of 0 is right once in 65,536 times
    if (status !== 'found')
      expect([status, detail]).toEqual(['malformed', 'A message came that did not answer the question.']);
  });

  it('what comes from another port', async () => {
    const stranger = createSocket('udp4');
    open.push(() => stranger.close());
    const { dns, server } = await resolver({
      udp(query, send) {
        const forged = replyTo(query, { counts: [1, 0, 0], records: record(A, Buffer.from([203, 0, 113, 66])) });
        stranger.send(forged, server.from.at(-1) ?? 0, '127.0.0.1', () => setTimeout(() => send(right(query)), 20));
      },
    });
    expect((await dns.query('example.com', 'A')).records).toEqual(['192.0.2.1']);
  });
});

it('asks from many ports, with many ids, in a form that a server can read', async () => {
  const { dns, server } = await resolver(reply({ flags: 0x8183 }));
  await Promise.all(Array.from({ length: 400 }, (_, i) => dns.query(`${i}.example`, 'A')));
  expect(new Set(server.from).size).toBeGreaterThan(100);
  expect(new Set(server.asked.map((query) => query.readUInt16BE(0))).size).toBeGreaterThan(350);
  const [first] = server.asked;
  // RD and AD are set; one question, one additional: EDNS with 1232 octets
  expect(first?.readUInt16BE(2)).toBe(0x0120);
  expect(first?.subarray(4, 12).toString('hex')).toBe('0001000000000001');
  expect(first?.subarray(-11).toString('hex')).toBe('00002904d0000000000000');
});

describe('a server that', () => {
  it('does not know EDNS is asked without it', async () => {
    const { dns, server } = await resolver({
      udp: (query, send) =>
        send(query.readUInt16BE(10) > 0 ? replyTo(query, { flags: 0x8181 }).subarray(0, 12).fill(0, 4) : right(query)),
    });
    expect((await dns.query('example.com', 'A')).records).toEqual(['192.0.2.1']);
    expect(server.asked).toHaveLength(2);
  });

  it('cannot read the question in any form is asked twice, no more', async () => {
    const { dns, server } = await resolver(reply({ flags: 0x8181 }));
    expect(await dns.query('example.com', 'A')).toMatchObject({
      status: 'malformed',
      detail: expect.stringContaining('FORMERR'),
    });
    expect(server.asked).toHaveLength(2);
  });

  it('leaves aliases to the asker without end is asked 17 times', async () => {
    let step = 0;
    const { dns, server } = await resolver({
      udp(query, send) {
        const next = `n${++step}`;
        send(
          replyTo(query, {
            counts: [1, 0, 0],
            records: record(5, Buffer.concat([Buffer.from([next.length]), Buffer.from(next), Buffer.from([0])])),
          }),
        );
      },
    });
    expect(await dns.query('example.com', 'A')).toMatchObject({
      status: 'servfail',
      detail: expect.stringContaining('More than 16'),
    });
    expect(server.asked).toHaveLength(17);
  });
});

describe('over TCP, after an answer that was cut', () => {
  const cut = (query: Buffer, send: (message: Buffer) => void): void =>
    send(replyTo(query, { flags: 0x8380, counts: [9, 0, 0] }));
  const asks = async (tcp: Behaviour['tcp'], timeout?: number) => {
    const { dns } = await resolver(tcp === undefined ? { udp: cut } : { udp: cut, tcp }, timeout);
    return dns.query('example.com', 'A');
  };

  it('the whole answer is read, also octet by octet', async () => {
    const answer = await asks((query, socket) => {
      const octets = [...framed(right(query)), 1, 2, 3];
      const next = (): void => {
        const octet = octets.shift();
        if (octet !== undefined) socket.write(Buffer.from([octet]), () => setImmediate(next));
      };
      socket.setNoDelay(true);
      next();
    });
    expect(answer.records).toEqual(['192.0.2.1']);
  });

  it.each<[string, NonNullable<Behaviour['tcp']>, string]>([
    ['nothing', (_, socket) => socket.end(), 'ended after 0 octets'],
    ['half a length', (_, socket) => socket.end(Buffer.from([0])), 'ended after 1 octets'],
    ['a length of 0', (_, socket) => socket.write(framed(Buffer.alloc(0))), 'did not answer the question'],
    [
      'a length longer than the answer',
      (query, socket) => socket.end(framed(right(query), 65_535)),
      'before the answer was whole',
    ],
    ['a length shorter than the answer', (query, socket) => socket.write(framed(right(query), 40)), 'cannot be read'],
    [
      'an answer to something else',
      (query, socket) => socket.write(framed(right(query).fill(0, 12, 20))),
      'did not answer the question',
    ],
    [
      'an answer cut again',
      (query, socket) => socket.write(framed(replyTo(query, { flags: 0x8380, counts: [9, 0, 0] }))),
      'claims 9 records',
    ],
  ])('%s is malformed', async (_, tcp, detail) => {
    expect(await asks(tcp)).toMatchObject({ status: 'malformed', detail: expect.stringContaining(detail) });
  });

  it('an end that never comes is a timeout', async () => {
    const answer = await asks((query, socket) => void socket.write(framed(right(query), 65_535)), 200);
    expect(answer).toMatchObject({
      status: 'timeout',
      detail: expect.stringContaining('over TCP: No answer within 0.2 seconds'),
    });
  });

  it('a port where nothing listens is unreachable', async () => {
    expect(await asks(undefined)).toMatchObject({
      status: 'unreachable',
      detail: expect.stringContaining('does not fit into UDP'),
    });
  });
});
