import type { DnsClient } from '@whybounce/core/dns';
import type { ListClient } from '../blocklist/listing.ts';
import type { HttpsFetcher } from '../https/response.ts';
import type { SmtpProber } from '../smtp/observation.ts';
import type { Message } from '../verify/message.ts';

/** What is checked. Names are in lower case without the final dot, in their ASCII form (RFC 5890 A-labels). */
export interface Subject {
  /** The domain of addresses: what stands right of the `@`. */
  readonly domain: string | null;
  /** The address that sends, in the form of RFC 5952; never IPv4 as IPv6. */
  readonly ip: string | null;
  /** The name that the sending server gives in EHLO. */
  readonly helo: string | null;
  /** The address or domain in MAIL FROM; `''` for the null sender. */
  readonly mailFrom: string | null;
  /** DKIM selectors that are known to be in use, each with its signing domain. */
  readonly selectors: readonly { readonly selector: string; readonly domain: string }[];
  /** An address whose RCPT is to be tried: the one that bounced. */
  readonly recipient: string | null;
  /** The refusal that its sender was told, against which the reply of today is held. */
  readonly refusal: string | null;
  /** The host that refused, as the refusal or its report names it. */
  readonly refusedBy: string | null;
  /** One mail server alone: `check mx`. */
  readonly mailServer: string | null;
  readonly message: Message | null;
}

/** A subject of which nothing is known. */
export const NOTHING: Subject = {
  domain: null,
  ip: null,
  helo: null,
  mailFrom: null,
  selectors: [],
  recipient: null,
  refusal: null,
  refusedBy: null,
  mailServer: null,
  message: null,
};

/** The world in which a check looks at its subject: everything that reaches outside is handed in. */
export interface CheckContext {
  readonly subject: Subject;
  readonly dns: DnsClient;
  /** Null where no mail server may be connected to: its checks are then not run. */
  readonly smtp: SmtpProber | null;
  readonly https: HttpsFetcher | null;
  readonly lists: ListClient | null;
  readonly now: Date;
  /** The name that this machine gives in EHLO. */
  readonly ownName: string;
  /** Where mail servers listen: 25 but in tests. */
  readonly smtpPort: number;
}
