import { ruleTable } from '@whybounce/knowledge';
import { ruleIndex } from '../generated/rule-index.ts';
import { type Findings, type Match, Matcher, type Miss, type Refusal } from '../match/matcher.ts';

/** What overlays say for people. */
export interface OverlayProse {
  /** Prose of the overlays' own rules, by `system/entry`. */
  readonly rules: ReadonlyMap<string, RuleProse>;
  /** An operator's notes, by `system/entry` or slug. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** Names of the overlays' systems, by slug. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a rule of an overlay says for people. */
export interface RuleProse {
  readonly meaning: string;
  readonly steps: readonly string[];
  readonly link: string | null;
  /** The file in which it stands. */
  readonly source: string;
}

/** The rules by which refusals are read: the built-in ones alone, or with an operator's overlays over them. */
export class RuleSet {
  readonly #matcher: Matcher;
  /** Null where there are only the built-in rules. */
  readonly overlays: OverlayProse | null;

  constructor(matcher: Matcher, overlays: OverlayProse | null = null) {
    this.#matcher = matcher;
    this.overlays = overlays;
  }

  /** The rule that reads a refusal best (`best.origin` says whose it is), and whose refusal it is. */
  match(refusal: Refusal): Findings {
    return this.#matcher.match(refusal);
  }

  /** Every rule that holds for a refusal, best first. */
  matches(refusal: Refusal): Match[] {
    return this.#matcher.matches(refusal);
  }

  /** The rules that do not hold although their words stand in a refusal. */
  misses(refusal: Refusal): Miss[] {
    return this.#matcher.misses(refusal);
  }

  /** The system that a host name belongs to, or null. */
  systemOfHost(host: string): string | null {
    return this.#matcher.systemOfHost(host);
  }
}

let builtIn: RuleSet | undefined;

/** The built-in rules, compiled when they are first needed. */
export function builtInRules(): RuleSet {
  builtIn ??= new RuleSet(new Matcher(ruleTable, ruleIndex));
  return builtIn;
}
