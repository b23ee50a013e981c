import type { AuthenticationResult, DmarcEvaluation, DmarcPolicy } from '../dmarc/index.ts';
import type { SpfEvaluation } from '../spf/index.ts';

/** A DKIM signature and what came of it when the mail was received. */
export interface WhatIfSignature extends AuthenticationResult {
  /** Absent where it is not known: a change of the key is then not seen. */
  readonly selector?: string | undefined;
}

/** Mail that was, or is to be, sent: one message, or many of the same kind. */
export interface WhatIfMail {
  /** The address that connects to the receiver, IPv4 or IPv6. */
  readonly ip: string;
  /** The name in EHLO. */
  readonly helo?: string | undefined;
  /** The address or domain in MAIL FROM; `''` for the null sender; absent where it is not known: SPF then counts nothing. */
  readonly mailFrom?: string | undefined;
  /** The one domain of the From field, in A-labels. */
  readonly fromDomain: string;
  readonly dkim: readonly WhatIfSignature[];
  /** Messages of the kind: a whole number; 1 where it is left out. */
  readonly count?: number | undefined;
  /** What its sender calls it: `newsletter`. */
  readonly label?: string | undefined;
}

/** What one generation of receivers makes of a mail. */
export interface MailFate {
  /** Whether SPF or a signature vouches for the From domain, be there a DMARC record or not; null where it could not be determined. */
  readonly passes: boolean | null;
  /** What receivers are asked to do: `none` also where it passes or no record applies; null where it could not be determined. */
  readonly asked: DmarcPolicy | null;
  /** For how many of a hundred such messages. */
  readonly percent: number;
}

/** How a mail fares with one state of the DNS. */
export interface MailStanding {
  /** Null where the return path is not known. */
  readonly spf: SpfEvaluation | null;
  readonly dmarc: DmarcEvaluation;
  /** By the tree walk. */
  readonly rfc9989: MailFate;
  /** By the Public Suffix List. */
  readonly rfc7489: MailFate;
}

/**
 * - `gained`: fails today, and would pass; `lost`: the reverse;
 * - `stricter`: fails today as well as then, and receivers would be asked for more; `milder`: the reverse;
 * - `same`: nothing changes for it; `unclear`: it could not be determined.
 */
export type MailChange = 'gained' | 'lost' | 'stricter' | 'milder' | 'same' | 'unclear';

/** What the change does to one mail. */
export interface WhatIfOutcome {
  readonly mail: WhatIfMail;
  readonly before: MailStanding;
  readonly after: MailStanding;
  /** To receivers that follow RFC 9989. */
  readonly change: MailChange;
  /** To receivers that follow RFC 7489. */
  readonly olderChange: MailChange;
  /** As sentences, with the reasons. */
  readonly says: string;
}
