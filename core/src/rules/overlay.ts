import type { MailSystem, Proof, RuleEntry, Source } from '@whybounce/knowledge';

/** A rule of an operator's own: an `Entry` of which only what the rule itself needs has to be written. */
export interface OverlayEntry extends RuleEntry {
  readonly meaning: string;
  readonly steps: readonly string[];
  readonly link?: string;
  /** The file itself, where nothing else is named. */
  readonly sources: readonly (Pick<Source, 'name'> & Partial<Source>)[];
  readonly status: 'documented' | 'observed';
  readonly matches: readonly Proof[];
  readonly mustNotMatch: readonly Proof[];
}

/** A system of an operator's own, or own rules for one that is built in. */
export interface OverlaySystem extends Omit<MailSystem, 'entries'> {
  readonly slug: string;
  readonly entries: readonly OverlayEntry[];
}

/** What an operator lays over the built-in rules, checked. */
export interface Overlay {
  /** The file, as the caller names it. */
  readonly source: string;
  readonly systems: readonly OverlaySystem[];
  /** `system/entry` of built-in rules that are switched off. */
  readonly disable: readonly string[];
  /** The operator's own words about a rule (`system/entry`) or a system (its slug). */
  readonly notes: ReadonlyMap<string, string>;
}
