import type { DmarcPolicy } from './parse-dmarc.ts';

/** What the record is to say. What is left out stays as it is published. */
export interface DmarcWish {
  /** The aim: the record goes one step towards it, from none to quarantine to reject. */
  readonly p?: DmarcPolicy | undefined;
  /** Go to the aim without the steps between: for a domain that sends no mail. */
  readonly atOnce?: boolean | undefined;
  /** For subdomains, one step too; null takes the tag out. */
  readonly sp?: DmarcPolicy | null | undefined;
  /** For subdomains that do not exist, at once; null takes the tag out. */
  readonly np?: DmarcPolicy | null | undefined;
  readonly adkim?: 'relaxed' | 'strict' | undefined;
  readonly aspf?: 'relaxed' | 'strict' | undefined;
  /** Mailboxes that get aggregate reports too. */
  readonly rua?: readonly string[] | undefined;
  /** Mailboxes that get failure reports too. */
  readonly ruf?: readonly string[] | undefined;
  /** Mailboxes that get no reports any more. */
  readonly withoutReports?: readonly string[] | undefined;
  /** `n`: the domain is an organisation of its own, whatever stands above it (RFC 9989 section 4.7). */
  readonly psd?: 'n' | undefined;
  /** Tags that RFC 9989 took out, to be left out here too. */
  readonly withoutTags?: readonly ('pct' | 'rf' | 'ri')[] | undefined;
  /** Whether receivers of both generations are to act by the next weaker policy. */
  readonly test?: boolean | undefined;
}
