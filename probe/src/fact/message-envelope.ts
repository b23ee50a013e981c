import type { CheckContext } from '../check/context.ts';
import type { Envelope } from '../verify/envelope/envelope.ts';
import { completeEnvelope } from '../verify/envelope/read-envelope.ts';
import { MessageLimitError } from '../verify/limits.ts';
import type { Message } from '../verify/message.ts';
import { splitMessage } from '../verify/split-message.ts';
import { fact } from './fact.ts';

/** From whom and whence the message came, as given or as its own header says; null for a message beyond the limits. */
export const messageEnvelope = fact(async ({ subject }: CheckContext): Promise<Envelope | null> => {
  const message = subject.message as Message;
  try {
    return completeEnvelope(message, splitMessage(message.raw).fields);
  } catch (error) {
    if (error instanceof MessageLimitError) return null;
    throw error;
  }
});
