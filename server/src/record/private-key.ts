import { lintDkimKey, writeDkimKey } from '@whybounce/core/record';
import type { RecordFields } from '@whybounce/web';

/**
 * The fields without those into which somebody wrote a private key, as a PEM file (RFC 7468 section 10) or as its base64
 * alone; the same object where there is none.
 */
export function withoutPrivateKeys(fields: RecordFields): RecordFields {
  const all = Object.entries(fields);
  const harmless = all.filter(([, values]) => !values.some(isPrivateKey));
  return harmless.length === all.length ? fields : Object.fromEntries(harmless);
}

function isPrivateKey(text: string): boolean {
  if (/PRIVATE KEY/i.test(text)) return true;
  // the first and last line may be missing, and the end too
  const record = `v=DKIM1; p=${text.replace(/-----[^-]*-----|\s+/g, '')}`;
  return lintDkimKey(record).some(({ code }) => code === 'private-key');
}

/**
 * The fields without the key where that cannot be read as a public one: what is cut or garbled may be a part of a private
 * key, and does not go into a page that may be saved, printed or shown around.
 */
export function withoutUnreadKey(fields: RecordFields): RecordFields {
  const { key, ...rest } = fields;
  const isPublic = key?.every((text) => writeDkimKey({ publicKey: text }).text !== null) ?? false;
  return isPublic ? fields : rest;
}
