import type { DnsClient } from '@whybounce/core/dns';
import type { HttpsFetcher } from '@whybounce/probe';
import type { RecordFields } from '@whybounce/web';

/** What the pages about records ask. */
export interface World {
  readonly dns: DnsClient;
  readonly https: HttpsFetcher;
  readonly now: Date;
}

/** Answers what was asked for about a domain, which is a domain in its ASCII form. */
export type Look<T> = (domain: string, fields: RecordFields, world: World) => Promise<T>;
