import type { Source } from '../source.ts';

/**
 * The shapes in which DNS lists are written down: what is asked where, and what the answers mean (RFC 5782).
 * One file per operator, added to `index.ts`.
 */

/** How much a listing matters to delivery. `informational`: never a reason to act alone. */
export type ListWeight = 'high' | 'medium' | 'low' | 'informational';

/** Return codes with what the list means by them: `127.0.0.2`, or a range of last numbers `127.0.0.5-7`. */
export type ListCodes = Readonly<Record<string, string>>;

interface ListBase {
  /** The zone that is asked, in lower case: `zen.spamhaus.org`. */
  readonly zone: string;
  readonly name: string;
  /**
   * What is asked for and what being there means: addresses or domains that are blocked, addresses that are
   * vouched for (`allow`), hashes of mail addresses (data only: nobody is asked about those here).
   */
  readonly kind: 'ip' | 'domain' | 'allow' | 'email-hash';
  /** What stands on the list and how it gets there, in one sentence. */
  readonly lists: string;
  /** Answers that are no listing but a refusal or a fault. 127.255.255.0/24 is that on every list and not repeated. */
  readonly errors?: ListCodes;
  /** Whether IPv6 addresses are on it. */
  readonly ipv6: boolean;
  /**
   * What is always on the list and what never is, by which a dead list, one that refuses the resolver and one that
   * lists everything give themselves away (RFC 5782 section 5). Null where none is known.
   */
  readonly test: { readonly listed: string | null; readonly notListed: string | null };
  /** Where a listing is looked at and removal asked for; `{ip}` stands for the address. Null where nothing is known. */
  readonly delist: string | null;
  /** Who may ask, and what to know before believing it; null where nothing is known. */
  readonly restrictions: string | null;
  readonly weight: ListWeight;
  /** The larger list that holds all of this one; who asks that need not ask this. */
  readonly partOf?: string;
  /**
   * Where it is asked with the operator's key, which stands as a label before this zone.
   * With `only`, nobody without a key gets an answer.
   */
  readonly keyed?: { readonly zone: string; readonly operator: string; readonly only?: true };
  /** Slug of the system whose refusals name this list: a file in `blocklist/`. */
  readonly system?: string;
  readonly sources: readonly Source[];
}

/** Each code has a sense of its own. */
interface ExactList extends ListBase {
  readonly decode: 'exact';
  readonly codes: ListCodes;
  /** Codes that the list gives for what it knows and does not accuse. */
  readonly harmless?: ListCodes;
  /** Keys of `codes` that accuse nobody: the address is of a range that is not meant to send mail directly. */
  readonly range?: readonly string[];
}

/** The last number is a sum of bits; keys are the bits. */
interface BitmaskList extends ListBase {
  readonly decode: 'bitmask';
  readonly codes: ListCodes;
}

/** The last number counts hours since the domain was first seen; `#` in the meaning stands for it. */
interface AgeList extends ListBase {
  readonly decode: 'age';
  readonly codes: ListCodes;
}

/** 127.0.category.trust: keys of `codes` are the trust. */
interface TrustList extends ListBase {
  readonly decode: 'trust';
  readonly codes: ListCodes;
  readonly categories: Readonly<Record<string, string>>;
}

/** A list that answers. */
export type DnsList = ExactList | BitmaskList | AgeList | TrustList;

/** A list that is gone: it is known by name, so that this can be told, and never asked. */
export interface DeadList {
  /** The zone; names below it belong to it too. */
  readonly zone: string;
  readonly name: string;
  /** What became of it, in one or two sentences. */
  readonly gone: string;
  /** Whether it answered at its end that everything is listed. */
  readonly listedEverything?: true;
  /** The list that took it over. */
  readonly successor?: string;
  readonly system?: string;
  readonly sources: readonly Source[];
}
