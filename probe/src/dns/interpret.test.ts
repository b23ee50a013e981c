import type { DnsAnswer, RecordType } from '@whybounce/core/dns';
import { type Answer, encode } from 'dns-packet';
import { describe, expect, it } from 'vitest';
import { interpret, type WireAnswer } from './interpret.ts';
import { readHead, readMessage } from './wire/message.ts';

const AA = 0x0400;
const RA = 0x0080;
const AD = 0x0020;

interface Said {
  readonly flags?: number;
  readonly answers?: readonly Answer[];
  readonly authorities?: readonly Answer[];
  readonly recursion?: boolean;
}

function read<T extends RecordType>(type: T, said: Said): WireAnswer<T> {
  const question = { name: 'example.com', type, recursion: said.recursion ?? true, checkingDisabled: false };
  const octets = encode({
    type: 'response',
    id: 1,
    flags: said.flags ?? RA,
    questions: [{ name: 'example.com', type: type as Answer['type'] }],
    answers: [...(said.answers ?? [])],
    authorities: [...(said.authorities ?? [])],
  });
  const head = readHead(octets, question, 1);
  if (head === null) throw new Error('passed over');
  return interpret(question, readMessage(octets, head), '192.0.2.53:53');
}

const a = (name: string, ttl = 300): Answer => ({ type: 'A', name, ttl, data: '192.0.2.1' });
const cname = (name: string, data: string, ttl = 300): Answer => ({ type: 'CNAME', name, ttl, data });
const ns = (name: string, data: string): Answer => ({ type: 'NS', name, ttl: 3600, data });
const soa = (name: string, ttl: number, minimum: number): Answer => ({
  type: 'SOA',
  name,
  ttl,
  data: {
    mname: 'ns.example.com',
    rname: 'hostmaster.example.com',
    serial: 1,
    refresh: 1,
    retry: 1,
    expire: 1,
    minimum,
  },
});

describe('an answer', () => {
  it('holds as long as the shortest of its aliases and records', () => {
    const answers = [cname('example.com', 'a.example', 500), cname('a.example', 'b.example', 40), a('b.example', 90)];
    const expected: Partial<DnsAnswer> = {
      status: 'found',
      ttl: 40,
      chain: ['a.example', 'b.example'],
      records: ['192.0.2.1'],
    };
    expect(read('A', { answers })).toMatchObject(expected);
    // RFC 1034 does not promise an order
    expect(read('A', { answers: answers.toReversed() })).toMatchObject(expected);
  });

  it('is vouched for by a resolver, not by the server of the zone itself', () => {
    const answers = [a('example.com')];
    expect(read('A', { answers, flags: RA | AD }).authenticated).toBe(true);
    expect(read('A', { answers }).authenticated).toBe(false);
    expect(read('A', { answers, flags: AA | AD, recursion: false }).authenticated).toBe(false);
  });

  it('of a server that is not responsible says so', () => {
    const answers = [a('example.com')];
    expect(read('A', { answers, flags: RA, recursion: false }).detail).toMatch(/not call itself responsible/);
    expect(read('A', { answers, flags: AA, recursion: false }).detail).toBeNull();
  });

  it('gives the alias itself where that is asked for', () => {
    expect(read('CNAME', { answers: [cname('example.com', 'a.example')] })).toMatchObject({
      chain: [],
      records: ['a.example'],
    });
  });

  it('takes no records of other names', () => {
    expect(read('A', { answers: [a('elsewhere.example')] })).toMatchObject({ status: 'malformed', records: [] });
    const both = read('A', { answers: [a('elsewhere.example'), a('example.com')] });
    expect(both.records).toHaveLength(1);
  });

  it('whose highest bit of the time to live is set holds no time', () => {
    expect(read('A', { answers: [a('example.com', 0x80000001)] }).ttl).toBe(0);
  });
});

describe('an absence', () => {
  it('holds as long as the SOA says by either of its two numbers', () => {
    expect(read('A', { authorities: [soa('example.com', 900, 60)] })).toMatchObject({ status: 'no-data', ttl: 60 });
    expect(read('A', { authorities: [soa('example.com', 30, 60)] })).toMatchObject({ status: 'no-data', ttl: 30 });
    expect(read('A', { flags: RA | 3, authorities: [soa('com', 900, 60)] })).toMatchObject({
      status: 'no-domain',
      ttl: 60,
    });
    expect(read('A', { flags: RA | 3 })).toMatchObject({ status: 'no-domain', ttl: null });
  });

  it('at the end of an alias is that of the last name', () => {
    const answers = [cname('example.com', 'gone.example', 20)];
    const authorities = [soa('example', 900, 60)];
    expect(read('A', { flags: RA | 3, answers, authorities })).toMatchObject({
      status: 'no-domain',
      chain: ['gone.example'],
      ttl: 20,
    });
    expect(read('A', { answers, authorities })).toMatchObject({ status: 'no-data', chain: ['gone.example'] });
    expect(read('A', { answers, authorities }).unfollowed).toBeUndefined();
    expect(read('A', { answers }).unfollowed).toBe(true);
  });

  it('is no absence where a server only points elsewhere', () => {
    const authorities = [ns('.', 'a.root-servers.example')];
    expect(read('A', { flags: 0, authorities })).toMatchObject({
      status: 'refused',
      detail: expect.stringContaining('the root'),
    });
    expect(read('A', { flags: 0 })).toMatchObject({ status: 'refused' });
    expect(read('A', { flags: AA })).toMatchObject({ status: 'no-data', ttl: null });
    expect(read('A', { flags: RA })).toMatchObject({ status: 'no-data', ttl: null });
  });

  it('of NS at the zone above is the delegation', () => {
    const authorities = [ns('example.com', 'ns1.example.net'), ns('example.com', 'ns2.example.net')];
    expect(read('NS', { flags: 0, authorities, recursion: false })).toMatchObject({
      status: 'found',
      records: ['ns1.example.net', 'ns2.example.net'],
      ttl: 3600,
      detail: expect.stringContaining('delegation of example.com'),
    });
    expect(read('TXT', { flags: 0, authorities, recursion: false }).status).toBe('refused');
  });
});

describe('a failure', () => {
  it.each([
    [1, 'malformed'],
    [2, 'servfail'],
    [4, 'not-implemented'],
    [5, 'refused'],
    [9, 'refused'],
    [6, 'servfail'],
    [15, 'servfail'],
  ] as const)('by response code %i is %s', (code, status) => {
    expect(read('A', { flags: RA | code })).toMatchObject({ status, ttl: null, records: [], server: '192.0.2.53:53' });
  });

  it('by aliases that go in a circle, or on and on', () => {
    const circle = [cname('example.com', 'a.example'), cname('a.example', 'example.com')];
    expect(read('A', { answers: circle })).toMatchObject({
      status: 'servfail',
      detail: expect.stringContaining('circle'),
    });
    const names = ['example.com', ...Array.from({ length: 3000 }, (_, i) => `${i}.example`)];
    const long = names.slice(1).map((name, i) => cname(names[i] ?? '', name));
    expect(read('A', { answers: long.slice(0, 16).concat(a('15.example')) }).status).toBe('found');
    expect(read('A', { answers: long })).toMatchObject({
      status: 'servfail',
      detail: expect.stringContaining('More than 16'),
    });
  });
});

it('of a server asked directly tells whether it calls itself responsible; of a resolver nothing', () => {
  const answers = [a('example.com')];
  expect(read('A', { flags: AA, answers, recursion: false }).authoritative).toBe(true);
  expect(read('A', { flags: 0, answers, recursion: false }).authoritative).toBe(false);
  expect(read('A', { flags: AA | RA, answers }).authoritative).toBeUndefined();
});
