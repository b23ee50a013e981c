import { addressRange, isPublicAddress } from '../../address-guard.ts';
import { seenAnswer } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'mx.public_ip',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'Mail servers have public addresses',
  about:
    'Whether the addresses of the mail servers can be reached from the internet. An address of an inner network or of the own machine is out of reach for every sender.',
  remedy: 'Publish the public address of the mail server.',
  source: 'RFC 6890 section 2',
  async run(context) {
    const domain = context.subject.domain as string;
    const { route, servers } = await mailServers(context);
    const named = servers.flatMap(({ host, addresses }) => addresses.map((ip) => ({ host, ip })));
    if (named.length === 0)
      return route === 'unknown'
        ? undetermined(`The addresses of the mail servers of ${domain} are not known.`)
        : notApplicable(`${domain} has no mail server with an address.`);
    const hidden = named.filter(({ ip }) => !isPublicAddress(ip));
    const seen = servers.flatMap(({ a, aaaa }) => [a, aaaa].filter(({ status }) => status === 'found').map(seenAnswer));
    if (hidden.length === 0) return pass(`${listed(named.map(({ ip }) => ip))}: all public.`, { seen });
    const isAll = hidden.length === named.length;
    return fail(
      `${listed(hidden.map(({ host, ip }) => `${host} has the address ${ip} (${rangeWords[addressRange(ip)] ?? 'reserved'})`))}: no sender on the internet can reach ${hidden.length === 1 ? 'it' : 'them'}.`,
      {
        seen,
        severity: isAll ? 'critical' : 'high',
        fix: `Publish the public address in place of ${listed(hidden.map(({ ip }) => ip))}, or remove it.`,
      },
    );
  },
});

/** The special ranges in a reader's words. */
const rangeWords: Readonly<Record<string, string>> = {
  loopback: 'the machine itself',
  private: 'an inner network',
  uniqueLocal: 'an inner network',
  linkLocal: 'one cable only',
  carrierGradeNat: "inside a provider's network",
  multicast: 'a group, no machine',
  unspecified: 'no address at all',
  broadcast: 'everybody, no machine',
};
