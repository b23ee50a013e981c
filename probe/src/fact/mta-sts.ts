import { isIP } from 'node:net';
import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import {
  lintMtaStsRecords,
  type MtaStsMode,
  type MtaStsPolicy,
  type MtaStsRecord,
  parseMtaStsPolicy,
  type RecordFinding,
  writeMtaSts,
} from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { notApplicable, undetermined, type Verdict } from '../check/define.ts';
import { seenAnswer, whyUnknown } from '../dns/dns-words.ts';
import { txtLine } from '../dns/zone-line.ts';
import type { HttpsResponse } from '../https/response.ts';
import { fact } from './fact.ts';
import { fetchFault, seenResponse } from './https-words.ts';
import { listed } from './list-words.ts';
import { type MailServers, mailServers } from './mail-servers.ts';
import { isVerificationHost } from './verification-host.ts';

/** What the DNS says of a domain's MTA-STS. */
export interface MtaStsInDns {
  readonly answer: DnsAnswer<'TXT'>;
  readonly texts: readonly string[];
  /** Whether any of the texts is, or is meant as, such a record; wildcards give others. */
  readonly meant: boolean;
  /** The one that counts; null where none or several do. */
  readonly record: MtaStsRecord | null;
  readonly findings: readonly RecordFinding[];
}

/** The record at `_mta-sts` of the subject's domain (RFC 8461 section 3.1). */
export const mtaStsRecord = fact(async ({ subject, dns }: CheckContext): Promise<MtaStsInDns> => {
  const answer = await dns.query(`_mta-sts.${subject.domain}`, 'TXT');
  const texts = isDetermined(answer) ? answer.records.map((strings) => strings.join('')) : [];
  const meant = texts.some((text) => /v\s*=\s*["']?STS\s*v?\d|^\s*["']?STSv\d/i.test(text.slice(0, MAX_SEARCHED)));
  return { answer, texts, meant, ...lintMtaStsRecords(texts) };
});

/** How far into a text a misplaced version is looked for. */
const MAX_SEARCHED = 200;

/** What the policy host serves. */
export interface ServedPolicy {
  readonly response: HttpsResponse;
  /** What is served with status 200, read as far as it can be; null where nothing is. */
  readonly policy: MtaStsPolicy | null;
}

/** The policy file of the subject's domain; null where no valid record asks for it, or nothing may be fetched. */
export const mtaStsPolicy = fact(async (context: CheckContext): Promise<ServedPolicy | null> => {
  const { record } = await mtaStsRecord(context);
  // without an id the record is none, and nobody fetches (RFC 8461 section 3.1)
  if ((record?.id ?? null) === null || context.https === null) return null;
  const response = await context.https.get(`https://mta-sts.${context.subject.domain}/.well-known/mta-sts.txt`);
  const isServed = response.outcome === 'answered' && response.status === 200;
  // the byte order mark stays: senders that keep it find no key behind it
  const text = isServed ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(response.body) : null;
  return { response, policy: text === null ? null : parseMtaStsPolicy(text) };
});

/** Why nobody asks for a policy of the domain, or it is not known whether somebody does; null where senders do. */
export async function withoutPolicy(context: CheckContext): Promise<Verdict | null> {
  const { domain } = context.subject;
  const { record, answer } = await mtaStsRecord(context);
  const seen = [seenAnswer(answer)];
  if (!isDetermined(answer))
    return undetermined(`Whether ${domain} has an MTA-STS policy could not be told: ${whyUnknown(answer)}.`, { seen });
  if ((record?.id ?? null) === null)
    return notApplicable(`No valid MTA-STS record of ${domain} asks senders to fetch a policy.`, { seen });
  return context.https === null ? undetermined('Fetching from web servers is switched off here.') : null;
}

/** The policy that is served; a verdict where none is, or it is not known. */
export async function policyToRead(
  context: CheckContext,
): Promise<{ readonly policy: MtaStsPolicy; readonly response: HttpsResponse } | Verdict> {
  const served = await mtaStsPolicy(context);
  if (served === null) return (await withoutPolicy(context)) as Verdict;
  const { policy, response } = served;
  if (policy !== null) return { policy, response };
  const fault = fetchFault(response);
  const why = fault === null ? '' : `: ${fault.says}`;
  const seen = [seenResponse(response)];
  return fault?.definite === true
    ? notApplicable(`Senders cannot fetch the MTA-STS policy of ${context.subject.domain}${why}.`, { seen })
    : undetermined(`The MTA-STS policy of ${context.subject.domain} could not be fetched${why}.`, { seen });
}

/** Whether senders go by a policy; one that they cannot read they drop whole (RFC 8461 section 3.2). */
export function isReadable({ form, version, mode, maxAge }: MtaStsPolicy): boolean {
  return form === 'policy' && version === 'STSv1' && mode !== null && maxAge !== null;
}

/**
 * The hosts to which senders deliver, as MTA-STS compares them: without MX records the domain itself (RFC 8461 section
 * 4.1). A host without an address gets no mail whatever a policy says, and may be a slip of the pen.
 */
export function policyHosts(mail: MailServers): string[] {
  const hosts = mail.servers.map(({ host }) => host);
  const named = mail.answer.records.map(({ exchange }) => exchange).filter((host) => host !== '.' && host !== '');
  const dead = deadHosts(mail);
  return [...new Set([...hosts, ...named])].filter((host) => !isVerificationHost(host) && !dead.includes(host));
}

/** Of the hosts of MX records those that have no address, by the word of the DNS. */
function deadHosts({ servers }: MailServers): string[] {
  return servers
    .filter(({ host, a, aaaa, addresses }) => {
      const isName = isIP(host) === 0;
      return isName && addresses.length === 0 && isDetermined(a) && isDetermined(aaaa);
    })
    .map(({ host }) => host);
}

/**
 * Why a domain has nothing that MTA-STS could protect and TLS-RPT report on, as a clause; null where it has.
 *
 * @param implicit whether a domain without MX records, whose own address may take mail or not, has something too
 */
export function withoutProtection(domain: string, mail: MailServers, implicit = false): string | null {
  if (mail.route === 'null-mx' || mail.route === 'none') return `${domain} takes no mail`;
  if (mail.route === 'implicit' && !implicit)
    return `${domain} has no MX record, and nothing shows that the server at its own address takes mail`;
  if (mail.route !== 'mx' || policyHosts(mail).length > 0) return null;
  const dead = deadHosts(mail);
  return dead.length === 0
    ? null
    : `${listed(dead)} ${dead.length === 1 ? 'has no address' : 'have no addresses'} and ${domain} no other mail server`;
}

/** Record and policy that are right for a domain, each ready to be published at its own place. */
export interface ProposedMtaSts {
  /** The policy file. */
  readonly file: string;
  /** The record as a line of a zone file. */
  readonly line: string;
  /** What the file must hold and where it is served, as the rest of a sentence, for where the record is to be copied. */
  readonly serve: string;
  /** What to do with file and record, as a sentence, for where the file is to be copied. */
  readonly renew: string;
}

/** Null where the mail servers of the subject's domain are not known or none, or have names that no policy can hold. */
export async function proposeMtaSts(context: CheckContext, mode: MtaStsMode): Promise<ProposedMtaSts | null> {
  const [{ record }, served, servers] = await Promise.all([
    mtaStsRecord(context),
    mtaStsPolicy(context),
    mailServers(context),
  ]);
  try {
    const { policy, record: next } = writeMtaSts({
      domain: context.subject.domain as string,
      mxHosts: policyHosts(servers),
      mode,
      record: record?.text ?? null,
      policy: served?.policy?.form === 'policy' ? served.policy.text : null,
      now: context.now,
    });
    const file = policy.text.replaceAll('\r\n', '\n');
    const lines = file
      .trimEnd()
      .split('\n')
      .map((text) => `"${text}"`);
    return {
      file,
      line: txtLine(next.name, next.text),
      serve: `first serve a file at ${policy.url} with the lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}.`,
      renew: `Serve the file below at ${policy.url}, and then publish the record ${next.name} with the text "${next.text}".`,
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
