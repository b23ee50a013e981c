import type { BounceEvent } from '@whybounce/core';
import { escalationPacket, type PacketContext, renderMarkdown, renderText } from '@whybounce/core/escalate';
import type { PacketView } from './shapes.ts';

/** What to send to the other side, as data and as text: that without what is the sender's own business. */
export function packetView(event: BounceEvent, context: PacketContext): PacketView {
  const packet = escalationPacket(event, context);
  return {
    packet,
    text: renderText(packet, { forOthers: true }),
    markdown: renderMarkdown(packet, { forOthers: true }),
  };
}

/**
 * The same with pseudonyms for addresses, hosts and ids. One redactor for both, so that the same address
 * has the same pseudonym; the contact stays, as it is there to be reached.
 */
export async function redactedPacketView(event: BounceEvent, context: PacketContext): Promise<PacketView> {
  const { Redactor } = await import('@whybounce/core/redact');
  const redactor = new Redactor();
  const shown = redactor.event(event);
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : redactor.text(value);
  return packetView(shown, {
    ...context,
    recipient: text(context.recipient),
    sender: text(context.sender),
    sendingIp: text(context.sendingIp),
    helo: text(context.helo),
    messageId: text(context.messageId),
    ownServerName: text(context.ownServerName),
    remoteHost: text(context.remoteHost),
    remoteIp: text(context.remoteIp),
  });
}
