import type { CheckContext } from '../check/context.ts';
import { MessageLimitError } from '../verify/limits.ts';
import type { Message } from '../verify/message.ts';
import type { Verification } from '../verify/verification.ts';
import { verifyMessage } from '../verify/verify-message.ts';
import { fact } from './fact.ts';

/** What SPF, DKIM, DMARC and ARC say of the message; a sentence where it lies beyond the limits. */
export const messageVerification = fact(
  async ({ subject, dns, now }: CheckContext): Promise<Verification | { readonly beyond: string }> => {
    try {
      return await verifyMessage(subject.message as Message, { dns, now });
    } catch (error) {
      if (error instanceof MessageLimitError) return { beyond: error.message };
      throw error;
    }
  },
);
