import type {
  Action,
  Band,
  CauseId,
  Dimension,
  Evidence,
  Kind,
  ObservationId,
  Owner,
  Permanence,
  ReasonId,
  TestId,
} from '@whybounce/core';
import type { Checklist } from '@whybounce/core/checklist';
import type { EscalationPacket, PacketContext } from '@whybounce/core/escalate';
import type { CheckField, CheckKind } from './check/question.ts';

/**
 * What a page shows of an input, as plain data: made by the engine in a worker or in the server, drawn
 * by the components. Ids and what the knowledge says; the pages' own words stand in `wording/`.
 */

/** A page of the encyclopedia, as it is named in a text. */
export interface PageLink {
  readonly name: string;
  readonly href: string;
}

/** A piece of a text; `mark` is the number of the quote that stands there, null for what nobody quotes. */
export interface Piece {
  readonly text: string;
  readonly mark: number | null;
}

/** A text with quotes marked in it. Its pieces joined are the text. */
export type MarkedText = readonly Piece[];

/**
 * The input as it came, or the part of it around the refusal: of a mailbox the message, of a log the
 * line with some around it, of a webhook's batch the event.
 */
export interface RawView {
  readonly pieces: MarkedText;
  /** Characters left out before and after: of the message or the event, but of the whole log. */
  readonly before: number;
  readonly after: number;
}

/** What speaks for or against a cause. */
export interface EvidenceView {
  readonly id: Evidence['id'];
  readonly effect: 'for' | 'against';
  /** Decibans. */
  readonly weight: number;
  readonly source: Evidence['source'];
  readonly says: string;
  readonly quote: string | null;
  readonly note: string | null;
  /** The quote's number in the marked texts; null where it stands in none. */
  readonly mark: number | null;
}

/** One of the causes that can stand behind a refusal. */
export interface CauseView {
  readonly id: CauseId;
  readonly href: string;
  readonly says: string;
  /** Share of 1 in hundredths. */
  readonly probability: number;
  readonly owner: Owner;
  readonly isNamed: boolean;
  /** Whether it comes first in the page; the others are counted and folded away. */
  readonly isLikely: boolean;
  readonly evidence: readonly EvidenceView[];
}

/** The one question whose answer would tell most. */
export interface QuestionView {
  readonly test: TestId;
  readonly ask: string;
  /** How to find out. */
  readonly how: string | null;
  readonly answers: readonly { readonly id: ObservationId; readonly says: string }[];
}

/** A question that was answered, or left open (`answer` null). */
export interface AnsweredView {
  readonly test: TestId;
  readonly ask: string;
  readonly answer: { readonly id: ObservationId; readonly says: string } | null;
  /** What exactly a check saw; null for what somebody said. */
  readonly note: string | null;
}

/** Something that a check of the DNS saw, in words. */
export interface ObservedView {
  readonly id: ObservationId;
  readonly says: string;
  readonly note: string;
}

/** A check that can be asked for about an event, with every value that its address carries. */
export interface CheckOffer {
  readonly kind: CheckKind;
  readonly href: string;
  readonly values: readonly { readonly field: CheckField; readonly value: string }[];
}

/** What was refused, why, who must act and what to do. */
export interface VerdictView {
  readonly owner: Owner;
  readonly action: Action;
  /** What the refusal says, in plain words. */
  readonly meaning: string;
  readonly reason: { readonly id: ReasonId; readonly says: string; readonly href: string };
  /** The page of the words; null where only a code or the kind of event spoke. */
  readonly rule: PageLink | null;
  /** The words of the refusal by which it was read; null where there are none. */
  readonly words: { readonly quote: string; readonly mark: number | null } | null;
  readonly permanence: Permanence;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The likeliest first. */
  readonly causes: readonly CauseView[];
  readonly steps: readonly string[];
  /** What shows that it is repaired; null while several causes are open. */
  readonly verify: string | null;
  readonly question: QuestionView | null;
  /** In the order in which they were answered. */
  readonly answered: readonly AnsweredView[];
  /** Where to ask for removal, to look further: of the rule, of the blocklists named and of the system that refused. */
  readonly links: readonly LinkView[];
}

/** A page of somebody else's. */
export interface LinkView {
  readonly kind: 'documentation' | 'postmaster' | 'delist' | 'feedback-loop';
  /** Whose page it is: `Spamhaus`. */
  readonly name: string;
  readonly href: string;
}

/** A value that the input states. */
export interface FactView {
  readonly id:
    | 'recipient'
    | 'originalRecipient'
    | 'sender'
    | 'remoteHost'
    | 'remoteIp'
    | 'reportingMta'
    | 'sendingIp'
    | 'stage'
    | 'replyCode'
    | 'enhancedStatus'
    | 'timestamp'
    | 'messageId'
    | 'subject'
    | 'blocklists'
    | 'retryHint'
    | 'authentication'
    | 'input'
    | 'format'
    | 'dialect'
    | 'trust';
  /** As it stands in the input; of `stage`, `format`, `dialect` and `trust` the engine's id. */
  readonly value: string;
  /** Its page in the encyclopedia. */
  readonly href: string | null;
  /** The number under which its words are marked in the refusal; null where they are not. */
  readonly mark: number | null;
}

/** What to send to the other side. */
export interface PacketView {
  readonly packet: EscalationPacket;
  readonly text: string;
  readonly markdown: string;
  /** What the user knows beside the mail. */
  readonly context: PacketContext;
  readonly redacted: boolean;
}

/** One event of the input with all that is said of it. */
export interface FailureView {
  /** Its place in the list, from 0. */
  readonly number: number;
  readonly input: string;
  readonly kind: Kind;
  readonly recipient: string | null;
  /** Who refused; null where nobody knows. */
  readonly system: PageLink | null;
  readonly timestamp: string | null;
  /** The refusing server's words with the quotes marked; null where there are none. */
  readonly diagnostic: MarkedText | null;
  readonly raw: RawView | null;
  /** Null for what is no delivery event: then the warnings say what it is. */
  readonly verdict: VerdictView | null;
  readonly facts: readonly FactView[];
  readonly packet: PacketView | null;
  readonly checklist: Checklist | null;
  /** Checks over the network, which nobody makes before they are asked for. */
  readonly checks: readonly CheckOffer[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}

/** An event in the list. */
export interface RowView {
  readonly number: number;
  readonly input: string;
  readonly kind: Kind;
  readonly recipient: string | null;
  readonly system: string | null;
  readonly reason: ReasonId | null;
  readonly says: string | null;
  readonly owner: Owner | null;
  readonly deed: Action['do'] | null;
  readonly confidence: number | null;
}

/** A value with how many events have it. */
export interface CountView {
  readonly value: string;
  readonly name: string;
  readonly href: string | null;
  readonly count: number;
}

/** A share with how sure it is. */
export interface RateView {
  readonly band: Band;
  readonly attempts: number;
  readonly failures: number;
  /** Shares of 1; null without attempts. */
  readonly rate: number | null;
  readonly low: number;
  readonly high: number;
}

/** A cohort by the value that its events share. */
export interface CohortView {
  readonly dimension: Dimension;
  readonly key: string;
  /** The key as people write it: a provider's name instead of its slug. */
  readonly name: string;
  readonly href: string | null;
}

/** Something that failed beyond the rest. */
export interface PatternView extends CohortView {
  /** The cohort inside which alone it fails; null for everywhere. */
  readonly only: CohortView | null;
  readonly attempts: number;
  readonly failures: number;
  /** Failures that would be usual. */
  readonly expected: number;
  /** ISO 8601 in UTC. */
  readonly since: string | null;
  readonly domains: number;
  readonly rules: readonly { readonly name: string; readonly href: string; readonly failures: number }[];
  /** Cohorts of the very same mail, which therefore explain it as well. */
  readonly alternatives: readonly CohortView[];
}

/** A moment from which on more failed. */
export interface StepView {
  readonly kind: string;
  readonly rule: PageLink | null;
  readonly isFirstSeen: boolean;
  readonly since: string;
  readonly until: string | null;
  readonly attempts: number;
  readonly failures: number;
  readonly expected: number;
}

/** Many events: what stands out, then what they are. */
export interface OverviewView {
  readonly events: number;
  readonly byKind: readonly CountView[];
  /** The bounce rate; null where no delivery was read. */
  readonly rate: RateView | null;
  /** Cohorts whose rate calls for a look, the worst first. */
  readonly rates: readonly (RateView & CohortView)[];
  readonly patterns: readonly PatternView[];
  /** What has to be repaired first, each the same for many failures: the most first. */
  readonly repairs: readonly (CountView & { readonly href: string; readonly of: number })[];
  readonly steps: readonly StepView[];
  /** Failures alone, the most first. */
  readonly byDomain: readonly CountView[];
  readonly bySystem: readonly CountView[];
  readonly byReason: readonly CountView[];
  readonly byOwner: readonly CountView[];
  readonly byDeed: readonly CountView[];
}

/** A part of the list. */
export interface ListView {
  readonly rows: readonly RowView[];
  /** How many there are that the filter lets through. */
  readonly total: number;
  readonly from: number;
}

/** What the list shows. */
export interface ListQuery {
  readonly from: number;
  readonly size: number;
  /** Only rows with this value; null for all. */
  readonly filter: {
    readonly by: 'domain' | 'system' | 'reason' | 'owner' | 'deed' | 'kind';
    readonly value: string;
  } | null;
}

/** What an input turned out to be. */
export interface SheetView {
  /** Null for a single event: `first` is all there is. */
  readonly overview: OverviewView | null;
  readonly list: ListView | null;
  readonly first: FailureView;
  /** Inputs that could not be read, as sentences. */
  readonly unread: readonly string[];
}
