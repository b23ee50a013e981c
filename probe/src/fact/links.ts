import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import { addressRange } from '../address-guard.ts';
import type { CheckContext } from '../check/context.ts';
import { isAddressHost } from '../message/message-links.ts';
import { fact } from './fact.ts';
import { linksOfMessage } from './message-content.ts';

/** A host that the message links to, as the DNS knows it. */
export interface LinkedHost {
  readonly host: string;
  /** Null where the DNS did not tell. */
  readonly exists: boolean | null;
  /** Leads into an inner network or to the reader's own machine. */
  readonly isInner: boolean;
  readonly answer: DnsAnswer;
}

const INNER: ReadonlySet<string> = new Set([
  'loopback',
  'private',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
  'unspecified',
]);

/** Hosts that are looked up: the check of a message has 64 questions for everything. */
const MAX_HOSTS = 8;

/** The hosts of the links of a message in the DNS: first those to click on, then pictures. Nothing of them is fetched. */
export const linkedHosts = fact(
  async (context: CheckContext): Promise<{ hosts: readonly LinkedHost[]; left: number }> => {
    const links = (await linksOfMessage(context)).toSorted(
      (a, b) => Number(a.as === 'image') - Number(b.as === 'image'),
    );
    const hosts = links.flatMap(({ host }) =>
      host === null || isAddressHost(host) || !host.includes('.') ? [] : [host],
    );
    const names = [...new Set(hosts)];
    return {
      hosts: await Promise.all(names.slice(0, MAX_HOSTS).map((host) => look(context, host))),
      left: Math.max(0, names.length - MAX_HOSTS),
    };
  },
);

async function look({ dns }: CheckContext, host: string): Promise<LinkedHost> {
  const a = await dns.query(host, 'A');
  const answer: DnsAnswer = a.status === 'no-data' ? await dns.query(host, 'AAAA') : a;
  const addresses = answer.records as readonly string[];
  return {
    host,
    exists: isDetermined(answer) ? answer.status === 'found' : null,
    isInner: addresses.length > 0 && addresses.every((address) => INNER.has(addressRange(address))),
    answer,
  };
}
