import type { MessageAnswer } from '@whybounce/web';
import type { FormFault } from '../form/form-error.ts';

/** A posted form with a message. */
export interface MessageTask {
  readonly contentType: string | null;
  readonly body: Uint8Array;
}

/** What came of it. */
export type MessageResult =
  | {
      readonly kind: 'tested';
      readonly answer: MessageAnswer;
      /** Checks that threw, each with the place in the program. */
      readonly faults: readonly string[];
    }
  | { readonly kind: 'refused'; readonly fault: FormFault };
