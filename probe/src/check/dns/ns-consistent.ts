import type { Seen } from '@whybounce/core/check';
import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import { presentation, seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { counted, listed } from '../../fact/list-words.ts';
import { type NameServer, nameServers } from '../../fact/name-servers.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'dns.ns_consistent',
  area: 'dns',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'All name servers give the same mail records',
  about:
    'The MX, SPF and DMARC records are asked of several name servers themselves. Where they differ, some receivers see one answer and some another: mail fails for no reason that can be seen, and only at times.',
  remedy: 'Publish the zone anew on all name servers, or repair the transfer from the primary to the others.',
  source: 'RFC 1034 section 4.3.5',
  async run(context) {
    const domain = context.subject.domain as string;
    const { zone, ns, servers } = await nameServers(context);
    if (zone === null) {
      if (ns.status === 'no-domain') return notApplicable(`${domain} does not exist, so there is nothing to compare.`);
      return undetermined(`The name servers of ${domain} could not be found out: ${whyUnknown(ns)}.`);
    }
    const answering = servers.filter((server) => server.state === 'answers');
    if (answering.length < 2) {
      if (servers.length < 2) return notApplicable(`${zone} has a single name server, so there is nothing to compare.`);
      return undetermined(
        `${answering.length === 0 ? 'None' : 'Only one'} of ${counted(servers.length, 'name server')} of ${zone} answered directly, so there is nothing to compare.`,
      );
    }
    const serials = new Set(answering.map(({ soa }) => soa?.records[0]?.serial));
    const primaries = new Set(answering.map(({ soa }) => soa?.records[0]?.mname));
    const compared = oneOfEachVersion(answering);
    const told = await Promise.all(compared.map((server) => mailRecords(context, domain, server)));
    const different = kinds.filter((kind) => new Set(told.flatMap((own) => own[kind].text ?? [])).size > 1);
    const seen: Seen[] = different.flatMap((kind) =>
      told.map((own, place) => ({
        of: `${kind} at ${compared[place]?.host}`,
        value: own[kind].text ?? whyUnknown(own[kind].answer),
      })),
    );
    if (different.length > 0)
      return fail(
        `The name servers of ${zone} do not give the same ${listed(different)} record: ${listed(compared.map(({ host }) => host))} were asked for ${domain}.`,
        {
          seen,
          fix: `Publish the zone ${zone} anew on all its name servers. Where it lies with two providers, write the same ${listed(different)} record at both.`,
        },
      );
    const unknown = told.flatMap((own) => kinds.filter((kind) => own[kind].text === null));
    if (unknown.length > 0)
      return undetermined(
        `Not every name server of ${zone} answered for ${listed([...new Set(unknown)])}; what came is the same.`,
      );
    const soas = answering.map(({ host, soa }) => ({
      of: `SOA at ${host}`,
      value: seenAnswer(soa as DnsAnswer).value,
    }));
    // two providers count on their own, so that serials of different primaries do not compare
    if (serials.size > 1 && primaries.size === 1)
      return warn(
        `The name servers of ${zone} give the same mail records, yet hold different versions of the zone (${listed([...serials].map(String))}). That is usual for minutes after a change; where it lasts, the transfer between them is broken.`,
        { seen: soas, severity: 'low' },
      );
    return pass(`${listed(compared.map(({ host }) => host))} give the same MX, SPF and DMARC records for ${domain}.`, {
      seen: soas,
    });
  },
});

/** Each costs three queries. More versions than these at once are met nowhere. */
const MAX_COMPARED = 3;

/**
 * Servers with one version of one zone can hardly differ: one of each version is proof enough, and saves queries.
 * Where all have the same, the first and the last are compared, as serials are forgotten by those who edit by hand.
 */
function oneOfEachVersion(servers: readonly NameServer[]): NameServer[] {
  const byVersion = new Map<string, NameServer>();
  for (const server of servers) {
    const { mname, serial } = server.soa?.records[0] ?? {};
    const version = `${mname} ${serial}`;
    if (!byVersion.has(version)) byVersion.set(version, server);
  }
  const one = [...byVersion.values()];
  return one.length > 1 ? one.slice(0, MAX_COMPARED) : [servers[0] as NameServer, servers.at(-1) as NameServer];
}

const kinds = ['MX', 'SPF', 'DMARC'] as const;

interface Told {
  readonly answer: DnsAnswer;
  /** The records in an order of their own, as their order changes from answer to answer; null where unknown. */
  readonly text: string | null;
}

async function mailRecords(
  { dns }: CheckContext,
  domain: string,
  { addresses }: NameServer,
): Promise<Readonly<Record<(typeof kinds)[number], Told>>> {
  const server = addresses[0] as string;
  const [mx, txt, dmarc] = await Promise.all([
    dns.query(domain, 'MX', { server }),
    dns.query(domain, 'TXT', { server }),
    dns.query(`_dmarc.${domain}`, 'TXT', { server }),
  ]);
  // of the other TXT records none concerns mail, and some change with every question
  const isSpf = (strings: readonly string[]) => /^v=spf1(?: |$)/i.test(strings.join(''));
  return { MX: toldOf(mx), SPF: toldOf({ ...txt, records: txt.records.filter(isSpf) }), DMARC: toldOf(dmarc) };
}

function toldOf(answer: DnsAnswer): Told {
  if (!isDetermined(answer)) return { answer, text: null };
  // how far a server follows an alias out of its own zone is its own choice: the alias itself is the record
  const lines =
    answer.chain.length > 0
      ? [`CNAME ${answer.chain[0]}`]
      : answer.records.map((data) => presentation(answer.type, data)).sort();
  return { answer, text: lines.length === 0 ? 'none' : lines.join('\n') };
}
