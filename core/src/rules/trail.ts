import type { ReasonId, RuleRow } from '@whybounce/knowledge';
import { CodeSet, ENHANCED_CODE, enhancedNumber, NO_CODE } from '../match/codes.ts';
import type { Origin } from '../match/match.ts';
import {
  ENHANCED_BONUS,
  type Ground,
  levelsOf,
  type Match,
  type Miss,
  type Obstacle,
  REPLY_BONUS,
  type Refusal,
} from '../match/matcher.ts';
import { compilePattern } from '../text/pattern.ts';
import { type Span, wordsSpan } from '../text/words-span.ts';
import type { RuleSet } from './rule-set.ts';

/** Words of a rule, and where they stand in the refusal. */
interface FoundWords {
  /** As the rule writes them, normalised; null where its codes alone speak. */
  readonly words: string | null;
  /** UTF-16 offsets into the diagnostic, end exclusive. */
  readonly span: Span | null;
  /** What stands there. */
  readonly quote: string | null;
}

/** A rule that holds for a refusal, with why it stands where it stands. */
export interface TrailStep extends FoundWords {
  /** `system/entry` */
  readonly rule: string;
  readonly origin: Origin;
  readonly reason: ReasonId;
  readonly ground: Ground;
  /** What speaks for the rule, in sentences, the weightiest first. */
  readonly why: readonly string[];
  /** Why it stands behind the rule that won; null for that one. */
  readonly behind: string | null;
}

/** A rule that does not hold for a refusal although its words stand in it. */
export interface TrailMiss extends FoundWords {
  readonly rule: string;
  readonly origin: Origin;
  readonly reason: ReasonId;
  readonly obstacle: Obstacle;
  /** The obstacle as a sentence. */
  readonly why: string;
}

/** Every rule that holds for a refusal, in the order of rank: the first one is the one that reads it. */
export function trail(rules: RuleSet, refusal: Refusal): TrailStep[] {
  const matches = rules.matches(refusal);
  const winner = matches[0];
  return matches.map((match) => ({
    rule: match.rule,
    origin: match.origin,
    reason: match.reason,
    ground: match.ground,
    ...place(match.words, refusal),
    why: reasonsFor(match, refusal, rules),
    behind: winner === undefined || match === winner ? null : behind(match, winner),
  }));
}

/** Every rule whose words stand in a refusal and that does not hold all the same, sorted by id. */
export function trailMisses(rules: RuleSet, refusal: Refusal): TrailMiss[] {
  return rules.misses(refusal).map((miss) => ({
    rule: miss.rule,
    origin: miss.origin,
    reason: miss.row.reason,
    ...place(miss.words, refusal),
    obstacle: miss.obstacle,
    why: sayObstacle(miss, refusal),
  }));
}

function place(words: string | null, { diagnostic }: Refusal): FoundWords {
  const span = words === null || diagnostic === null ? null : wordsSpan(words, diagnostic);
  return { words, span, quote: span === null || diagnostic === null ? null : diagnostic.slice(...span) };
}

function reasonsFor(match: Match, refusal: Refusal, rules: RuleSet): string[] {
  const { row, ground } = match;
  const source = rules.overlays?.rules.get(match.rule)?.source;
  const reasons: string[] = [];
  if (match.origin === 'overlay') {
    const file = source === undefined ? '' : ` (${source})`;
    reasons.push(
      row.weak
        ? `It is a rule of your own${file} that only hints: it wins over built-in hints, and over nothing else.`
        : `It is a rule of your own${file}: such a rule wins over every built-in one.`,
    );
    if (row.priority !== undefined) reasons.push(`Its priority is ${row.priority}.`);
  }
  if (ground === 'words' || ground === 'weak-words') {
    const { quote } = place(match.words, refusal);
    const hint = ground === 'weak-words' ? ', but only hint at it' : '';
    reasons.push(`Its words “${quote ?? match.words}” stand in the reply${hint} (${lettersOf(match)} letters).`);
  } else {
    reasons.push(
      `It has no words: its codes alone speak, which is weak evidence${row.weak ? ' and here only a hint' : ''}.`,
    );
  }
  reasons.push(sayIdentity(match, refusal));
  reasons.push(sayCodes(match, refusal));
  return reasons;
}

function lettersOf({ words }: Match): number {
  return words === null ? 0 : compilePattern(words, -1).weight;
}

function sayIdentity(match: Match, { host, recipientDomain }: Refusal): string {
  const { system } = match;
  switch (match.identifiedBy) {
    case 'host':
      return `The host ${host} is one of ${system}.`;
    case 'mark':
      return `The words “${match.mark}” are a mark of ${system}.`;
    case 'recipient-domain':
      return `The mailboxes of ${recipientDomain} are kept by ${system}.`;
    case null:
      return match.kind === 'wording'
        ? `It is general: any server may ${match.words === null ? 'answer with these codes' : 'say these words'}.`
        : `Nothing else names ${system} as the one that refused.`;
  }
}

function agreementOf({ codes }: RuleRow, { replyCode, enhancedStatus }: Refusal): number {
  return new CodeSet(codes).agreement(replyCode ?? 0, enhancedNumber(enhancedStatus));
}

function sayCodes({ row }: Match, refusal: Refusal): string {
  const { replyCode, enhancedStatus } = refusal;
  const codes = row.codes.join(', ');
  if (row.codes.length === 0) return 'It goes with any code.';
  const agreement = agreementOf(row, refusal);
  if (agreement === ENHANCED_CODE)
    return `The enhanced status ${enhancedStatus} is one of its codes (${codes}), which counts like ${ENHANCED_BONUS} letters.`;
  if (agreement !== NO_CODE)
    return `The reply code ${replyCode} is one of its codes (${codes}), which counts like ${REPLY_BONUS} letters.`;
  return `The reply has none of its codes (${codes}), which it does not insist on.`;
}

/** What decides between a rule and the one that won. */
function behind(match: Match, winner: Match): string {
  const [own, best] = [levelsOf(match.rank), levelsOf(winner.rank)];
  if (own.precedence !== best.precedence) {
    return match.origin === winner.origin
      ? `Its priority ${match.row.priority ?? 0} is lower than ${winner.row.priority ?? 0}.`
      : 'A rule of your own wins over it.';
  }
  if (own.ground !== best.ground)
    return match.ground === 'weak-words' || match.ground === 'weak-code'
      ? 'It only hints, and the other says it.'
      : winner.ground === 'host-and-code'
        ? 'A code says more where the server is known.'
        : 'Words say more than a code.';
  if (own.ownership !== best.ownership)
    return winner.identified && !match.identified
      ? `The refusal is known to come from ${winner.system}, whose own words come first.`
      : match.origin !== winner.origin
        ? 'A hint of your own wins over a built-in one.'
        : 'General wording stands behind the words of one system.';
  if (own.letters !== best.letters)
    return `Its words with the agreeing code weigh ${own.letters} letters, those of the other ${best.letters}.`;
  return 'Both weigh the same; the id that comes first in the alphabet wins.';
}

function sayObstacle({ obstacle, row, origin, rule }: Miss, refusal: Refusal): string {
  switch (obstacle) {
    case 'disabled':
      return origin === 'built-in'
        ? 'An overlay switches it off, or has a rule of the same id.'
        : 'It is switched off.';
    case 'before-recipient':
      return 'It is about a recipient, and none had been named when the server refused.';
    case 'needs-code':
      return agreementOf(row, refusal) === NO_CODE
        ? `It needs one of its codes (${row.codes.join(', ')}), and the reply has none of them.`
        : `It needs one of its enhanced statuses (${row.codes.join(', ')}): the reply code ${refusal.replyCode} alone is not enough.`;
    case 'needs-host':
      return `It needs host, mark or recipient domain to name ${slugOf(rule)}, and nothing does.`;
    case 'words-of-another':
      return `The refusal is known to come from another system, and the words of ${slugOf(rule)} do not travel ("anywhere").`;
  }
}

function slugOf(rule: string): string {
  return rule.slice(0, rule.indexOf('/'));
}
