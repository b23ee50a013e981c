import type { CauseId, Deed, Owner, ReasonId } from '@whybounce/knowledge';
import type { Span } from '../text/words-span.ts';
import type { FoundCue } from './cues.ts';
import { findCues, quoteOf } from './cues.ts';
import { type Candidate, candidatesOf, withShares } from './differential.ts';
import type { Evidence, Observation, RankedCause, Settle } from './observation.ts';
import { observeRefusal, type RefusalView } from './observe-refusal.ts';
import { ownerOf } from './owner.ts';
import { named, type Ranked, rank } from './rank.ts';
import { settle } from './settle.ts';
import { isObservation, observationNumber, table, testOf } from './weights.ts';

/** What is known of a refusal when its causes are looked for. */
export interface CauseInput {
  readonly reason: ReasonId;
  readonly view: RefusalView;
  readonly rule: {
    /** `system/entry` */
    readonly id: string;
    /** Only where the rule knows better than its reason who acts, or what to do. */
    readonly owner: Owner | undefined;
    readonly deed: Deed | undefined;
    readonly shares: Readonly<Partial<Record<CauseId, number>>> | undefined;
    /** The words by which the rule read the refusal. */
    readonly words: string | null;
  } | null;
  /** Handed in from outside; outcomes of a test that the refusal shows itself outrank what it shows. */
  readonly observations?: readonly Observation[];
  /** Tests that nobody can make here. */
  readonly skipped?: readonly string[];
  /** What the policy does for a cause behind this reason: a rule's own deed tilts towards such causes. */
  readonly deedOf: (cause: CauseId) => Deed;
}

/** The causes of a refusal, ranked. */
export interface Causes {
  readonly causes: readonly RankedCause[];
  /** The cause that may be named; null while several are open. */
  readonly cause: CauseId | null;
  readonly settle: Settle | null;
  /** Every observation that was taken into account, sorted. */
  readonly observed: ReadonlySet<string>;
}

/** How much a rule's own owner or deed tells, in decibans: about six to one. */
const RULE_TILT = 8;
/** Different rankings that are kept; more only cost their time again. */
const MAX_KEPT = 4_096;

interface Kept {
  readonly ranked: readonly Ranked[];
  readonly cause: CauseId | null;
  readonly settle: Settle | null;
  readonly observed: ReadonlySet<string>;
}

const kept = new Map<string, Kept>();
const nothing: readonly never[] = [];

/** Finds and ranks the causes that can stand behind a refusal. */
export function findCauses(input: CauseInput): Causes {
  const { reason, rule, view } = input;
  const cues = view.diagnostic === null ? [] : findCues(view.diagnostic);
  const outside = input.observations?.filter(({ id }) => isObservation(id)) ?? nothing;
  const observed = observedNumbers(view, cues, outside);
  const tilts = tiltsOf(input);
  // Rules that tilt the causes alike share a ranking; what a deed tilts depends on the policy that is asked.
  const skipped = input.skipped === undefined ? nothing : [...input.skipped].sort();
  const key = `${reason} ${rule?.shares === undefined ? '' : rule.id} ${tilts.join()} ${String.fromCharCode(...observed)} ${skipped.join()}`;
  let found = kept.get(key);
  if (found === undefined) {
    found = work(input, observed, tilts, skipped);
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(key, found);
  }
  const evidence = new EvidenceMaker(input, cues, outside);
  return {
    causes: found.ranked.map((item) => evidence.of(item)),
    cause: found.cause,
    settle: found.settle,
    observed: found.observed,
  };
}

/** Sorted and each once; of a test only one outcome, that from outside before what the refusal shows. */
function observedNumbers(view: RefusalView, cues: readonly FoundCue[], outside: readonly Observation[]): number[] {
  const numbers = observeRefusal(view).map(observationNumber);
  if (outside.length > 0) putBefore(numbers, outside);
  for (const { observation } of cues) numbers.push(observation);
  return numbers.sort((a, b) => a - b);
}

/** Lets what was handed in outrank what the refusal shows; of two answers to one question the later one counts. */
function putBefore(numbers: number[], outside: readonly Observation[]): void {
  const tests = new Set<number>();
  const known: number[] = [];
  for (const { id } of [...outside].reverse()) {
    const number = observationNumber(id);
    const test = testOf(number);
    if (known.includes(number) || (test >= 0 && tests.has(test))) continue;
    tests.add(test);
    known.push(number);
  }
  const shown = numbers.filter((number) => !tests.has(testOf(number)));
  numbers.splice(0, numbers.length, ...known, ...shown);
}

function work(
  input: CauseInput,
  observed: readonly number[],
  tilts: readonly number[],
  skipped: readonly string[],
): Kept {
  const ranked = rank(candidatesFor(input), observed, tilts);
  const passed = new Set(skipped.map((id) => table.tests.findIndex((test) => test.id === id)));
  return {
    ranked,
    cause: named(ranked),
    settle: settle(ranked, observed, passed),
    observed: new Set(observed.map((number) => table.observations[number] as string)),
  };
}

function candidatesFor({ reason, rule }: CauseInput): readonly Candidate[] {
  return rule?.shares === undefined ? candidatesOf(reason) : withShares(reason, rule.shares);
}

const untilted: readonly number[] = [];

/** By how much the rule itself moves each candidate, by its place; empty where it moves none. */
function tiltsOf(input: CauseInput): readonly number[] {
  const { rule, deedOf } = input;
  if (rule?.owner === undefined && rule?.deed === undefined) return untilted;
  return candidatesFor(input).map((candidate) => tiltOf(candidate, rule, deedOf));
}

/** What the rule itself knows beyond its reason; shares of its own say it already. */
function tiltOf({ cause, id }: Candidate, rule: CauseInput['rule'], deedOf: CauseInput['deedOf']): number {
  if (rule?.shares !== undefined) return 0;
  const byOwner = rule?.owner !== undefined && table.causes[cause]?.owner === rule.owner;
  const byDeed = rule?.deed !== undefined && deedOf(id) === rule.deed;
  return byOwner || byDeed ? RULE_TILT : 0;
}

/** Writes evidence down with the words that it goes by. */
class EvidenceMaker {
  readonly #input: CauseInput;
  readonly #cues: readonly FoundCue[];
  readonly #outside: readonly Observation[];
  /** Quotes of cues, by number of the observation: several causes go by the same words. */
  readonly #quotes = new Map<number, Quote>();
  readonly #words: Quote;

  constructor(input: CauseInput, cues: readonly FoundCue[], outside: readonly Observation[]) {
    this.#input = input;
    this.#cues = cues;
    this.#outside = outside;
    const { diagnostic } = input.view;
    const words = input.rule?.words ?? null;
    this.#words = words === null || diagnostic === null ? nowhere : quoteOf(words, diagnostic);
  }

  of({ candidate, hundredths, moved }: Ranked): RankedCause {
    const { reason, rule, deedOf } = this.#input;
    const evidence: Evidence[] = [this.#byWords(`reason:${reason}`, 'prior', candidate.share)];
    const tilt = rule === null ? 0 : tiltOf(candidate, rule, deedOf);
    if (tilt !== 0 && rule !== null) evidence.push(this.#byWords(`rule:${rule.id}`, 'for', tilt));
    for (const number of moved) evidence.push(this.#evidence(number, candidate.weights[number] as number));
    return { id: candidate.id, probability: hundredths / 100, owner: ownerOf(candidate.id), evidence };
  }

  /** What the rule's own words say. */
  #byWords(id: string, effect: Evidence['effect'], weight: number): Evidence {
    const { span, quote } = this.#words;
    return { id, effect, weight, source: 'knowledge', span, quote, note: null };
  }

  #evidence(number: number, weight: number): Evidence {
    const outside = this.#outside.findLast(({ id }) => id === table.observations[number]);
    if (outside !== undefined) return evidenceOf(number, weight, outside.source, outside, outside.note);
    const cue = this.#cues.find(({ observation }) => observation === number);
    return cue === undefined ? shown(number, weight) : evidenceOf(number, weight, 'reply', this.#quote(cue), null);
  }

  #quote({ observation, words }: FoundCue): Quote {
    let quote = this.#quotes.get(observation);
    if (quote === undefined) {
      quote = quoteOf(words, this.#input.view.diagnostic ?? '');
      this.#quotes.set(observation, quote);
    }
    return quote;
  }
}

/** Where words stand, and the words. */
interface Quote {
  readonly span: Span | null;
  readonly quote: string | null;
}

function evidenceOf(
  number: number,
  weight: number,
  source: Evidence['source'],
  { span, quote }: Quote,
  note: string | null,
): Evidence {
  const id = table.observations[number] as string;
  return { id, effect: weight > 0 ? 'for' : 'against', weight, source, span, quote, note };
}

/** Evidence without words is the same for every refusal: by observation and weight. */
const shownAlready = new Map<number, Evidence>();

/** What the refusal shows beside its words. */
function shown(number: number, weight: number): Evidence {
  const key = number * 256 + weight + 128;
  let evidence = shownAlready.get(key);
  if (evidence === undefined) {
    const source = table.tests[testOf(number)]?.from ?? 'reply';
    evidence = Object.freeze(evidenceOf(number, weight, source, nowhere, null));
    shownAlready.set(key, evidence);
  }
  return evidence;
}

const nowhere: Quote = { span: null, quote: null };
