import type { DnsAnswer, DnsClient, QueryOptions, RecordType } from '@whybounce/core/dns';
import { expect, it } from 'vitest';
import { followingAliases } from './aliases.ts';
import type { WireAnswer } from './interpret.ts';

/** A server that leaves every alias to the asker. */
function leaving(
  aliases: Readonly<Record<string, string>>,
): DnsClient & { readonly asked: [string, QueryOptions | undefined][] } {
  const asked: [string, QueryOptions | undefined][] = [];
  return {
    asked,
    async query<T extends RecordType>(name: string, type: T, options?: QueryOptions): Promise<DnsAnswer<T>> {
      asked.push([name, options]);
      const alias = aliases[name];
      const answer = { name, type, records: [], server: '192.0.2.53:53', detail: null, authenticated: true };
      const left: WireAnswer<T> = { ...answer, status: 'no-data', ttl: 50, chain: [alias ?? ''], unfollowed: true };
      return alias === undefined ? { ...answer, status: 'no-domain', ttl: 70, chain: [] } : left;
    },
  };
}

it('asks the resolver for what an alias leads to, and joins the answers', async () => {
  const client = leaving({ 'a.example': 'b.example', 'b.example': 'c.example' });
  const answer = await followingAliases(client).query('a.example', 'A', {
    server: '192.0.2.1',
    checkingDisabled: true,
  });
  expect(answer).toEqual({
    name: 'a.example',
    type: 'A',
    status: 'no-domain',
    records: [],
    ttl: 50,
    authenticated: true,
    chain: ['b.example', 'c.example'],
    server: '192.0.2.53:53',
    detail: null,
  });
  expect(client.asked).toEqual([
    ['a.example', { server: '192.0.2.1', checkingDisabled: true }],
    ['b.example', { checkingDisabled: true }],
    ['c.example', { checkingDisabled: true }],
  ]);
});

it('ends in a circle, and on a chain without end', async () => {
  const circle = leaving({ 'a.example': 'b.example', 'b.example': 'a.example' });
  expect((await followingAliases(circle).query('a.example', 'A')).status).toBe('servfail');
  const endless = leaving(
    Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.example`, `${i + 1}.example`])),
  );
  expect((await followingAliases(endless).query('0.example', 'A')).detail).toMatch(/More than 16 aliases follow/);
  expect(endless.asked).toHaveLength(17);
});
