import type { DnsStatus } from '@whybounce/core/dns';

/** TXT records at a name, as far as the DNS told them. */
export interface PublishedTexts {
  readonly name: string;
  /** What the DNS said. */
  readonly status: DnsStatus;
  /** Whether it told what there is, be it nothing. */
  readonly isKnown: boolean;
  /** The records of the kind that is asked for, the character-strings of each joined. */
  readonly texts: readonly string[];
  /** Texts at the name that are of no such kind. */
  readonly others: readonly string[];
  /** Whether somebody wrote it into the form, as the DNS did not tell. */
  readonly isWritten: boolean;
}
