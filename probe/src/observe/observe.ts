import type { CheckResult, SubjectKind } from '@whybounce/core/check';
import type { ObservationId } from '@whybounce/knowledge';
import type { CheckContext } from '../check/context.ts';
import { mailServers } from '../fact/mail-servers.ts';
import { observeRoute } from './observe-route.ts';
import type { Observed } from './observed.ts';

/**
 * What results tell a diagnosis. What could not be determined tells nothing.
 *
 * @param kind what was checked: of a domain alone it is told where its mail goes, where that was looked at. The domain of a
 *   message is the sender's.
 */
export async function observe(
  context: CheckContext,
  kind: SubjectKind,
  results: readonly CheckResult[],
): Promise<readonly Observed[]> {
  const byId = new Map(results.map((result) => [result.id, result]));
  const seen: Observed[] = [];
  for (const row of rows) {
    const hit = row.when.map((id) => byId.get(id)).find((result) => result !== undefined && row.is(result));
    if (hit !== undefined && !seen.some(({ id }) => testOf(id) === testOf(row.id)))
      seen.push({ id: row.id, note: hit.says });
  }
  const isReceiving = kind === 'domain' && results.some(({ area }) => area === 'mx');
  return isReceiving ? [...seen, ...(await observeDomain(context, byId))] : seen;
}

/** What of a result makes an observation; of the outcomes of one test the first that holds counts. */
interface Row {
  readonly id: ObservationId;
  readonly when: readonly string[];
  readonly is: (result: CheckResult) => boolean;
}

const failed = ({ outcome }: CheckResult): boolean => outcome === 'fail';
const amiss = ({ outcome }: CheckResult): boolean => outcome === 'fail' || outcome === 'warn';
const passed = ({ outcome }: CheckResult): boolean => outcome === 'pass';
/** That a check which shows a verdict (RFC 8601 section 2.7.2) as the last of its evidence shows this one. */
const shows =
  (verdict: string) =>
  ({ outcome, seen }: CheckResult): boolean =>
    (outcome === 'fail' || outcome === 'warn') && seen.at(-1)?.value === verdict;

const rows: readonly Row[] = [
  { id: 'ptr:missing', when: ['ptr.exists'], is: failed },
  { id: 'ptr:mismatch', when: ['ptr.fcrdns'], is: failed },
  { id: 'ptr:generic', when: ['ptr.generic'], is: amiss },
  { id: 'ptr:confirmed', when: ['ptr.fcrdns'], is: passed },
  { id: 'helo:wrong', when: ['ehlo.fqdn', 'ehlo.resolves'], is: failed },
  { id: 'helo:confirmed', when: ['ehlo.resolves'], is: passed },
  { id: 'sending-ip-listed:yes', when: ['rbl.ip'], is: failed },
  { id: 'sending-ip-listed:no', when: ['rbl.ip'], is: passed },
  { id: 'sending-domain-listed:yes', when: ['rbl.domain'], is: failed },
  { id: 'sending-domain-listed:no', when: ['rbl.domain'], is: passed },
  { id: 'sender-domain-dns:broken', when: ['msg.return_path'], is: failed },
  { id: 'sender-domain-dns:fine', when: ['msg.return_path'], is: passed },
  { id: 'receiver-tls:broken', when: ['sts.mx_match', 'dane.tlsa'], is: failed },
  { id: 'auth-spf:pass', when: ['spf.authorises_ip'], is: passed },
  { id: 'auth-spf:error', when: ['spf.authorises_ip'], is: shows('permerror') },
  { id: 'auth-spf:none', when: ['spf.authorises_ip'], is: shows('none') },
  { id: 'auth-spf:fail', when: ['spf.authorises_ip'], is: failed },
  { id: 'auth-dkim:pass', when: ['dkim.verify'], is: passed },
  { id: 'auth-dkim:fail', when: ['dkim.verify'], is: failed },
  { id: 'auth-dmarc:pass', when: ['dmarc.pass'], is: passed },
  { id: 'auth-dmarc:fail', when: ['dmarc.pass'], is: failed },
];

/** Every observation that can come of checks. */
export const observable: readonly ObservationId[] = [
  ...rows.map(({ id }) => id),
  'domain-dns:null-mx',
  'domain-dns:does-not-exist',
  'domain-dns:no-mail-server',
  'domain-dns:does-not-answer',
  'domain-dns:fine',
  'mx-target:other-tenant',
  'mx-target:refusing-host',
  'mx-target:gateway',
  'mx-target:moved-away',
];

function testOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

/** What the DNS says of a recipient's domain. */
type DomainDns = Extract<ObservationId, `domain-dns:${string}`> extends `domain-dns:${infer Outcome}` ? Outcome : never;

async function observeDomain(
  context: CheckContext,
  results: ReadonlyMap<string, CheckResult>,
): Promise<readonly Observed[]> {
  const servers = await mailServers(context);
  const { route, answer } = servers;
  const domain = context.subject.domain as string;
  const say = (outcome: DomainDns, note: string): Observed => ({ id: `domain-dns:${outcome}`, note });
  const hosts = servers.servers.map(({ host }) => host).join(', ');
  switch (route) {
    case 'null-mx':
      return [say('null-mx', `The MX of ${domain} is ".".`)];
    case 'none':
      return [
        answer.status === 'no-domain'
          ? say('does-not-exist', `The DNS answers NXDOMAIN for ${domain}.`)
          : say('no-mail-server', `${domain} has neither MX nor address records.`),
      ];
    case 'unknown':
      // one resolver's time-out is no evidence; servers that were asked themselves and did not answer are
      return ['dns.ns_answer', 'dns.dnssec_bogus']
        .flatMap((id) => {
          const result = results.get(id);
          return result?.outcome === 'fail' ? [say('does-not-answer', result.says)] : [];
        })
        .slice(0, 1);
    default: {
      const usable = servers.servers.some(({ addresses }) => addresses.length > 0);
      const dns = usable ? [say('fine', `Mail for ${domain} goes to ${hosts}.`)] : [];
      return [...dns, ...observeRoute(context, servers)];
    }
  }
}
