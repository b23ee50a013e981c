import type { DmarcPolicy, DmarcRecord } from './parse-dmarc.ts';
import { dmarcTag } from './parse-dmarc.ts';
import { canReport } from './report-uri.ts';

/** The two generations of receivers. */
export type DmarcStandard = 'rfc7489' | 'rfc9989';

/** The message that a policy is asked for. */
export interface PolicyQuestion {
  /** Whether the From domain stands below the domain that has the record. */
  readonly subdomain: boolean;
  /** Whether the From domain exists in the DNS (RFC 8020); null where that could not be determined. */
  readonly exists: boolean | null;
}

/** What one generation of receivers is asked to do with mail that fails DMARC. */
export interface AppliedPolicy {
  readonly standard: DmarcStandard;
  /**
   * - `as-written`: by the tag;
   * - `as-none`: the record cannot be read as a policy and is taken for `p=none`, as it asks for reports;
   * - `ignored`: it cannot be read and asks for none, so that DMARC does not apply;
   * - `undetermined`: it depends on whether the domain exists, which is not known.
   */
  readonly how: 'as-written' | 'as-none' | 'ignored' | 'undetermined';
  /** The tag that counts; null unless `as-written`. */
  readonly tag: 'p' | 'sp' | 'np' | null;
  /** What that tag says; null unless `as-written`. */
  readonly requested: DmarcPolicy | null;
  /** What is done; weaker than requested under test. Null where ignored or undetermined. */
  readonly policy: DmarcPolicy | null;
  /** For how many of a hundred failing messages; the others get the next weaker policy. */
  readonly percent: number;
}

/** The next weaker policy: what mail outside `pct`'s share gets, and what `t=y` asks for. */
export function weaker(policy: DmarcPolicy): DmarcPolicy {
  return policy === 'reject' ? 'quarantine' : 'none';
}

/**
 * What a record asks for, as receivers of one generation read it: RFC 7489 sections 6.6.3 (which tag) and 6.6.4
 * (`pct`), RFC 9989 sections 4.10.1 (which tag) and 4.7 (`t`).
 */
export function policyFor(record: DmarcRecord, question: PolicyQuestion, standard: DmarcStandard): AppliedPolicy {
  const none = { standard, tag: null, requested: null, percent: 100 };
  const standing = standingOf(record, standard);
  if (standing === 'ignored') return { ...none, how: 'ignored', policy: null };
  if (standing === 'as-none') return { ...none, how: 'as-none', policy: 'none' };
  const tag = countingTag(record, question, standard);
  const requested = tag === null ? null : record[tag];
  if (tag === null || requested === null) return { ...none, how: 'undetermined', policy: null };
  const written = { standard, how: 'as-written', tag, requested } as const;
  if (standard === 'rfc9989')
    return { ...written, policy: record.testing ? weaker(requested) : requested, percent: 100 };
  if (record.pct === 0 || requested === 'none') return { ...written, policy: weaker(requested), percent: 100 };
  return { ...written, policy: requested, percent: record.pct };
}

/** Whether a record can be read as a policy; what is not known to a generation cannot spoil it for them. */
function standingOf(record: DmarcRecord, standard: DmarcStandard): 'as-written' | 'as-none' | 'ignored' {
  if (!record.recognised) return 'ignored';
  const broken = (name: 'sp' | 'np'): boolean => dmarcTag(record, name) !== undefined && record[name] === null;
  if (record.p !== null && !broken('sp') && !(standard === 'rfc9989' && broken('np'))) return 'as-written';
  return record.rua.some(canReport) ? 'as-none' : 'ignored';
}

/** Null where it depends on what is not known. */
function countingTag(
  { p, sp, np }: DmarcRecord,
  { subdomain, exists }: PolicyQuestion,
  standard: DmarcStandard,
): 'p' | 'sp' | 'np' | null {
  if (!subdomain) return 'p';
  const below = sp === null ? 'p' : 'sp';
  if (standard === 'rfc7489' || np === null || exists === true) return below;
  if (exists === null) return np === (sp ?? p) ? below : null;
  return 'np';
}
