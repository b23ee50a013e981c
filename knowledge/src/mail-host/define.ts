import type { Source } from '../source.ts';

/**
 * The shapes in which is written down who stands behind the name of a mail server, as MX records have it.
 * A contributor adds a row to the file of its kind: `mailbox.ts`, `gateway.ts` …
 */

/**
 * - `mailbox`: mail as a service for companies and people;
 * - `hosting`: mail beside web space; `isp`: mail beside an internet line, or of a portal;
 * - `gateway`: filters mail and hands it on to where the mailboxes are;
 * - `forwarding`: has no mailboxes and sends the mail on to another address;
 * - `inbound-api`: hands the mail to a program;
 * - `placeholder`: takes no mail and only proved once whose the domain is;
 * - `none`: the name that says that a domain takes no mail (RFC 7505).
 */
export type MailHostKind =
  | 'mailbox'
  | 'hosting'
  | 'isp'
  | 'gateway'
  | 'forwarding'
  | 'inbound-api'
  | 'placeholder'
  | 'none';

/** What customers put into their DNS, by which a provider is seen even behind a gateway. */
export interface MailHostSigns {
  /** Domains that they include into their SPF record. */
  readonly spf?: readonly string[];
  /** Others than those who have mailboxes there include them as well. */
  readonly spfSaysLittle?: true;
  /** Selectors of DKIM keys that the provider has its customers publish. */
  readonly dkimSelectors?: readonly string[];
  /** Where the CNAME records of those keys lead, written as `hosts`. */
  readonly dkimTargets?: readonly string[];
  /** Where the CNAME record of `autodiscover` leads, written as `hosts`. */
  readonly autodiscover?: readonly string[];
  /** How TXT records at the domain begin that prove to the provider whose it is. Letter case counts. */
  readonly txt?: readonly string[];
}

export interface MailHost {
  /** Lower-case kebab slug, unique and stable. */
  readonly slug: string;
  readonly name: string;
  readonly kind: MailHostKind;
  /**
   * Names of its servers, in lower case. `*.` at the start stands for one or more labels; in a label, `#` stands for
   * one or more digits, and one `*` for any letters, none included. Compared label by label: nothing may follow.
   */
  readonly hosts: readonly string[];
  /** Names that `hosts` would take and that are something else, written alike. */
  readonly except?: readonly string[];
  /** Zones under which the first label stands for the customer's domain; see `core/mail-host`. */
  readonly tenantZones?: readonly string[];
  /** Rows of one family are one provider: that both are named is no sign of two. */
  readonly family?: string;
  /** Slug of its pages in the encyclopedia: a file in `provider/`, `filter/` or `platform/`. */
  readonly system?: string;
  readonly note?: string;
  readonly signs?: MailHostSigns;
  readonly sources: readonly Source[];
  /** Names that this row must win. */
  readonly matches: readonly string[];
  /** Names that look alike and that this row must leave alone. */
  readonly mustNotMatch: readonly string[];
}
