import type { FormFault } from '../form/form-error.ts';
import type { ReadForm } from './read-posted.ts';

/** A form as it was posted. */
export interface ReadTask {
  readonly contentType: string | null;
  readonly body: Uint8Array;
}

/** What a thread makes of it. */
export type ReadResult =
  | { readonly kind: 'read'; readonly form: ReadForm }
  | { readonly kind: 'refused'; readonly fault: FormFault };
