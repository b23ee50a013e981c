import type { Seen } from '@whybounce/core/check';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { counted, listed } from '../../fact/list-words.ts';
import { type NameServer, nameServers } from '../../fact/name-servers.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'dns.ns_answer',
  area: 'dns',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'Every name server answers for the domain',
  about:
    'Each name server of the domain is asked itself. One that does not know the domain makes look-ups slow or lets them fail by chance, so that mail is delayed or refused now and then.',
  remedy: 'Have the name server serve the domain, or take it out of the list at the registrar and out of the zone.',
  source: 'RFC 1912 section 2.8',
  async run(context) {
    const domain = context.subject.domain as string;
    const { zone, ns, servers, unasked } = await nameServers(context);
    if (zone === null) {
      if (ns.status === 'no-domain') return notApplicable(`${domain} does not exist, so it has no name servers.`);
      return undetermined(`The name servers of ${domain} could not be found out: ${whyUnknown(ns)}.`, {
        seen: [seenAnswer(ns)],
      });
    }
    const seen = servers.map(seenServer);
    const rest = unasked.length === 0 ? '' : ` ${listed(unasked)} ${unasked.length === 1 ? 'was' : 'were'} not asked.`;
    const of = (...states: NameServer['state'][]) => servers.filter(({ state }) => states.includes(state));
    const [answering, lost, lame] = [of('answers'), of('no-address'), of('lame')];
    // where no server at all answers, what answers instead may be a firewall on the way, not the servers
    const faulty = [...lost, ...(answering.length > 0 ? lame : [])];
    if (faulty.length > 0) {
      const says = faulty.map((server) => faultOf(server, zone)).join(' ');
      return fail(`${says}${rest}`, {
        seen,
        fix: `Have ${listed(faulty.map(({ host }) => host))} serve ${zone}, or take ${faulty.length === 1 ? 'it' : 'them'} out of the name servers of ${zone} at the registrar and in the zone.`,
      });
    }
    const unclear = of('silent', 'unknown', 'lame');
    if (unclear.length > 0) {
      const others = answering.length === 0 ? 'No other one answered either' : `${listed(hosts(answering))} answered`;
      const hint =
        answering.length === 0
          ? 'This machine may not be allowed to ask name servers directly.'
          : 'Look again later: a server that stays silent must be repaired or taken out.';
      const why = unclear.map((server) => `${server.host}: ${whyUnknown(server.soa ?? server.looked)}`).join('; ');
      return undetermined(`Not every name server of ${zone} told what it knows: ${why}. ${others}. ${hint}${rest}`, {
        seen,
      });
    }
    return pass(
      `${counted(answering.length, 'name server')} of ${zone} (${listed(hosts(answering))}) answered.${rest}`,
      {
        seen,
      },
    );
  },
});

const hosts = (servers: readonly NameServer[]): string[] => servers.map(({ host }) => host);

function faultOf({ host, state, addresses, soa, looked }: NameServer, zone: string): string {
  if (state === 'no-address') return `The name server ${host} has no address: ${whyUnknown(looked)}.`;
  const reason =
    soa?.status === 'found' ? 'it answers from memory, not from the zone' : soa === null ? '' : whyUnknown(soa);
  return `The name server ${host} (${addresses[0]}) does not serve ${zone}: ${reason}.`;
}

function seenServer({ host, addresses, soa, looked }: NameServer): Seen {
  if (soa === null) return seenAnswer(looked);
  return { of: `SOA at ${host} (${addresses[0]})`, value: seenAnswer(soa).value };
}
