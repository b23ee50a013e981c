import type { PacketContext } from '@whybounce/core/escalate';
import { UsageError } from '../usage-error.ts';

/** What the user knows of a message beside the refusal. */
export interface ContextOptions {
  readonly recipient?: string;
  readonly sender?: string;
  readonly sentAt?: string;
  readonly sendingIp?: string;
  readonly helo?: string;
  readonly messageId?: string;
  readonly contact?: string;
}

/** @throws UsageError for a value that has not the form of what it should be */
export function contextOf(options: ContextOptions): PacketContext {
  const { recipient, sender, sentAt, sendingIp, helo, messageId, contact } = options;
  checkAddress('--recipient', recipient);
  checkAddress('--sender', sender);
  if (sendingIp !== undefined && !/^[0-9A-Fa-f]*[.:][0-9A-Fa-f.:]+$/.test(sendingIp))
    throw new UsageError(`--sending-ip ${sendingIp}: write an IP address, such as 203.0.113.7.`);
  return {
    recipient,
    sender,
    sentAt: sentAt === undefined ? undefined : utc(sentAt),
    sendingIp,
    helo,
    messageId,
    contact,
  };
}

/** @throws UsageError for what is no address */
export function checkAddress(option: string, address: string | undefined): void {
  if (address !== undefined && !/^[^\s@]+@[^\s@]+$/.test(address))
    throw new UsageError(`${option} ${address}: write an address, such as ada@example.org.`);
}

/** A time with its zone, in UTC as the packet has it. */
function utc(text: string): string {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : null;
  if (at === null || Number.isNaN(at.getTime()))
    throw new UsageError(`--sent-at ${text}: write it with its zone, such as 2026-05-27T14:30Z or …T16:30+02:00.`);
  return `${at.toISOString().slice(0, 19)}Z`;
}
