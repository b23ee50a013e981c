import type { Field } from './field.ts';
import { FormError } from './form-error.ts';

/**
 * The text of a field; empty where there is none. Browsers send the page's encoding, which is UTF-8.
 *
 * @throws FormError `charset`
 */
export function textOf(field: Field | undefined): string {
  if (field === undefined) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(field.bytes);
  } catch (cause) {
    throw new FormError('charset', { cause });
  }
}
