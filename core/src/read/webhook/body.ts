import { parseFormBody } from './form-body.ts';
import { parseJson } from './parse-json.ts';

/** Longest body that is parsed, in UTF-16 units: ten times the largest batch that any vendor documents. */
export const BODY_LENGTH_LIMIT = 33_554_432;

/** Lines of newline-delimited JSON that are parsed. */
const LINES_LIMIT = 100_000;

/**
 * Turns the text of a webhook request, or of a file of such, into a value for `readWebhook`: JSON, newline-delimited
 * JSON (a list of its lines), or a form whose fields hold JSON or plain text (an object). Undefined when it is none
 * of these or too long. Text that is plainly no JSON is never handed to the JSON parser. Never throws.
 */
export function parseWebhookBody(text: string): unknown | undefined {
  if (text.length > BODY_LENGTH_LIMIT) return undefined;
  const start = /^[\s\uFEFF]{0,1000}(\S)/.exec(text)?.[1];
  if (start === '{' || start === '[') return parseJson(text) ?? parseLines(text);
  return start === undefined ? undefined : parseFormBody(text);
}

/** `{"event": …}\n{"event": …}\n`, as Firehose and log shippers write. A line that is no JSON spoils the whole. */
function parseLines(text: string): unknown[] | undefined {
  const values: unknown[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end).trim();
    start = end + 1;
    if (line === '') continue;
    const value = parseJson(line);
    if (value === undefined || values.length >= LINES_LIMIT) return undefined;
    values.push(value);
  }
  return values.length > 1 ? values : undefined;
}
