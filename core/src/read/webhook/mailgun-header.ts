import { fieldIn, type JsonObject, lineIn, objectIn, textOf } from './json.ts';
import { parseJson } from './parse-json.ts';

// A returned message has some dozens of headers; a list of a million is an attack.
const HEADERS_LOOKED_AT = 500;

/**
 * One header of the message that a Mailgun event is about, named in lower case. Current events have
 * `message: {headers: {"message-id": …}}`, legacy ones `message-headers: [["Message-Id", …], …]`, which a form carries
 * as JSON text.
 */
export function headerIn(event: JsonObject, name: string): string | null {
  const current = lineIn(objectIn(objectIn(event, 'message'), 'headers'), name);
  if (current !== null) return current;
  const legacy = fieldIn(event, 'message-headers');
  const rows = typeof legacy === 'string' ? parseJson(legacy) : legacy;
  if (!Array.isArray(rows)) return null;
  for (const row of rows.slice(0, HEADERS_LOOKED_AT)) {
    if (Array.isArray(row) && textOf(row[0])?.toLowerCase() === name) return lineIn({ value: row[1] }, 'value');
  }
  return null;
}
