import type { DnsClient } from '@whybounce/core/dns';
import { isAligned } from '@whybounce/core/record';
import type { AuthResult, LenientReading } from './auth-result.ts';
import type { DkimVerdict } from './dkim/verdict.ts';
import { sayAccepted } from './lenient.ts';
import { type DmarcRun, type DmarcSubject, type NoAuthor, runDmarc } from './mailauth/dmarc.ts';
import type { SpfVerdict } from './spf.ts';

/**
 * How a domain stands to that of From:
 * - `same`: it is the same;
 * - `organizational`: both belong to one organisation (RFC 9989 section 4.10.2);
 * - `other`: they do not;
 * - `undetermined`: the DNS did not tell, or From has no one domain.
 */
export type Relation = 'same' | 'organizational' | 'other' | 'undetermined';

/** One domain that SPF or DKIM vouches for, held against From. */
export interface Identifier {
  readonly method: 'spf' | 'dkim';
  readonly domain: string;
  /** Whether SPF or the signature passes. */
  readonly passes: boolean;
  readonly relation: Relation;
  /** What the record asks for: `s` wants the same domain; null without record. */
  readonly mode: 'relaxed' | 'strict' | null;
  /** Whether the relation is enough; null where it is undetermined or there is no record. */
  readonly aligned: boolean | null;
  readonly says: string;
}

/** What DMARC says of a message (RFC 9989). */
export interface DmarcVerdict {
  readonly result: AuthResult;
  readonly lenient: LenientReading | null;
  /** Why From names no one domain; null where it does. */
  readonly noAuthor: NoAuthor | null;
  readonly author: string | null;
  readonly organizationalDomain: string | null;
  /** Where the record stands that applies. */
  readonly policyDomain: string | null;
  /** What the domain asks for a message that fails; null without record. */
  readonly policy: string | null;
  /** `t=y`: receivers apply the policy one step milder. */
  readonly testing: boolean;
  readonly record: string | null;
  readonly identifiers: readonly Identifier[];
  readonly detail: string | null;
}

/** Whose mail it is. */
export interface Author {
  readonly from: readonly string[];
  readonly fromFields: number;
}

/** Evaluates DMARC by the specification, and with what lenient receivers let pass. */
export async function verifyDmarc(
  author: Author,
  spf: SpfVerdict,
  dkim: DkimVerdict,
  dns: DnsClient,
): Promise<DmarcVerdict> {
  const strict = await runDmarc(subjectOf(author, spf, dkim, false), dns, true);
  const lenient = await runDmarc(subjectOf(author, spf, dkim, true), dns, false);
  return {
    result: strict.result,
    lenient: lenientReading(strict, lenient),
    noAuthor: strict.noAuthor,
    author: strict.author,
    organizationalDomain: strict.organizationalDomain,
    policyDomain: strict.policyDomain,
    policy: strict.policy,
    testing: strict.testing,
    record: strict.record,
    identifiers: await identifiersOf(author, strict, spf, dkim, dns),
    detail: strict.detail,
  };
}

/** DMARC counts the name in MAIL FROM, not that of HELO where MAIL FROM is unknown. */
function spfDomain({ identity, domain }: SpfVerdict): string | null {
  return identity === 'mail-from' || identity === 'null-sender' ? domain : null;
}

function subjectOf(author: Author, spf: SpfVerdict, dkim: DkimVerdict, isLenient: boolean): DmarcSubject {
  const passes = ({ result, lenient }: { result: AuthResult; lenient: LenientReading | null }) =>
    (isLenient && lenient !== null ? lenient.result : result) === 'pass';
  const domain = spfDomain(spf);
  return {
    ...author,
    spfDomains: domain !== null && passes(spf) ? [domain] : [],
    dkimDomains: dkim.signatures
      .filter(passes)
      .map(({ domain: signer, unsignedBytes }) => ({ domain: signer, unsignedBytes })),
  };
}

function lenientReading(strict: DmarcRun, lenient: DmarcRun): LenientReading | null {
  if (lenient.result === strict.result && lenient.policy === strict.policy) return null;
  const because = lenient.accepted.map(sayAccepted);
  if (because.length === 0)
    because.push(
      lenient.result === strict.result
        ? `They apply the policy ${lenient.policy ?? 'none'}, and the specification ${strict.policy ?? 'none'}.`
        : `They say ${lenient.result}, as they let SPF or a signature pass that the specification does not.`,
    );
  return { result: lenient.result, because };
}

async function identifiersOf(
  author: Author,
  dmarc: DmarcRun,
  spf: SpfVerdict,
  dkim: DkimVerdict,
  dns: DnsClient,
): Promise<Identifier[]> {
  const found: Omit<Identifier, 'relation' | 'mode' | 'aligned' | 'says'>[] = [];
  const domain = spfDomain(spf);
  if (domain !== null) found.push({ method: 'spf', domain, passes: spf.result === 'pass' });
  for (const { domain: signer, result, failures } of dkim.signatures) {
    if (signer === '' || failures.some(({ code }) => code === 'not-verified')) continue;
    const same = found.findIndex((other) => other.method === 'dkim' && other.domain === signer);
    const passes = result === 'pass';
    if (same < 0) found.push({ method: 'dkim', domain: signer, passes });
    else if (passes) found[same] = { method: 'dkim', domain: signer, passes };
  }
  const identifiers: Identifier[] = [];
  for (const each of found) {
    const relation = await relationOf(author, dmarc, each.method, each.domain, dns);
    const isStrict = each.method === 'spf' ? dmarc.strictSpf : dmarc.strictDkim;
    const mode = isStrict === null ? null : isStrict ? 'strict' : 'relaxed';
    const aligned =
      relation === 'undetermined' || mode === null
        ? null
        : relation === 'same' || (relation === 'organizational' && mode === 'relaxed');
    identifiers.push({ ...each, relation, mode, aligned, says: sayIdentifier(each, relation, mode, dmarc) });
  }
  return identifiers;
}

/** Asks the verifier for this domain alone, as if it had passed. */
async function relationOf(
  author: Author,
  { author: from, record, result, organizationalDomain }: DmarcRun,
  method: 'spf' | 'dkim',
  domain: string,
  dns: DnsClient,
): Promise<Relation> {
  if (from === null) return 'undetermined';
  const own = from.replace(/\.$/, '');
  if (domain === own) return 'same';
  // without a record nothing tells organisations apart but the list of public suffixes
  if (record === null && result === 'none') return isAligned(own, domain, 'relaxed') ? 'organizational' : 'other';
  if (record === null || organizationalDomain === null) return 'undetermined';
  const alone = await runDmarc(
    {
      ...author,
      spfDomains: method === 'spf' ? [domain] : [],
      dkimDomains: method === 'dkim' ? [{ domain, unsignedBytes: 0 }] : [],
    },
    dns,
    true,
  );
  if (alone.result === 'pass') return 'organizational';
  if (alone.result === 'temperror') return 'undetermined';
  // with adkim=s or aspf=s the verifier does not tell a subdomain from a stranger
  const isStrict = method === 'spf' ? alone.strictSpf : alone.strictDkim;
  if (isStrict !== true) return 'other';
  return domain === organizationalDomain || domain.endsWith(`.${organizationalDomain}`) ? 'organizational' : 'other';
}

function sayIdentifier(
  { method, domain, passes }: Pick<Identifier, 'method' | 'domain' | 'passes'>,
  relation: Relation,
  mode: Identifier['mode'],
  { author }: DmarcRun,
): string {
  const what = method === 'spf' ? `SPF vouches for ${domain}` : `The signature is by ${domain}`;
  const start = passes
    ? what
    : method === 'spf'
      ? `SPF does not pass for ${domain}`
      : `The signature by ${domain} does not pass`;
  const from = author ?? 'no one domain';
  switch (relation) {
    case 'same':
      return `${start}, which is the domain of From.`;
    case 'organizational':
      return mode === 'strict'
        ? `${start}, which belongs to the organisation of ${from}, and the record asks for the very same domain (${method === 'spf' ? 'aspf=s' : 'adkim=s'}).`
        : `${start}, which belongs to the same organisation as ${from}.`;
    case 'other':
      return `${start}, which has nothing to do with ${from}: DMARC does not count it.`;
    case 'undetermined':
      return `${start}; whether that belongs to ${from} could not be told.`;
  }
}
