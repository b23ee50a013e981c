import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { counted, listed } from '../../fact/list-words.ts';
import { nameServers } from '../../fact/name-servers.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'dns.ns_count',
  area: 'dns',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'At least two name servers on different addresses',
  about:
    'Whether the domain still resolves when one name server is down. Where none answers, nobody can find its mail servers, and its own mail fails every check.',
  remedy: 'Add a second name server on another address, best in another network.',
  source: 'RFC 1034 section 4.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const { zone, ns, servers } = await nameServers(context);
    if (zone === null) {
      if (ns.status === 'no-domain') return notApplicable(`${domain} does not exist, so it has no name servers.`);
      return undetermined(`The name servers of ${domain} could not be found out: ${whyUnknown(ns)}.`);
    }
    const names = [...new Set(ns.records)];
    const addresses = [...new Set(servers.flatMap((server) => server.addresses))];
    const seen = [seenAnswer(ns), ...servers.map(({ looked }) => seenAnswer(looked))];
    // one name with several addresses is several servers too: only the addresses count
    if (addresses.length > 1)
      return pass(
        `${zone} has ${counted(names.length, 'name server')} on ${counted(addresses.length, 'address', 'addresses')}.`,
        {
          seen,
        },
      );
    const unknown = servers.filter(({ state }) => state === 'unknown');
    if (unknown.length > 0)
      return undetermined(
        `How many addresses the name servers of ${zone} have could not be told: ${listed(unknown.map(({ host, looked }) => `${host}: ${whyUnknown(looked)}`))}.`,
        { seen },
      );
    const where = addresses.length === 0 ? 'none of which has an address' : `all on the one address ${addresses[0]}`;
    return fail(
      names.length === 1
        ? `${zone} has a single name server, ${names[0]}: when it is down, the domain is gone.`
        : `${zone} has ${names.length} name servers (${listed(names)}), ${where}.`,
      { seen, fix: `Add a second name server for ${zone} on another address, best in another network.` },
    );
  },
});
