import type { DnsAnswer, DnsStatus, RecordType } from '@whybounce/core/dns';

/** The statuses of a question to which there is no answer to read. */
export type FailureStatus = Exclude<DnsStatus, 'found' | 'no-data' | 'no-domain'>;

/**
 * An answer that tells nothing of the name.
 *
 * @param name in lower case without the final dot
 * @param detail one sentence: why
 */
export function failure<T extends RecordType>(
  name: string,
  type: T,
  status: FailureStatus,
  detail: string,
  server: string | null = null,
): DnsAnswer<T> {
  return { name, type, status, records: [], ttl: null, authenticated: false, chain: [], server, detail };
}
