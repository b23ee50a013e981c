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
import type { HttpsResponse } from '../https/response.ts';
import { fact } from './fact.ts';
import { type MailServers, mailServers } from './mail-servers.ts';
import { txtLine } from './record-verdict.ts';
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

/** The policy file of the subject's domain; null where no record asks for it, or nothing may be fetched. */
export const mtaStsPolicy = fact(async (context: CheckContext): Promise<ServedPolicy | null> => {
  const { record } = await mtaStsRecord(context);
  if (record === null || context.https === null) return null;
  const response = await context.https.get(`https://mta-sts.${context.subject.domain}/.well-known/mta-sts.txt`);
  const isServed = response.outcome === 'answered' && response.status === 200;
  // the byte order mark stays: senders that keep it find no key behind it
  const text = isServed ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(response.body) : null;
  return { response, policy: text === null ? null : parseMtaStsPolicy(text) };
});

/** The hosts to which senders deliver, as MTA-STS compares them: without MX records the domain itself (RFC 8461 section 4.1). */
export function policyHosts({ servers, answer }: MailServers): string[] {
  const hosts = servers.map(({ host }) => host);
  const named = answer.records.map(({ exchange }) => exchange).filter((host) => host !== '.' && host !== '');
  return [...new Set([...hosts, ...named])].filter((host) => !isVerificationHost(host));
}

/**
 * Record and policy that are right for the domain's mail servers, as one text with headings; null where its mail
 * servers are not known or none, or have names that no policy can hold.
 */
export async function proposeMtaSts(
  context: CheckContext,
  mode: MtaStsMode,
  part: 'record' | 'both' = 'both',
): Promise<string | null> {
  const [{ record }, served, servers] = await Promise.all([
    mtaStsRecord(context),
    mtaStsPolicy(context),
    mailServers(context),
  ]);
  try {
    const proposal = writeMtaSts({
      domain: context.subject.domain as string,
      mxHosts: policyHosts(servers),
      mode,
      record: record?.text ?? null,
      policy: served?.policy?.form === 'policy' ? served.policy.text : null,
      now: context.now,
    });
    const line = txtLine(proposal.record);
    if (part === 'record') return line;
    return `${proposal.policy.url}\n\n${proposal.policy.text.replaceAll('\r\n', '\n')}\n${line}`;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
