import { type DnsClient, normalName } from '../../dns/index.ts';
import {
  type DmarcPlace,
  type DmarcPlaces,
  type DmarcRecords,
  dmarcRecords,
  placesOf,
  walkRecords,
} from '../organizational-domain/index.ts';
import { isAligned } from './alignment.ts';
import { type AppliedPolicy, type DmarcStandard, policyFor } from './applied-policy.ts';
import type { AuthenticationResult, DmarcEvaluation, DmarcIdentifier, DmarcVerdict } from './dmarc-verdict.ts';
import { domainExists } from './domain-exists.ts';
import { parseDmarc } from './parse-dmarc.ts';
import { describeVerdict, whyOf } from './verdict-words.ts';

/**
 * Most domains that are looked up for alignment. A hostile message can carry hundreds of valid signatures, each of a
 * domain of its own, and each would cost a walk of eight queries.
 */
const MAX_WALKS = 10;

/**
 * Evaluates DMARC for one message, as RFC 7489 section 6.6.2 and RFC 9989 section 5.3 say.
 *
 * @param message.fromDomain the one domain of the From field, in A-labels
 * @param message.spf of the envelope sender (not of the HELO name); null or absent where SPF was not checked
 */
export async function evaluateDmarc({
  fromDomain: written,
  spf = null,
  dkim,
  dns,
}: {
  readonly fromDomain: string;
  readonly spf?: AuthenticationResult | null | undefined;
  readonly dkim: readonly AuthenticationResult[];
  readonly dns: DnsClient;
}): Promise<DmarcEvaluation> {
  const fromDomain = normalName(written);
  const records = dmarcRecords(dns);
  const places = await placesOf(fromDomain, records);
  const claims = [
    ...(spf === null ? [] : [{ ...spf, method: 'spf' as const }]),
    ...dkim.map((one) => ({ ...one, method: 'dkim' as const })),
  ];
  const exists = needsExistence(places) ? await domainExists(fromDomain, dns) : null;
  const rfc7489 = await judge('rfc7489', places.rfc7489, claims, exists, null);
  const rfc9989 = await judge('rfc9989', places.rfc9989, claims, exists, new Organizations(places, records));
  const differ =
    rfc7489.result !== rfc9989.result ||
    rfc7489.policy?.policy !== rfc9989.policy?.policy ||
    rfc7489.policy?.percent !== rfc9989.policy?.percent;
  return { fromDomain, places, rfc7489, rfc9989, differ };
}

/** Only `np` of an inherited record asks whether the domain exists. */
function needsExistence({ rfc9989: { record, domain } }: DmarcPlaces): boolean {
  return record !== null && record.domain !== domain && parseDmarc(record.record ?? '').np !== null;
}

type Claim = AuthenticationResult & { readonly method: 'spf' | 'dkim' };

async function judge(
  standard: DmarcStandard,
  place: DmarcPlace,
  claims: readonly Claim[],
  exists: boolean | null,
  organizations: Organizations | null,
): Promise<DmarcVerdict> {
  const text = place.record?.record ?? null;
  const record = text === null ? null : parseDmarc(text);
  const policy =
    record === null ? null : policyFor(record, { subdomain: place.record?.domain !== place.domain, exists }, standard);
  const identifiers: DmarcIdentifier[] = [];
  for (const claim of claims) {
    const mode = record?.[claim.method === 'spf' ? 'aspf' : 'adkim'] ?? 'relaxed';
    const aligned = await alignmentOf(claim, place, mode, organizations);
    identifiers.push({ ...claim, mode, aligned, says: whyOf(claim, place, mode, aligned) });
  }
  const result = resultOf(place, policy, identifiers);
  const verdict = { standard, result, place, record, policy, identifiers };
  return { ...verdict, says: describeVerdict(verdict) };
}

async function alignmentOf(
  { result, domain }: Claim,
  place: DmarcPlace,
  mode: 'relaxed' | 'strict',
  organizations: Organizations | null,
): Promise<boolean | null> {
  if (!counts(result)) return null;
  if (mode === 'strict' || normalName(domain) === place.domain || organizations === null)
    return isAligned(place.domain, domain, mode);
  return organizations.sameAsFrom(normalName(domain));
}

/** A pass can carry the message; a temporary error could have been one. */
function counts(result: string): boolean {
  return result === 'pass' || result === 'temperror';
}

function resultOf(
  place: DmarcPlace,
  policy: AppliedPolicy | null,
  identifiers: readonly DmarcIdentifier[],
): DmarcVerdict['result'] {
  if (policy === null) return place.undetermined === null ? 'none' : 'temperror';
  if (policy.how === 'ignored') return 'none';
  if (identifiers.some(({ result, aligned }) => result === 'pass' && aligned === true)) return 'pass';
  // "they cannot apply the advertised DMARC policy" where a temporary error stands in the way (section 5.3.2)
  const open = identifiers.some(({ result, aligned }) => counts(result) && aligned !== false);
  return open ? 'temperror' : 'fail';
}

/** Whether domains are of the From domain's organisation, by tree walks. */
class Organizations {
  readonly #from: string;
  readonly #organization: string | null;
  readonly #records: DmarcRecords;
  readonly #known = new Map<string, Promise<boolean | null>>();

  constructor({ rfc9989 }: DmarcPlaces, records: DmarcRecords) {
    this.#from = rfc9989.domain;
    this.#organization = rfc9989.organizationalDomain;
    this.#records = records;
  }

  /** Null where it could not be determined. */
  async sameAsFrom(domain: string): Promise<boolean | null> {
    const organization = this.#organization;
    // an organisation is the domain itself or stands above it
    if (organization === null) return lastLabel(domain) === lastLabel(this.#from) ? null : false;
    if (domain !== organization && !domain.endsWith(`.${organization}`)) return false;
    const before = this.#known.get(domain);
    if (before !== undefined) return before;
    if (this.#known.size === MAX_WALKS) return null;
    const asked = walkRecords(domain, this.#records).then((walk) =>
      walk.organizationalDomain === null ? null : walk.organizationalDomain === organization,
    );
    this.#known.set(domain, asked);
    return asked;
  }
}

function lastLabel(domain: string): string {
  return domain.slice(domain.lastIndexOf('.') + 1);
}
