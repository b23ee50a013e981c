import type { DnsClient } from '@whybounce/core/dns';
import { evaluateDmarc } from 'mailauth/lib/dmarc/index.js';
import type { AuthResult } from '../auth-result.ts';
import { wordOf } from './dkim.ts';
import { resolverOf } from './resolver.ts';

/** Whom DMARC is evaluated for, and with what passed. */
export interface DmarcSubject {
  readonly from: readonly string[];
  readonly fromFields: number;
  readonly spfDomains: readonly string[];
  readonly dkimDomains: readonly { readonly domain: string; readonly unsignedBytes: number }[];
}

/** Why From names no one domain (RFC 9989 section 5.3.1). */
export type NoAuthor =
  | 'no-author-domain'
  | 'multiple-author-domains'
  | 'invalid-author-domain'
  | 'multiple-from-fields';

/** What the verifier says. */
export interface DmarcRun {
  readonly result: AuthResult;
  readonly noAuthor: NoAuthor | null;
  /** Domain of From; null where it has none or several. */
  readonly author: string | null;
  readonly organizationalDomain: string | null;
  readonly policyDomain: string | null;
  /** What the domain asks for a message that fails: `none`, `quarantine`, `reject`. */
  readonly policy: string | null;
  readonly testing: boolean;
  readonly record: string | null;
  /** `aspf=s`, `adkim=s`; null without record. */
  readonly strictSpf: boolean | null;
  readonly strictDkim: boolean | null;
  readonly accepted: readonly string[];
  readonly detail: string | null;
}

/** Has mailauth evaluate DMARC by RFC 9989. */
export async function runDmarc(subject: DmarcSubject, dns: DnsClient, strict: boolean): Promise<DmarcRun> {
  const { response, reason } = await evaluateDmarc({
    headerFrom: [...subject.from],
    fromFields: subject.fromFields,
    spfDomains: [...subject.spfDomains],
    dkimDomains: subject.dkimDomains.map(({ domain, unsignedBytes }) => ({ domain, underSized: unsignedBytes })),
    resolver: resolverOf(dns),
    strict,
  });
  if (response === false)
    return {
      result: 'none',
      noAuthor: reason ?? 'no-author-domain',
      author: null,
      organizationalDomain: null,
      policyDomain: null,
      policy: null,
      testing: false,
      record: null,
      strictSpf: null,
      strictDkim: null,
      accepted: [],
      detail: null,
    };
  return {
    result: wordOf(response.status.result),
    noAuthor: null,
    author: response.status.header?.from ?? null,
    organizationalDomain: response.domain ?? null,
    policyDomain: response.policyDomain ?? null,
    policy: response.policy ?? null,
    testing: response.testMode ?? false,
    record: response.rr ?? null,
    // without a record there is no such part, whatever the types say
    strictSpf: response.alignment?.spf.strict ?? null,
    strictDkim: response.alignment?.dkim.strict ?? null,
    accepted: response.warnings ?? [],
    detail: response.error ?? null,
  };
}
