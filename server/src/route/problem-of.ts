import type { ThreadError } from '../desk/thread-error.ts';

/** What a user is told of a body that was not read. */
export const problemOfBody = { 'too-large': 'tooLarge', 'too-slow': 'tooSlow', busy: 'busy' } as const;

/** What a user is told of a thread that did not answer; null for a fault of the program. */
export function problemOfThread({ code }: ThreadError): 'busy' | 'tooLong' | 'tooMuchMemory' | null {
  switch (code) {
    case 'busy':
    case 'closed':
      return 'busy';
    case 'too-long':
      return 'tooLong';
    case 'out-of-memory':
      return 'tooMuchMemory';
    case 'broken':
    case 'failed':
      return null;
  }
}
