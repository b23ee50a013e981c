import type { CauseId } from './cause/index.ts';
import type { Source } from './source.ts';
import type { Deed, Owner } from './vocabulary/action.ts';
import type { CrosswalkRow } from './vocabulary/crosswalk.ts';
import type { ReasonId } from './vocabulary/reason.ts';

export type { Grade, Source } from './source.ts';

/**
 * The shapes in which knowledge is written down. A file under `provider/`, `mta/`, `filter/`,
 * `platform/`, `blocklist/` or `wording/` default-exports one object made by {@link define}; the
 * file name is its slug. The matcher's tables, the index and the proofs are generated from these
 * files, so nothing else has to be told that a file exists.
 */

/** A reply with the server that gave it, for words that mean something only from that server. */
export interface HostedLine {
  readonly line: string;
  readonly host: string;
}

/** A reply that proves an entry right (or, among the near misses, that it knows its limits). */
export type Proof = string | HostedLine;

/** One refusal that a system is known to give. */
export interface Entry {
  /** Lower-case kebab slug, unique in its file and stable for ever: it names the entry's page. */
  readonly id: string;
  /**
   * Codes that go with the words: `550`, `5.1.1`, a range `5.7.606-649`, or `X.7.26` for 4 and 5
   * alike. Where `text` is absent the codes alone claim a reply, which ranks below any words.
   */
  readonly codes?: readonly string[];
  /**
   * Distinctive words, any one of which suffices. Compared without case, white space folded.
   * ` * ` stands for a gap of any words, `#` for a run of digits. Where an edge of the text is a
   * letter or digit it matches at a word's edge only; a `*` glued to it opens that edge
   * (`deferr*`). At least four characters between two gaps (two where they are CJK).
   */
  readonly text?: readonly string[];
  /** The words count only together with one of `codes`. */
  readonly needsCode?: true;
  /** The words are common: they count only where host, mark or recipient domain names this system. */
  readonly needsHost?: true;
  /** The words are this system's own and travel: they count whoever relayed them. */
  readonly anywhere?: true;
  /** Words that hint without saying it: any entry that is not weak wins over this one. */
  readonly weak?: true;
  readonly reason: ReasonId;
  /** Only where it differs from the reason's own. */
  readonly owner?: Owner;
  /** Only where it differs from the reason's own. Never `suppress` where the reason does not suppress. */
  readonly action?: Deed;
  /**
   * The causes with their shares of 100, only where they differ from the reason's own
   * (`differential/`): what this system means by these words, before anything else is known.
   */
  readonly causes?: Readonly<Partial<Record<CauseId, number>>>;
  /** Where a vendor's own class for these words differs from the one that the reason has in the crosswalk. */
  readonly classes?: Partial<CrosswalkRow>;
  /** One or two plain sentences: what the system says with this refusal. */
  readonly meaning: string;
  /** What to do, in order, cheapest proven step first. */
  readonly steps: readonly string[];
  readonly link?: string;
  readonly sources: readonly Source[];
  /** `documented` by its maker, or `observed` in replies. */
  readonly status: 'documented' | 'observed';
  /** Lines that this entry must win. */
  readonly matches: readonly Proof[];
  /** Lines that look alike and that this entry must leave alone. */
  readonly mustNotMatch: readonly Proof[];
}

/** What a file is about. */
export type SystemKind =
  | 'mailbox-provider'
  | 'gateway'
  | 'filter'
  | 'mta'
  | 'sending-platform'
  | 'blocklist'
  | 'wording';

/** A provider, mail server, filter, sending platform, blocklist or family of wordings. */
export interface MailSystem {
  readonly name: string;
  readonly kind: SystemKind;
  /** Suffixes of its servers' names, compared on label boundaries: `mail.protection.outlook.com`. */
  readonly hosts?: readonly string[];
  /** Recipient domains that nobody else serves: `gmail.com`. */
  readonly domains?: readonly string[];
  /** Words in a reply or banner that only this system writes: `gsmtp`. Same syntax as an entry's text. */
  readonly marks?: readonly string[];
  readonly links?: {
    readonly postmaster?: string;
    readonly delist?: string;
    readonly feedbackLoop?: string;
    readonly documentation?: string;
  };
  readonly entries: readonly Entry[];
}

/** Declares a system. Types do the checking here; `npm run check` proves the rest and says what to write. */
export const define = (system: MailSystem): MailSystem => system;
