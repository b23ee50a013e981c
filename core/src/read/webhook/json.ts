/** A JSON object of unknown content. Every field is checked before it is used: a payload is hostile input. */
export type JsonObject = { readonly [key: string]: unknown };

/** Longest text taken over from a payload, in UTF-16 units: a field of a gigabyte must not travel on. */
export const FIELD_LENGTH_LIMIT = 65_536;

const EMPTY: JsonObject = Object.freeze({});

/** Whether a value is a JSON object (neither null nor a list). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own field, never one of its prototype (`constructor`, `__proto__`). */
export function fieldIn(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A string, or a number written out (vendors give ids as both); null for anything else and for blank text. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== 'string') return null;
  return value.slice(0, FIELD_LENGTH_LIMIT).trim() || null;
}

/** The first of the named fields that holds text. */
export function textIn(object: JsonObject, ...keys: string[]): string | null {
  for (const key of keys) {
    const text = textOf(fieldIn(object, key));
    if (text !== null) return text;
  }
  return null;
}

/** The first of the named fields that holds text, with its line breaks folded into one space each. */
export function lineIn(object: JsonObject, ...keys: string[]): string | null {
  const text = textIn(object, ...keys);
  if (text === null || !/[\r\n]/.test(text)) return text;
  const lines = text.split(/[\r\n]/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ') || null;
}

/** A name to compare by: lower case, letters and digits only, so `soft_bounce` is `Soft bounce`. Empty if absent. */
export function wordIn(object: JsonObject, ...keys: string[]): string {
  return wordOf(textIn(object, ...keys));
}

/** As `wordIn`, for a value at hand. */
export function wordOf(text: string | null): string {
  return (text ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** A finite number, also when it is written as a string (`"1454442600"`). */
export function numberIn(object: JsonObject, key: string): number | null {
  const text = textIn(object, key);
  return text !== null && /^-?\d{1,20}(?:\.\d{1,20})?$/.test(text) ? Number(text) : null;
}

/** True for `true`, `1` and their spellings as text. */
export function flagIn(object: JsonObject, key: string): boolean {
  const value = fieldIn(object, key);
  return value === true || value === 1 || value === 'true' || value === '1';
}

/** The object in a field, or an empty one, so that paths can be followed without a check at each step. */
export function objectIn(object: JsonObject, key: string): JsonObject {
  const value = fieldIn(object, key);
  return isObject(value) ? value : EMPTY;
}

/** The list in a field, or an empty one. */
export function listIn(object: JsonObject, key: string): readonly unknown[] {
  const value = fieldIn(object, key);
  return Array.isArray(value) ? value : [];
}

/** The first text of a field that is either a list of texts or one text, as tags and categories are. */
export function firstTextIn(object: JsonObject, ...keys: string[]): string | null {
  for (const key of keys) {
    const value = fieldIn(object, key);
    const first = Array.isArray(value) ? value.map(textOf).find((text) => text !== null) : textOf(value);
    if (first) return first;
  }
  return null;
}
