import { describe, expect, it } from 'vitest';
import { OverlayDns, ZoneDns } from './zone.ts';

const zone = new ZoneDns({
  'Example.COM.': { TXT: ['v=spf1 -all', 'x'.repeat(300)], authenticated: true },
  'www.example.com': { CNAME: ['host.example.net'] },
  'host.example.net': { A: ['192.0.2.1'], AAAA: 'servfail' },
  'loop.example': { CNAME: ['loop.example'] },
  'a.b.example': { A: ['192.0.2.2'] },
  '*.wild.example': { A: ['192.0.2.3'] },
  'own.wild.example': { TXT: ['x'] },
  'down.example': 'timeout',
});

describe('a zone in memory', () => {
  it.each([
    ['example.com', 'TXT', 'found'],
    ['example.com', 'MX', 'no-data'],
    ['b.example', 'A', 'no-data'],
    ['c.example', 'A', 'no-domain'],
    ['host.example.net', 'AAAA', 'servfail'],
    ['www.example.com', 'AAAA', 'servfail'],
    ['loop.example', 'A', 'servfail'],
    ['down.example', 'A', 'timeout'],
    ['any.wild.example', 'A', 'found'],
    ['own.wild.example', 'A', 'no-data'],
    ['below.own.wild.example', 'A', 'no-domain'],
  ] as const)('%s %s: %s', async (name, type, status) => {
    expect((await zone.query(name, type)).status).toBe(status);
  });

  it('cuts text into character-strings, follows aliases, and says who vouches', async () => {
    const text = await zone.query('EXAMPLE.com.', 'TXT');
    expect(text).toMatchObject({ name: 'example.com', authenticated: true });
    expect(text.records.map((strings) => strings.map(({ length }) => length))).toEqual([[11], [255, 45]]);
    const alias = await zone.query('www.example.com', 'A');
    expect(alias).toMatchObject({ chain: ['host.example.net'], records: ['192.0.2.1'], authenticated: false });
  });
});

it('tells what one server says, and what is said without checking signatures', async () => {
  const dns = new ZoneDns(
    { 'example.com': 'servfail' },
    {
      servers: { '192.0.2.53': { 'example.com': { A: ['192.0.2.1'] } } },
      unchecked: { 'example.com': { A: ['192.0.2.2'] } },
    },
  );
  const direct = { server: '192.0.2.53' };
  expect((await dns.query('example.com', 'A')).status).toBe('servfail');
  expect((await dns.query('example.com', 'A', direct)).records).toEqual(['192.0.2.1']);
  expect((await dns.query('example.com', 'A', { server: '192.0.2.54' })).status).toBe('timeout');
  expect((await dns.query('example.com', 'A', { checkingDisabled: true })).records).toEqual(['192.0.2.2']);
  expect(dns.asked).toEqual([
    'A example.com',
    'A example.com @192.0.2.53',
    'A example.com @192.0.2.54',
    'A example.com +cd',
  ]);
  const changed = new OverlayDns(dns, { 'other.example': { A: ['192.0.2.9'] } });
  expect((await changed.query('example.com', 'A', direct)).records).toEqual(['192.0.2.1']);
});

it('lays records that are not published over those that are', async () => {
  const dns = new OverlayDns(zone, { 'example.com': { TXT: ['v=spf1 +all'] }, 'new.example': { A: ['192.0.2.9'] } });
  expect((await dns.query('example.com', 'TXT')).records).toEqual([['v=spf1 +all']]);
  expect((await dns.query('example.com', 'MX')).status).toBe('no-data');
  expect((await dns.query('new.example', 'A')).records).toEqual(['192.0.2.9']);
  expect((await dns.query('www.example.com', 'A')).records).toEqual(['192.0.2.1']);
});
