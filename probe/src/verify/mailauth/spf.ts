import type { DnsClient } from '@whybounce/core/dns';
import { spf } from 'mailauth';
import type { AuthResult } from '../auth-result.ts';
import { wordOf } from './dkim.ts';
import { resolverOf } from './resolver.ts';

/** Who is held against SPF. */
export interface SpfSubject {
  readonly ip: string;
  readonly helo: string | null;
  /** `''`: the HELO name is checked (RFC 7208 section 2.4). */
  readonly mailFrom: string;
}

/** What the verifier says. */
export interface SpfRun {
  readonly result: AuthResult;
  readonly domain: string;
  readonly record: string | null;
  /** What the domain's owner has to say of a failure (section 6.2): untrusted text. */
  readonly explanation: string | null;
  readonly lookups: number;
  readonly voidLookups: number;
  /** What it accepted that a strict verifier does not, by its code. */
  readonly accepted: readonly string[];
  /** Why there is an error, in its words. */
  readonly detail: string | null;
}

/** The name that an explanation is filled with for the receiver (section 7.2, the macro `r`). */
const RECEIVER = 'unknown';

/** Has mailauth evaluate SPF. */
export async function runSpf({ ip, helo, mailFrom }: SpfSubject, dns: DnsClient, strict: boolean): Promise<SpfRun> {
  const result = await spf({
    ip,
    sender: mailFrom,
    ...(helo === null ? {} : { helo }),
    mta: RECEIVER,
    resolver: resolverOf(dns),
    strict,
  });
  const word = wordOf(result.status.result);
  const isError = word === 'temperror' || word === 'permerror';
  return {
    result: word,
    domain: result.domain,
    record: result.rr ?? null,
    explanation: result.explanation ?? null,
    lookups: result.lookups?.count ?? 0,
    voidLookups: result.lookups?.void ?? 0,
    accepted: result.warnings ?? [],
    detail: isError ? (detailOf(result.status.comment) ?? null) : null,
  };
}

/** `unknown: permanent error in processing during lookup of a@example.com: Too many DNS requests` */
function detailOf(comment: string | undefined): string | undefined {
  return /during lookup of [^ ]{0,320}: (.{1,500})$/s.exec(comment ?? '')?.[1];
}
