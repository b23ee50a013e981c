import type { Zone } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../check/prove-fixture.ts';
import { mailServers } from './mail-servers.ts';

const mx = (exchange: string, preference = 10) => ({ exchange, preference });

describe('where the mail of a domain goes', () => {
  const routes: [string, string, Zone, string[]][] = [
    [
      'by MX, by preference, each host once',
      'mx',
      {
        'example.com': { MX: [mx('b.example.net', 20), mx('a.example.net', 10), mx('a.example.net', 30)] },
        'a.example.net': { A: ['192.0.2.1'], AAAA: [] },
        'b.example.net': { A: ['192.0.2.2'], AAAA: ['2001:db8::2'] },
      },
      ['a.example.net 10 192.0.2.1', 'b.example.net 20 192.0.2.2 2001:db8::2'],
    ],
    ['to its own address', 'implicit', { 'example.com': { A: ['192.0.2.1'] } }, ['example.com 0 192.0.2.1']],
    ['nowhere, by its own word', 'null-mx', { 'example.com': { MX: [mx('.', 0)], A: ['192.0.2.1'] } }, []],
    ['nowhere', 'none', { 'example.com': { TXT: ['x'] } }, []],
    ['unknown: MX', 'unknown', { 'example.com': { MX: 'servfail' } }, []],
    ['unknown: address', 'unknown', { 'example.com': { A: 'timeout' } }, []],
  ];
  it.each(routes)('%s', async (_name, route, zone, hosts) => {
    const found = await mailServers(contextOf({ zone }));
    expect(found.route).toBe(route);
    expect(found.servers.map(({ host, preference, addresses }) => [host, preference, ...addresses].join(' '))).toEqual(
      hosts,
    );
  });

  it('looks at one server alone where that is asked for', async () => {
    const context = contextOf({
      subject: { mailServer: 'mx.example.net' },
      zone: { 'mx.example.net': { A: ['192.0.2.1'] } },
    });
    expect((await mailServers(context)).servers).toMatchObject([{ host: 'mx.example.net', addresses: ['192.0.2.1'] }]);
  });

  it('takes a server that is named by its address as it is', async () => {
    const context = contextOf({ subject: { domain: null, mailServer: '192.0.2.1' } });
    expect((await mailServers(context)).servers).toMatchObject([{ host: '192.0.2.1', addresses: ['192.0.2.1'] }]);
    expect(context.dns).toMatchObject({ asked: [] });
  });

  it('looks up no more than twenty of them', async () => {
    const hosts = Array.from({ length: 21 }, (_, at) => `mx${String(at).padStart(2, '0')}.example.net`);
    const context = contextOf({ zone: { 'example.com': { MX: hosts.map((host, at) => mx(host, at)) } } });
    expect((await mailServers(context)).servers.map(({ host }) => host)).toEqual(hosts.slice(0, 20));
    expect((context.dns as unknown as { asked: string[] }).asked).toHaveLength(1 + 2 * 20);
  });

  it('asks once, whoever asks', async () => {
    const context = contextOf({ zone: { 'example.com': { A: ['192.0.2.1'] } } });
    await Promise.all([mailServers(context), mailServers(context)]);
    expect(context.dns).toMatchObject({ asked: ['MX example.com', 'A example.com', 'AAAA example.com'] });
  });
});
