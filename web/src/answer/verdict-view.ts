import {
  type Diagnosis,
  type Evidence,
  explainCause,
  explainObservation,
  explainRule,
  explainSteps,
  type RankedCause,
  sayReason,
} from '@whybounce/core';
import { causePath, reasonPath, rulePath } from '../address.ts';
import { evidenceWords } from '../wording/answer-kinds.ts';
import type { HeldEvent } from './held-event.ts';
import { isFailure } from './is-failure.ts';
import { linksOf } from './links.ts';
import { markOf, type Numbered } from './mark-text.ts';
import { answeredViews, questionView } from './question-view.ts';
import { quotedAt } from './quotes.ts';
import { ruleName } from './rule-name.ts';
import type { CauseView, EvidenceView, VerdictView } from './shapes.ts';

/** What an event means, who acts and what is done; null for what is no delivery event. */
export async function verdictOf(held: HeldEvent, numbered: readonly Numbered[]): Promise<VerdictView | null> {
  const { event, answers } = held;
  const { diagnosis } = event;
  if (diagnosis === null) return null;
  const { reason, rule, cause } = diagnosis;
  const prose = rule === null ? null : await explainRule(rule);
  return {
    owner: diagnosis.owner,
    action: diagnosis.action,
    meaning: prose?.meaning ?? sayReason(reason),
    reason: { id: reason, says: sayReason(reason), href: reasonPath(reason) },
    rule: rule === null ? null : { name: ruleName(rule), href: rulePath(rule) },
    words: wordsOf(diagnosis, numbered),
    permanence: diagnosis.permanence,
    confidence: diagnosis.confidence,
    causes: await Promise.all(diagnosis.causes.map((ranked, i) => causeView(ranked, i, cause, numbered))),
    steps: await explainSteps(diagnosis),
    verify: cause === null || !isFailure(event) ? null : (await explainCause(cause)).verify,
    question: await questionView(diagnosis.settle?.observe ?? null),
    answered: await answeredViews(answers),
    links: linksOf(event, prose?.link ?? null),
  };
}

/** What the causes begin with are the words by which the refusal was read. */
function wordsOf({ causes }: Diagnosis, numbered: readonly Numbered[]): VerdictView['words'] {
  const prior = causes[0]?.evidence.find(({ effect }) => effect === 'prior');
  if (prior === undefined || prior.quote === null || prior.span === null) return null;
  return { quote: prior.quote, mark: markOf(quotedAt(prior.span), numbered) };
}

/** Causes that a reader should think of, and how many of them: as the command shows them. */
const WORTH_SHOWING = 0.05;
const MAX_LIKELY = 4;

async function causeView(
  { id, probability, owner, evidence }: RankedCause,
  place: number,
  named: string | null,
  numbered: readonly Numbered[],
): Promise<CauseView> {
  return {
    id,
    href: causePath(id),
    says: (await explainCause(id)).says,
    probability,
    owner,
    isNamed: id === named,
    isLikely: place === 0 || (place < MAX_LIKELY && probability >= WORTH_SHOWING),
    evidence: (await Promise.all(evidence.map((item) => evidenceView(item, numbered)))).filter((item) => item !== null),
  };
}

/** Evidence as a sentence; null for the share that a cause begins with. */
async function evidenceView(
  { id, effect, weight, source, span, quote, note }: Evidence,
  numbered: readonly Numbered[],
): Promise<EvidenceView | null> {
  if (effect === 'prior') return null;
  const says = id.startsWith('rule:') ? evidenceWords.rule : ((await explainObservation(id)) ?? id);
  return {
    id,
    effect,
    weight,
    source,
    says,
    quote,
    note,
    mark: markOf(span === null ? null : quotedAt(span), numbered),
  };
}
