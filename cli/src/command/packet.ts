import type { BounceEvent } from '@whybounce/core';
import {
  type EscalationPacket,
  escalationPacket,
  type PacketContext,
  renderEml,
  renderMarkdown,
  renderText,
} from '@whybounce/core/escalate';
import { EXIT_DECODED, EXIT_NOTHING, EXIT_UNREADABLE } from '../exit-code.ts';
import { Sink } from '../output/sink.ts';
import { UsageError } from '../usage-error.ts';
import { type ChooseOptions, chosenFailure } from './chosen-failure.ts';
import { type ContextOptions, checkAddress, contextOf } from './packet-context.ts';

/** Options of `whybounce packet`. */
export interface PacketCommand extends ChooseOptions, ContextOptions {
  readonly format?: string;
  /** Pseudonyms for addresses, hosts and ids, those given as options too; the contact stays. */
  readonly redact?: boolean;
  readonly to?: string;
  readonly from?: string;
}

const formats = ['text', 'markdown', 'eml', 'json'] as const;

/**
 * `whybounce packet PATH`: what the administrator of the other side needs to find one refused message, with two
 * sentences that anybody can forward. Returns the exit code.
 */
export async function packetCommand(paths: readonly string[], options: PacketCommand): Promise<number> {
  const format = formats.find((name) => name === (options.format ?? 'text'));
  if (format === undefined) throw new UsageError(`--format ${options.format}: packet prints ${formats.join(', ')}.`);
  const context = contextOf(options);
  checkAddress('--to', options.to);
  checkAddress('--from', options.from);
  const { event, unreadable } = await chosenFailure(paths, options);
  if (event === null) return unreadable > 0 ? EXIT_UNREADABLE : EXIT_NOTHING;
  const sink = new Sink();
  const packet = options.redact === true ? await redacted(event, context) : escalationPacket(event, context);
  sink.write(rendered(packet, format, options));
  sink.flush();
  return unreadable > 0 ? EXIT_UNREADABLE : EXIT_DECODED;
}

/** One redactor for both, so that the same address has the same pseudonym. */
async function redacted(event: BounceEvent, context: PacketContext): Promise<EscalationPacket> {
  const { Redactor } = await import('@whybounce/core/redact');
  const redactor = new Redactor();
  const shown = redactor.event(event);
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : redactor.text(value);
  return escalationPacket(shown, {
    ...context,
    recipient: text(context.recipient),
    sender: text(context.sender),
    sendingIp: text(context.sendingIp),
    helo: text(context.helo),
    messageId: text(context.messageId),
  });
}

function rendered(packet: EscalationPacket, format: (typeof formats)[number], { to, from }: PacketCommand): string {
  switch (format) {
    case 'text':
      return renderText(packet);
    case 'markdown':
      return renderMarkdown(packet);
    case 'eml':
      return renderEml(packet, { to, from, date: new Date() });
    case 'json':
      return `${JSON.stringify(packet, null, 2)}\n`;
  }
}
