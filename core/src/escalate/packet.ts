import type { Owner } from '@whybounce/knowledge';
import { packetFields } from '@whybounce/knowledge/trace-tool';
import type { BounceEvent } from '../event.ts';
import { completenessOf, type MissingField } from './completeness.ts';
import { type Known, knownOf, type PacketContext } from './context.ts';
import { replyIds } from './reply-ids.ts';
import { stageNames } from './stage-names.ts';
import { adminAsk, readingOf, summaryOf } from './summary.ts';
import { type Trace, tracesOf } from './trace.ts';

/** One line of the facts. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** What an administrator of the other side needs to find one refused message and to act. No content of the message. */
export interface EscalationPacket {
  /** Who must act, which words the summary. */
  readonly owner: Owner;
  /** Exactly two sentences that anybody can forward: what happened, and what is asked. */
  readonly summary: string;
  readonly facts: readonly Fact[];
  /** What is asked of the administrator who reads the facts. */
  readonly ask: string;
  /** The commands for their trace tool, filled in; and for that of the sending side, where it is known. */
  readonly traces: readonly Trace[];
  /** From 0 to 100. */
  readonly completeness: number;
  /** What is not known, what counts most first. */
  readonly missing: readonly MissingField[];
}

/**
 * Puts a refusal together for the administrator of the other side. Body and subject of the message never stand in
 * it; what does come from the mail is on one line each, without control characters, and quoted in commands.
 *
 * @param event the refusal
 * @param more what the caller knows beside it, which outranks what the mail says
 */
export function escalationPacket(event: BounceEvent, more: PacketContext = {}): EscalationPacket {
  const known = knownOf(event, more);
  return {
    owner: event.diagnosis?.owner ?? 'nobody',
    summary: summaryOf(event, known),
    facts: factsOf(event, known),
    ask: adminAsk(event),
    traces: tracesOf(event, known),
    ...completenessOf(known),
  };
}

function factsOf(event: BounceEvent, known: Known): Fact[] {
  const facts: Fact[] = [];
  const add = (id: string, label: string, value: string | null): void => {
    if (value !== null) facts.push({ id, label, value });
  };
  const addField = (id: keyof typeof packetFields): void => add(id, packetFields[id].label, known[id]);
  addField('time');
  addField('sender');
  addField('recipient');
  add('originalRecipient', 'Recipient before forwarding', known.originalRecipient);
  addField('messageId');
  addField('sendingIp');
  addField('helo');
  add('reportingMta', 'Server that reported', known.reportingMta);
  addField('remoteHost');
  addField('remoteIp');
  add('stage', 'Refused at', event.stage === null ? null : stageNames[event.stage]);
  addField('reply');
  add('replyCode', 'Reply code', event.replyCode === null ? null : String(event.replyCode));
  add('enhancedStatus', 'Enhanced status', event.enhancedStatus);
  for (const { label, id } of replyIds(known.reply)) add('replyId', label, id);
  if (event.microsoft.as !== null) add('as', 'Anti-spam rule', `AS(${event.microsoft.as})`);
  addField('authentication');
  add('reading', 'Our reading', event.diagnosis === null ? null : readingOf(event.diagnosis));
  add('contact', 'Contact', known.contact);
  return facts;
}
