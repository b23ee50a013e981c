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
  /** Why what stands here was not read from the DNS: somebody wrote it into the form. */
  readonly isWritten: boolean;
}
