import { MAX_FIELD_NAME } from '../limits.ts';
import type { Field } from './field.ts';
import { FormError } from './form-error.ts';
import { parseMediaType } from './media-type.ts';
import { parseMultipart } from './multipart.ts';
import { parseUrlencoded } from './urlencoded.ts';

/** Charsets in which the bytes of a form may be said to be: those of UTF-8. */
const charsets = new Set(['utf-8', 'utf8', 'us-ascii']);

/**
 * The fields of a posted form.
 *
 * @param contentType the header; null where there was none
 * @throws FormError for another media type, another charset, a body that is broken or has too much in it
 */
export function parseForm(contentType: string | null, body: Buffer): Field[] {
  const { type, parameters } = parseMediaType(contentType ?? '');
  const charset = parameters.get('charset');
  if (charset !== undefined && !charsets.has(charset.toLowerCase())) throw new FormError('charset');
  const fields = fieldsOf(type, parameters.get('boundary'), body);
  if (fields.some(({ name }) => name.length > MAX_FIELD_NAME)) throw new FormError('field-name');
  return fields;
}

function fieldsOf(type: string, boundary: string | undefined, body: Buffer): Field[] {
  switch (type) {
    case 'multipart/form-data':
      return parseMultipart(body, boundary);
    case 'application/x-www-form-urlencoded':
      return parseUrlencoded(body);
    default:
      throw new FormError('media-type');
  }
}
