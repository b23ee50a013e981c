import type { DnsAnswer, DnsClient, QueryOptions, RecordType } from '@whybounce/core/dns';
import { failure } from './failure.ts';
import { MAX_CHAIN, type WireAnswer } from './interpret.ts';

/**
 * Goes on where a server left the last name of a chain of aliases to the asker, as a zone's own servers do when an
 * alias leads out of the zone. Each step is a question of its own to the resolver, also where the first went to
 * one address: that server does not hold what the alias leads to.
 */
export function followingAliases(client: DnsClient): DnsClient {
  return { query: (name, type, options) => follow(client, name, type, options) };
}

async function follow<T extends RecordType>(
  client: DnsClient,
  name: string,
  type: T,
  options?: QueryOptions,
): Promise<DnsAnswer<T>> {
  const first: WireAnswer<T> = await client.query(name, type, options);
  let answer = plain(first);
  let { unfollowed } = first;
  while (unfollowed === true) {
    const last = answer.chain.at(-1) ?? answer.name;
    const next: WireAnswer<T> = await client.query(last, type, { checkingDisabled: options?.checkingDisabled });
    const names = [answer.name, ...answer.chain];
    const again = next.chain.find((alias) => names.includes(alias));
    if (again !== undefined)
      return failure(
        answer.name,
        type,
        'servfail',
        `The aliases go in a circle: they come back to ${again}.`,
        next.server,
      );
    const chain = [...answer.chain, ...next.chain];
    if (chain.length > MAX_CHAIN)
      return failure(
        answer.name,
        type,
        'servfail',
        `More than ${MAX_CHAIN} aliases follow ${answer.name}.`,
        next.server,
      );
    unfollowed = next.unfollowed;
    answer = {
      ...plain(next),
      name: answer.name,
      chain,
      ttl: next.ttl === null ? null : Math.min(next.ttl, answer.ttl ?? next.ttl),
      authenticated: next.authenticated && answer.authenticated,
    };
  }
  return answer;
}

function plain<T extends RecordType>({ unfollowed: _, ...answer }: WireAnswer<T>): DnsAnswer<T> {
  return answer;
}
