import type { ReasonId, RuleRow, SystemRow } from '@whybounce/knowledge';

/** Why a rule holds for a refusal, strongest first: this order is the rank. */
export type Ground = 'words' | 'host-and-code' | 'code' | 'weak-words' | 'weak-code';

/** Whose a rule is: the engine's, or an operator's own. */
export type Origin = 'built-in' | 'overlay';

/** What named a system: a server's name, words that only it writes, or the domain of the recipient. */
export type Sign = 'host' | 'mark' | 'recipient-domain';

/** Stand in for the line of a mark where something else named a system, or nothing. */
export const BY_HOST = -1;
export const BY_DOMAIN = -2;
export const BY_NOTHING = -3;

/** Who keeps the words that a match was found by. */
export interface WordKeeper {
  wordsOf(line: number): string;
}

/** A rule that holds for a refusal. */
export class Match {
  readonly system: string;
  readonly kind: SystemRow['kind'];
  /** `system/entry` */
  readonly rule: string;
  readonly reason: ReasonId;
  readonly ground: Ground;
  /** Whether host, mark or recipient domain names the rule's own system. */
  readonly identified: boolean;
  /** Whether reply or enhanced code agrees with the rule's. */
  readonly codeAgrees: boolean;
  readonly row: RuleRow;
  /** Larger wins; equal ranks fall to the rule that comes first by id. */
  readonly rank: number;
  readonly origin: Origin;
  readonly #keeper: WordKeeper;
  readonly #line: number;
  readonly #sign: number;

  /**
   * @param line of the words by which the rule holds; below 0 where its codes alone speak
   * @param sign line of the mark that names the system, or {@link BY_HOST} and its kin
   */
  constructor(
    system: SystemRow,
    row: RuleRow,
    ground: Ground,
    codeAgrees: boolean,
    rank: number,
    origin: Origin,
    keeper: WordKeeper,
    line: number,
    sign: number,
  ) {
    this.system = system.slug;
    this.kind = system.kind;
    this.rule = `${system.slug}/${row.id}`;
    this.reason = row.reason;
    this.ground = ground;
    this.identified = sign !== BY_NOTHING;
    this.codeAgrees = codeAgrees;
    this.row = row;
    this.rank = rank;
    this.origin = origin;
    this.#keeper = keeper;
    this.#line = line;
    this.#sign = sign;
  }

  /** The words by which the rule holds, as the rule writes them (normalised); null where its codes alone speak. */
  get words(): string | null {
    return this.#line < 0 ? null : this.#keeper.wordsOf(this.#line);
  }

  /** What names the rule's own system; null where nothing does. */
  get identifiedBy(): Sign | null {
    switch (this.#sign) {
      case BY_NOTHING:
        return null;
      case BY_HOST:
        return 'host';
      case BY_DOMAIN:
        return 'recipient-domain';
      default:
        return 'mark';
    }
  }

  /** The mark that names the rule's own system, as the system writes it; null where something else does, or nothing. */
  get mark(): string | null {
    return this.#sign < 0 ? null : this.#keeper.wordsOf(this.#sign);
  }
}
