import { isObject } from './json.ts';
import { parseJson } from './parse-json.ts';

/** Fields of one form. Mailgun's legacy events have some thirty, plus the user's own variables. */
const FIELDS_LIMIT = 1_000;

/** `event`, `Message-Id`, `message-headers`, `user[name]`, still percent-encoded. */
const NAME = /^[A-Za-z0-9_.~%+*[\]-]{1,200}$/;

/**
 * The fields of an `application/x-www-form-urlencoded` body: `mandrill_events=%5B%7B…`, `event=bounced&recipient=…`.
 * A value that holds a JSON object or list is parsed. Undefined for any text that is not wholly such a form, of at
 * least two fields or with JSON in one, so that a line of prose with an equals sign is not taken for one.
 */
export function parseFormBody(text: string): { readonly [name: string]: unknown } | undefined {
  const form = text.trim();
  if (!form.includes('=') || /\s/.test(form)) return undefined;
  const pairs = form.split('&', FIELDS_LIMIT + 1);
  if (pairs.length > FIELDS_LIMIT) return undefined;
  // Without a prototype, a field called `__proto__` is a field like any other.
  const fields: { [name: string]: unknown } = Object.create(null);
  let hasJson = false;
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const encodedName = pair.slice(0, Math.max(equals, 0));
    const name = NAME.test(encodedName) ? decode(encodedName) : undefined;
    const value = decode(pair.slice(equals + 1));
    if (name === undefined || value === undefined) return undefined;
    const parsed = parseJson(value);
    hasJson ||= isObject(parsed) || Array.isArray(parsed);
    fields[name] = parsed ?? value;
  }
  return hasJson || pairs.length > 1 ? fields : undefined;
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
