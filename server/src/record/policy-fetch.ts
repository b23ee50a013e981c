import type { HttpsFetcher } from '@whybounce/probe';
import type { PolicyFetch } from '@whybounce/web';

/** Fetches the MTA-STS policy of a domain as senders do (RFC 8461 section 3.3). */
export async function fetchPolicy(
  domain: string,
  https: HttpsFetcher,
): Promise<{ readonly fetch: PolicyFetch; readonly text: string | null }> {
  const url = `https://mta-sts.${domain}/.well-known/mta-sts.txt`;
  const { outcome, status, headers, body, detail, certificateEnds } = await https.get(url);
  const fetch: PolicyFetch = {
    url,
    outcome,
    status,
    contentType: outcome === 'answered' ? (headers['content-type'] ?? null) : null,
    detail,
    certificateEnds: certificateEnds?.toISOString() ?? null,
  };
  return { fetch, text: outcome === 'answered' && status === 200 ? new TextDecoder().decode(body) : null };
}

/** Whether it is known what senders get: a time-out or a name that did not resolve tells nothing. */
export function isFetchKnown({ outcome }: PolicyFetch): boolean {
  return !['timeout', 'could-not-resolve', 'no-connection', 'broken'].includes(outcome);
}
