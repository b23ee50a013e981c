import { decodeReply } from '../reply.ts';
import type { CohortInput } from './outcome.ts';

/** The morning on which the fixtures' mail was sent. */
export const morning = Date.UTC(2026, 4, 27, 9);
export const minutes = 60_000;
export const hours = 60 * minutes;
export const days = 24 * hours;

/** Replies that fixtures are made of. */
export const replies = {
  edgeBlocked: '550 5.4.1 Recipient address rejected: Access denied. [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
  unknown: '550 5.1.1 User unknown',
  full: '552 5.2.2 Mailbox full',
  lowReputation: '550 5.7.1 The reputation of your IP address is too low',
  spam: '550 5.7.1 This message was classified as spam',
  timeout: '451 4.4.1 Connection timed out',
} as const;

const decoded = new Map<string, ReturnType<typeof decodeReply>>();

/** An attempt: `null` for a delivery, else what was said. `at` in milliseconds after nine o'clock. */
export function attempt(
  recipient: string,
  said: keyof typeof replies | null,
  at: number,
  more: Omit<CohortInput, 'event'> & { readonly provider?: string | null } = {},
): CohortInput {
  const reply = said === null ? '250 2.0.0 Ok' : replies[said];
  let event = decoded.get(reply);
  if (event === undefined) {
    event = decodeReply(reply);
    decoded.set(reply, event);
  }
  const { provider = null, ...beside } = more;
  return {
    event: { ...event, kind: said === null ? 'delivery' : event.kind, recipient, provider, timestamp: null },
    at: morning + at,
    ...beside,
  };
}
