import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import { type BimiRecord, lintBimiRecords, organizationalDomain, type RecordFinding } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { notApplicable, undetermined, type Verdict } from '../check/define.ts';
import { seenAnswer, whyUnknown } from '../dns/dns-words.ts';
import type { HttpsResponse } from '../https/response.ts';
import { fact } from './fact.ts';

/** The selector that receivers take where a message names none. */
export const SELECTOR = 'default';

/** What the DNS says of a domain's logo. */
export interface BimiInDns {
  /** The domain at which the record stands, or would: the subject's own, or its organisation's. */
  readonly domain: string;
  readonly answer: DnsAnswer<'TXT'>;
  readonly texts: readonly string[];
  /** Whether any of the texts is, or is meant as, such a record; wildcards give others. */
  readonly meant: boolean;
  /** The one that counts; null where none or several do. */
  readonly record: BimiRecord | null;
  readonly findings: readonly RecordFinding[];
}

/** The BIMI record of the subject's domain, else that of its organisation (the draft's "Assertion Record Discovery"). */
export const bimiRecord = fact(async ({ subject, dns }: CheckContext): Promise<BimiInDns> => {
  const domain = subject.domain as string;
  const own = read(domain, await dns.query(`${SELECTOR}._bimi.${domain}`, 'TXT'));
  const organization = organizationalDomain(domain);
  if (own.meant || !isDetermined(own.answer) || organization === null || organization === domain) return own;
  const above = read(organization, await dns.query(`${SELECTOR}._bimi.${organization}`, 'TXT'));
  return above.meant || !isDetermined(above.answer) ? above : own;
});

/** Why no record names a logo, or it is not known whether one does. */
export function withoutBimi({ domain, answer }: BimiInDns, what: string): Verdict {
  const seen = [seenAnswer(answer)];
  return isDetermined(answer)
    ? notApplicable(`No BIMI record of ${domain} names ${what}.`, { seen })
    : undetermined(`Whether ${domain} has a BIMI record could not be told: ${whyUnknown(answer)}.`, { seen });
}

function read(domain: string, answer: DnsAnswer<'TXT'>): BimiInDns {
  const texts = isDetermined(answer) ? answer.records.map((strings) => strings.join('')) : [];
  const meant = texts.some((text) => /BIMI\s*\d/i.test(text.slice(0, MAX_SEARCHED)));
  return { domain, answer, texts, meant, ...lintBimiRecords(texts) };
}

/** How far into a text a misplaced version is looked for. */
const MAX_SEARCHED = 200;

/** The logo that the record names; null where it names none, or nothing may be fetched. */
export const bimiLogo = fact(async (context: CheckContext): Promise<Fetched | null> => {
  const { record } = await bimiRecord(context);
  return fetched(context, record?.logo ?? '');
});

/** The mark certificate that the record names; null where it names none, or nothing may be fetched. */
export const bimiCertificate = fact(async (context: CheckContext): Promise<Fetched | null> => {
  const { record } = await bimiRecord(context);
  return fetched(context, record?.evidence ?? '');
});

/** A file with the way that led to it. */
export interface Fetched {
  readonly response: HttpsResponse;
  /** The URLs that sent on to another one. */
  readonly redirects: readonly string[];
}

/** Content delivery networks send on once, from one host name to another. */
const MAX_REDIRECTS = 2;

/** Each URL on the way is judged by the fetcher as if a record named it. */
async function fetched({ https }: CheckContext, url: string): Promise<Fetched | null> {
  if (https === null || url === '') return null;
  const redirects: string[] = [];
  for (let next = url; ; ) {
    const response = await https.get(next);
    const { location } = response.headers;
    const isRedirect = response.outcome === 'answered' && [301, 302, 303, 307, 308].includes(response.status ?? 0);
    if (!isRedirect || location === undefined || redirects.length === MAX_REDIRECTS || !URL.canParse(location, next))
      return { response, redirects };
    redirects.push(next);
    next = new URL(location, next).href;
  }
}
