import type { Cause } from './define.ts';
import { messageCauses } from './message.ts';
import { noticeCauses } from './notice.ts';
import { receiverCauses } from './receiver.ts';
import { recipientCauses } from './recipient.ts';
import { routingCauses } from './routing.ts';
import { senderIdentityCauses } from './sender-identity.ts';
import { senderReputationCauses } from './sender-reputation.ts';

export type { Cause, Weights } from './define.ts';

const causes = {
  ...recipientCauses,
  ...routingCauses,
  ...senderIdentityCauses,
  ...senderReputationCauses,
  ...messageCauses,
  ...receiverCauses,
  ...noticeCauses,
} as const;

/** A cause that can stand behind a reason: `address-does-not-exist`. */
export type CauseId = keyof typeof causes;

/** Every cause, with what it means, who acts, and what speaks for and against it. */
export const causeTable: Readonly<Record<CauseId, Cause>> = causes;
