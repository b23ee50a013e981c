import type { BounceEvent } from '@whybounce/core';
import { escalationPacket, renderMarkdown, renderText } from '@whybounce/core/escalate';
import type { HeldEvent, PacketChoice } from './held-event.ts';
import type { PacketView } from './shapes.ts';

/**
 * What to send to the other side, as data and as text (that without what is the sender's own business), as
 * it was asked for last: an answer that took longer never brings back an older choice.
 */
export async function packetView(held: HeldEvent): Promise<PacketView> {
  for (;;) {
    const choice = held.packetChoice;
    const view = choice.redacted ? await redacted(held.event, choice) : plain(held.event, choice);
    if (choice === held.packetChoice) return view;
  }
}

function plain(event: BounceEvent, choice: PacketChoice, shown: PacketChoice = choice): PacketView {
  const packet = escalationPacket(event, shown.context);
  return {
    packet,
    text: renderText(packet, { forOthers: true }),
    markdown: renderMarkdown(packet, { forOthers: true }),
    ...choice,
  };
}

/**
 * With pseudonyms for addresses, hosts and ids. One redactor for both, so that the same address has the same
 * pseudonym; the contact stays, as it is there to be reached.
 */
async function redacted(event: BounceEvent, choice: PacketChoice): Promise<PacketView> {
  const { Redactor } = await import('@whybounce/core/redact');
  const redactor = new Redactor();
  const shown = redactor.event(event);
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : redactor.text(value);
  const { context } = choice;
  return plain(shown, choice, {
    redacted: true,
    context: {
      ...context,
      recipient: text(context.recipient),
      sender: text(context.sender),
      sendingIp: text(context.sendingIp),
      helo: text(context.helo),
      messageId: text(context.messageId),
      ownServerName: text(context.ownServerName),
      remoteHost: text(context.remoteHost),
      remoteIp: text(context.remoteIp),
    },
  });
}
