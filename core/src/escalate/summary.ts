import { type Owner, reasonTable, ruleTable } from '@whybounce/knowledge';
import { ownerWords, refusalWords } from '@whybounce/knowledge/trace-tool';
import type { BounceEvent, Diagnosis } from '../event.ts';
import { domainOf, type Known } from './context.ts';
import { quoteArgument } from './quote.ts';
import { sayTime } from './time-window.ts';

/** Longest value that a sentence bears; the facts below it have the whole. */
const MAX_IN_SENTENCE = 80;

/** Two sentences for whoever forwards this: what happened, and what is asked of them. */
export function summaryOf(event: BounceEvent, known: Known): string {
  return `${whatHappened(event, known)} ${whatIsAsked(event, known)}`;
}

function whatHappened(event: BounceEvent, known: Known): string {
  const from = inSentence(known.sender);
  const to = inSentence(known.recipient);
  const message = `A message${from === null ? '' : ` from ${from}`}${to === null ? '' : ` to ${to}`}`;
  const when = sayTime(known.time);
  const by = event.diagnosis?.owner === 'sending-platform' ? 'the sending service' : nameOfSystem(event, known);
  const { happened } = refusalWords[event.diagnosis?.reason ?? 'unknown.empty'];
  const on = when === null ? '' : ` on ${when}`;
  if (event.kind === 'bounce') return `${message} was refused by ${by}${on}: ${happened}.`;
  if (event.kind === 'deferral') return `${message} was put off by ${by}${on}: ${happened}.`;
  return `${message}${on === '' ? '' : ` of${on.slice(3)}`} was reported on: ${happened}.`;
}

function whatIsAsked(event: BounceEvent, known: Known): string {
  const owner = event.diagnosis?.owner ?? 'nobody';
  const { lead } = ownerWords[owner];
  return `${fill(lead, event, known)} ${askOf(owner, event)}`;
}

/** What is asked of an owner, with its period. */
function askOf(owner: Owner, { diagnosis }: BounceEvent): string {
  return (diagnosis === null ? undefined : refusalWords[diagnosis.reason].asks?.[owner]) ?? ownerWords[owner].ask;
}

/** Who of the receiving or sending side reads the facts: the sender's own people need no letter. */
const reader: Readonly<Record<Owner, Owner>> = {
  sender: 'recipient-admin',
  recipient: 'recipient-admin',
  nobody: 'recipient-admin',
  'recipient-admin': 'recipient-admin',
  'receiving-platform': 'receiving-platform',
  'sending-platform': 'sending-platform',
};

/** What is asked of the administrator who reads the facts, as a sentence of its own. */
export function adminAsk(event: BounceEvent): string {
  return `Please ${askOf(reader[event.diagnosis?.owner ?? 'nobody'], event)}`;
}

/** What the refusal says, in this program's own word and as a clause. */
export function readingOf({ reason, confidence }: Diagnosis): string {
  return `${reason} (${Math.round(100 * confidence)} % sure): ${reasonTable[reason].says}`;
}

function fill(words: string, event: BounceEvent, known: Known): string {
  const domain = inSentence(domainOf(known.recipient), 'domain');
  return words
    .replace('{system}', () => nameOfSystem(event, known))
    .replace('{domain}', () => domain ?? "the recipient's domain");
}

function nameOfSystem({ provider }: BounceEvent, known: Known): string {
  const name = provider === null ? undefined : ruleTable.systems.find(({ slug }) => slug === provider)?.name;
  if (name !== undefined) return name;
  const domain = inSentence(domainOf(known.recipient), 'domain');
  return domain === null ? "the recipient's mail server" : `the mail server of ${domain}`;
}

/** A value that has the form that it should have: what else stands there could be a sentence of its own. */
function inSentence(value: string | null, form: 'recipient' | 'domain' = 'recipient'): string | null {
  if (value === null || value.length > MAX_IN_SENTENCE) return null;
  return quoteArgument(value, form, 'console');
}
