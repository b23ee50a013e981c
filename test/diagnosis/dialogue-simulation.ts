import { type CauseId, type ReasonId, reasonIds, diagnosisTable as table } from '@whybounce/knowledge';
import { type Candidate, candidatesOf } from '../../core/src/diagnose/differential.ts';
import { named, rank } from '../../core/src/diagnose/rank.ts';
import { worthOfTests } from '../../core/src/diagnose/settle.ts';
import { factor } from '../../core/src/diagnose/weights.ts';

/**
 * How many questions it takes to reach the true cause, asked in the engine's order and in a fixed one.
 *
 * A person answers from the truth: the outcome of a test is drawn from the likelihoods that the weights of the true
 * cause imply (its factors, scaled to a sum of 1, as the engine takes them; evenly where the cause says nothing of
 * the test). Nobody waits for days (effort 5), and one question in seven or so cannot be answered. Both orders meet
 * the same person with the same answers, and a question without an answer has been asked all the same.
 */

/** Questions after which a person gives up; a cause that was not reached by then counts as that many. */
export const MOST_QUESTIONS = 12;
/** Share of the questions that somebody cannot answer. */
const NO_ANSWER = 0.15;
/** A test that takes days is answered by nobody who asks now. */
const WAITING = 5;

/** What a person answers to each test: the number of an observation, or null for "I don't know". */
type Answers = readonly (number | null)[];

/** Which test to ask, by number; -1 where nothing is left to ask. */
type Order = (state: {
  readonly candidates: readonly Candidate[];
  readonly observed: readonly number[];
  readonly asked: ReadonlySet<number>;
}) => number;

/** The engine's: what tells most for its cost as things stand. */
export const byWorth: Order = ({ candidates, observed, asked }) =>
  worthOfTests(rank(candidates, observed), observed, asked)[0]?.test ?? -1;

/**
 * The order of checks that experts publish: a control recipient at the domain, the spread over the provider's
 * domains, the age of the DNS entries, the own authentication and lists; then everything else, the least effort
 * first. Tests that say nothing of any cause in question are left out.
 */
export const published: readonly string[] = [
  'control-recipient-same-domain',
  'other-domains-same-provider',
  'mx-history',
  'mx-target',
  'auth-dmarc',
  'auth-spf',
  'auth-dkim',
  'sending-ip-listed',
  'sending-domain-listed',
  'link-domain-listed',
];

/** Asks in one order whatever is answered, and only what concerns the causes in question. */
export function inOrder(ids: readonly string[]): Order {
  const order = ids.map((id) => table.tests.findIndex((item) => item.id === id));
  return ({ candidates, asked }) => order.find((test) => !asked.has(test) && concerns(test, candidates)) ?? -1;
}

/** All tests that can be asked: the published ones first, then by effort and id. */
export const publishedOrder: readonly string[] = [
  ...published,
  ...table.tests
    .filter(({ id, asks }) => asks && !published.includes(id))
    .sort((a, b) => a.effort - b.effort || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id),
];

function concerns(test: number, candidates: readonly Candidate[]): boolean {
  const outcomes = table.tests[test]?.outcomes ?? [];
  return candidates.some(({ weights }) => outcomes.some((outcome) => weights[outcome] !== 0));
}

/** How many questions an order needs until the engine names the truth. */
export function questionsTo(truth: CauseId, candidates: readonly Candidate[], answers: Answers, order: Order): number {
  const asked = new Set<number>();
  const observed: number[] = [];
  for (let questions = 0; questions < MOST_QUESTIONS; questions++) {
    if (named(rank(candidates, observed)) === truth) return questions;
    const test = order({ candidates, observed, asked });
    if (test < 0) return MOST_QUESTIONS;
    asked.add(test);
    const answer = answers[test] ?? null;
    if (answer !== null) observed.push(answer);
    observed.sort((a, b) => a - b);
  }
  return MOST_QUESTIONS;
}

/** What somebody answers for whom this cause is the truth. */
export function personFor({ weights }: Candidate, random: () => number): Answers {
  return table.tests.map(({ asks, effort, outcomes }) => {
    const silent = random() < NO_ANSWER;
    const drawn = draw(
      outcomes.map((outcome) => factor(weights[outcome] as number)),
      random,
    );
    return !asks || effort >= WAITING || silent ? null : (outcomes[drawn] as number);
  });
}

function draw(factors: readonly number[], random: () => number): number {
  let left = random() * factors.reduce((a, b) => a + b, 0);
  for (const [i, value] of factors.entries()) {
    left -= value;
    if (left < 0) return i;
  }
  return factors.length - 1;
}

/** Mulberry32: small, seeded, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Reasons that leave something to ask: with three causes or more. */
export const openReasons: readonly ReasonId[] = reasonIds.filter((reason) => candidatesOf(reason).length >= 3);

/** Mean numbers of questions, counted in three ways. */
export interface Means {
  /** Every cause is the truth as often as its share says: what somebody meets who has that reason. */
  readonly asItHappens: number;
  /** Every cause is the truth as often as any other: the rarest counts like the commonest. */
  readonly eachAlike: number;
  /** As it happens, of those dialogues alone in which all answers together would name the truth. */
  readonly whereShown: number;
}

export interface Tally {
  readonly reason: ReasonId;
  readonly engine: Means;
  readonly fixed: Means;
}

/** Holds the dialogues of one reason: each of its causes is the truth for as many persons. */
export function holdDialogues(reason: ReasonId, persons: number, fixed: Order): Tally {
  const candidates = candidatesOf(reason);
  const random = seeded(reasonIds.indexOf(reason) + 1);
  const engine = new Counter();
  const list = new Counter();
  for (const candidate of candidates) {
    const { id, share } = candidate;
    for (let i = 0; i < persons; i++) {
      const answers = personFor(candidate, random);
      const given = answers.filter((answer) => answer !== null).sort((a, b) => a - b);
      const isShown = named(rank(candidates, given)) === id;
      engine.count(questionsTo(id, candidates, answers, byWorth), share, isShown);
      list.count(questionsTo(id, candidates, answers, fixed), share, isShown);
    }
  }
  return { reason, engine: engine.means(), fixed: list.means() };
}

class Counter {
  readonly #sums = { happens: 0, shares: 0, alike: 0, dialogues: 0, shown: 0, shownShares: 0 };

  count(questions: number, share: number, isShown: boolean): void {
    const sums = this.#sums;
    sums.happens += share * questions;
    sums.shares += share;
    sums.alike += questions;
    sums.dialogues++;
    if (!isShown) return;
    sums.shown += share * questions;
    sums.shownShares += share;
  }

  means(): Means {
    const { happens, shares, alike, dialogues, shown, shownShares } = this.#sums;
    return {
      asItHappens: happens / shares,
      eachAlike: alike / dialogues,
      whereShown: shownShares === 0 ? 0 : shown / shownShares,
    };
  }
}
