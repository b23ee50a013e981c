import { type DnsAnswer, type DnsClient, isDetermined } from '@whybounce/core/dns';
import {
  explainMtaStsPolicy,
  explainMtaStsRecord,
  explainMxCoverage,
  explainTlsRpt,
  lintMtaStsPolicy,
  lintMtaStsRecords,
  lintTlsRptRecords,
  type MtaStsRecord,
  matchesMx,
  parseMtaStsPolicy,
  type RecordExplanation,
  type RecordFinding,
  type TlsRptRecord,
} from '@whybounce/core/record';
import { type MtaStsCheck, mtaStsWording, type ReadRecord, type RecordFields } from '@whybounce/web';
import { fetchPolicy, isFetchKnown } from './policy-fetch.ts';
import { publishedTexts } from './published-texts.ts';
import type { World } from './world.ts';

/** Mail servers that are shown; no domain has so many. */
const MAX_SERVERS = 20;

/** Reads the MTA-STS record, policy and TLS-RPT record of a domain, and compares the policy with its mail servers. */
export async function lookAtMtaSts(domain: string, _fields: RecordFields, { dns, https }: World): Promise<MtaStsCheck> {
  const [record, tlsRpt, mx, { fetch, text }] = await Promise.all([
    read<MtaStsRecord>(`_mta-sts.${domain}`, dns, lintMtaStsRecords, explainMtaStsRecord, mtaStsWording.noRecord),
    read<TlsRptRecord>(`_smtp._tls.${domain}`, dns, lintTlsRptRecords, explainTlsRpt, mtaStsWording.noTlsRpt),
    dns.query(domain, 'MX'),
    fetchPolicy(domain, https),
  ]);
  const policy = text === null ? null : parseMtaStsPolicy(text);
  const hosts = mxHosts(mx);
  const servers = hosts.slice(0, MAX_SERVERS).map(({ exchange: host, preference }) => ({
    host,
    preference,
    pattern: policy?.mx.find((pattern) => matchesMx(pattern, host)) ?? null,
  }));
  const names = hosts.map(({ exchange }) => exchange);
  return {
    domain,
    record,
    fetch,
    policy:
      policy === null ? null : { read: policy, findings: lintMtaStsPolicy(policy), parts: explainMtaStsPolicy(policy) },
    mx: {
      status: mx.status,
      isKnown: isDetermined(mx),
      servers,
      says: policy === null ? null : explainMxCoverage(policy, names),
    },
    tlsRpt,
    stands: standing(record, isFetchKnown(fetch), policy),
  };
}

/** The hosts of MX records by preference, each once, without that of the null MX (RFC 7505). */
export function mxHosts({ records }: DnsAnswer<'MX'>): { readonly exchange: string; readonly preference: number }[] {
  const real = records.filter(({ exchange }) => exchange !== '.' && exchange !== '');
  return real
    .filter(({ exchange }, index) => real.findIndex((other) => other.exchange === exchange) === index)
    .toSorted((a, b) => a.preference - b.preference);
}

async function read<T>(
  name: string,
  dns: DnsClient,
  lint: (texts: readonly string[]) => { readonly record: T | null; readonly findings: readonly RecordFinding[] },
  explain: (record: T) => RecordExplanation[],
  absent: (name: string) => string,
): Promise<ReadRecord<T>> {
  const published = await publishedTexts(name, dns, () => true);
  if (!published.isKnown) return { published, record: null, findings: [], parts: [] };
  const { record, findings } = lint(published.texts);
  // of no records none can be the first one
  const told =
    published.texts.length > 0
      ? findings
      : findings.map((finding) =>
          finding.code === 'no-record' ? { ...finding, says: absent(published.name) } : finding,
        );
  return { published, record, findings: told, parts: record === null ? [] : explain(record) };
}

/** What senders do that have no policy of an earlier day in mind. */
function standing(
  { published, record }: ReadRecord<MtaStsRecord>,
  isFetched: boolean,
  policy: ReturnType<typeof parseMtaStsPolicy> | null,
): MtaStsCheck['stands'] {
  if (!published.isKnown) return 'unknown';
  if (record === null) return published.texts.length > 0 || policy !== null ? 'broken' : 'absent';
  if (policy === null) return isFetched ? 'broken' : 'unknown';
  const isWhole = policy.version === 'STSv1' && policy.mode !== null && policy.maxAge !== null && record.id !== null;
  if (!isWhole) return 'broken';
  return policy.mode === 'enforce' ? 'enforced' : policy.mode === 'testing' ? 'tested' : 'withdrawn';
}
