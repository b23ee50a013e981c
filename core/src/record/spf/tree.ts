import type { DnsAnswer, DnsStatus } from '../../dns/index.ts';
import type { SpfClientHint } from './client.ts';
import type { SpfStep } from './evaluation.ts';
import type { SpfTreeLimits } from './limits.ts';
import type { MacroLetter } from './macro-string.ts';
import type { SpfRecord, SpfTerm } from './record.ts';
import type { SpfNearMiss } from './select.ts';
import type { ClientNames } from './validated-names.ts';

/** A host whose addresses a term compares with the client's. */
export interface SpfHost {
  readonly name: string;
  readonly a: DnsAnswer<'A'>;
  /** Null of `exists`, which asks for A alone. */
  readonly aaaa: DnsAnswer<'AAAA'> | null;
}

/** How many addresses; IPv6 in networks of 64 bits, the size of one local network. */
export interface SpfSize {
  readonly ipv4Addresses: number;
  readonly ipv6Networks: number;
}

/**
 * - `settled`: there is nothing to ask: `ip4`, `ip6`, `all`, `exp` and unknown modifiers;
 * - `asked`: the DNS was asked, whatever it said;
 * - `needs-client`: its name or answer depends on a client that is not known: it costs, and was not asked;
 * - `not-reached`: no evaluation gets there, as an `all` comes before it; it costs nothing and was not asked;
 * - `broken`: it breaks the grammar.
 */
export type SpfTermState = 'settled' | 'asked' | 'needs-client' | 'not-reached' | 'broken';

/** A term in the tree. */
export interface SpfTermNode {
  readonly term: SpfTerm;
  readonly state: SpfTermState;
  /** The name that it asks for; null where there is none or macros in it need a client. */
  readonly target: string | null;
  /** The macro letters that only a client gives a value. */
  readonly needs: readonly MacroLetter[];
  /** DNS look-ups of the term itself: one or none. */
  readonly cost: number;
  /** With all that it includes. */
  readonly subtreeCost: number;
  /** Look-ups of an evaluation that comes past this term without a match: all before it, and it with all it includes. */
  readonly runningTotal: number;
  /** Of `mx`. */
  readonly mx: DnsAnswer<'MX'> | null;
  /** Of `a` and `exists` one, of `mx` the first ten. */
  readonly hosts: readonly SpfHost[];
  /** The record that an include or redirect leads to; null where it stands elsewhere in the tree: see `again`. */
  readonly child: SpfNode | null;
  /** Where the record that it leads to stands in the tree already: above it, which never ends, or beside it. */
  readonly again: 'loop' | 'repeated' | null;
  /** What matches it, each address once; null where that depends on the client. */
  readonly size: SpfSize | null;
  /** The ranges of `ip4`, `ip6`, `a` and `mx`. */
  readonly cidrs: readonly string[];
  /** The terms before it in the same record that leave it nothing to match; empty where there are none. */
  readonly coveredBy: readonly SpfTerm[];
}

/**
 * - `found`: one record;
 * - `none`, `several`: see RFC 7208 section 4.5;
 * - `could-not-determine`: the DNS gave no answer;
 * - `cut-off`: it was not asked, as the walk had used up its questions.
 */
export type SpfNodeStatus = 'found' | 'none' | 'several' | 'could-not-determine' | 'cut-off';

/** A domain with its record. */
export interface SpfNode {
  readonly domain: string;
  readonly status: SpfNodeStatus;
  /** What the DNS said to the question for its TXT records. */
  readonly answer: DnsStatus;
  /** Null unless `found`. */
  readonly record: SpfRecord | null;
  /** All records that begin as SPF; more than one where there are several. */
  readonly records: readonly SpfRecord[];
  readonly nearMisses: readonly SpfNearMiss[];
  readonly txt: { readonly records: number; readonly octets: number };
  /** In the order in which they are written. */
  readonly terms: readonly SpfTermNode[];
  /** Terms at the end of the record that were left out, as there were too many in all. */
  readonly termsLeftOut: number;
  /** The text that `exp` leads to, where this record may have the last word; null where it has none or it was not asked. */
  readonly explanation: { readonly name: string; readonly answer: DnsAnswer<'TXT'> } | null;
  /** DNS look-ups of the record with all that it includes. */
  readonly subtreeCost: number;
}

/** Where something stands in the tree: the includes and redirects that lead there, and the term. */
export interface SpfPlace {
  readonly path: readonly SpfStep[];
  readonly at: SpfStep;
}

/** A question without an answer. */
export interface SpfVoid extends SpfPlace {
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'MX' | 'TXT' | 'PTR';
}

/** An include or redirect to a record that is in the tree already. */
export interface SpfAgain extends SpfPlace {
  readonly domain: string;
}

/** A term that authorises more of the Internet than any sender owns. */
export interface SpfWorldRange extends SpfPlace {
  readonly cidr: string;
}

/** Every branch of a domain's SPF, walked to its ends. Plain data: it can be written as JSON. */
export interface SpfTree {
  readonly domain: string;
  readonly root: SpfNode;
  /** The client for which macros were filled in, as far as it was given. */
  readonly client: SpfClientHint;
  /** The names of the client's address; null where it was not given or no term asks for them. */
  readonly clientNames: ClientNames | null;
  readonly limits: SpfTreeLimits;
  readonly lookups: {
    /** Of an evaluation in which nothing matches; loops counted once. */
    readonly total: number;
    /** The term that takes the total over the limit; null where none does. */
    readonly over: SpfPlace | null;
  };
  readonly voids: {
    /** Every term with its questions for A and AAAA apart, as an evaluator with both kinds of address may count. */
    readonly dualStack: number;
    /** What one evaluation asks for a client with IPv4. */
    readonly ipv4: number;
    /** And with IPv6. */
    readonly ipv6: number;
    readonly places: readonly SpfVoid[];
  };
  readonly loops: readonly SpfAgain[];
  readonly repeated: readonly SpfAgain[];
  /** What is authorised: matched by terms that give `pass`, each address once; of a record in error, what would be without it. */
  readonly authorised: SpfSize & {
    /** The fewest ranges that make it up, IPv4 first; at most a thousand are listed. */
    readonly cidrs: readonly string[];
    /** Terms that may authorise more, depending on the client: `exists`, `ptr`, macros. */
    readonly open: readonly SpfPlace[];
    readonly world: readonly SpfWorldRange[];
    /** Whether every record was found, readable, and walked. */
    readonly complete: boolean;
  };
  /** Questions to the DNS that the walk took. */
  readonly queries: number;
  /** Why the walk ended before all branches did, as a sentence; null where it did not. */
  readonly cutOff: string | null;
}
