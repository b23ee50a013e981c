import type { PostedAnswer } from '@whybounce/web';
import type { FormFault } from '../form/form-error.ts';

/** A form as it was posted. */
export interface ReadTask {
  readonly contentType: string | null;
  readonly body: Uint8Array;
}

/** What a thread makes of it. */
export type ReadResult =
  | { readonly kind: 'read'; readonly answer: PostedAnswer }
  | { readonly kind: 'refused'; readonly fault: FormFault };
