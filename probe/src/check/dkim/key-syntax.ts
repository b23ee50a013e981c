import { lintDkimKey, parseDkimKey } from '@whybounce/core/record';
import { txtLine } from '../../dns/zone-line.ts';
import { keysToRead, type LookedKey, looksLikeKey } from '../../fact/dkim-keys.ts';
import { concerning, repairedKey, verdictOnKeys } from '../../fact/dkim-verdict.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'dkim.key_syntax',
  area: 'dkim',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'DKIM key records are written as all receivers read them',
  about:
    'A key record is a list of tags: v=DKIM1 first if it is there, k for the kind of key, p for the key itself. A second record at the name, a quotation mark, a tag twice or a wrong kind, and receivers cannot use the key.',
  remedy: 'Correct the record, or publish anew the one that the sending system shows.',
  source: 'RFC 6376 section 3.6.1',
  async run(context) {
    const keys = await keysToRead(context);
    if ('outcome' in keys) return keys;
    return verdictOnKeys(keys, {
      of: (key) => [...several(key), ...concerning(key, 'syntax')],
      right: 'written as it should be',
      publish: (key) => joined(key) ?? repairedKey(key),
    });
  },
});

/** More than one record at the name, of which receivers take any one. */
function several({ name, texts }: LookedKey): ReturnType<typeof lintDkimKey> {
  if (texts.length < 2) return [];
  const isSplit = halves(texts) !== null;
  const meant = texts.filter(looksLikeKey).length;
  return [
    {
      code: 'several-records',
      severity: isSplit || meant > 1 ? 'high' : 'medium',
      span: null,
      says: isSplit
        ? `One key was published at ${name} as ${texts.length} records: receivers take one of them, and find half a key.`
        : `${name} holds ${texts.length} records${meant > 1 ? '' : ', of which one is a key'}: which of them a receiver takes is chance.`,
      fix: isSplit
        ? 'Publish it as one record with several character-strings, as below.'
        : `Leave one record at ${name}, that of the key in use.`,
      source: 'RFC 6376 section 3.6.2.2',
    },
  ];
}

/** The record that several records at one name are the pieces of; null where they are none. */
function halves(texts: readonly string[]): string | null {
  const [a, b, ...more] = texts;
  if (a === undefined || b === undefined || more.length > 0) return null;
  const whole = [a + b, b + a].find((text) => {
    const { key } = parseDkimKey(text);
    return (
      (key?.kind === 'rsa' || key?.kind === 'ed25519') &&
      lintDkimKey(text).every(({ severity }) => severity !== 'critical')
    );
  });
  const isWhole = (text: string) => parseDkimKey(text).key?.kind === 'rsa';
  return isWhole(a) || isWhole(b) ? null : (whole ?? null);
}

function joined({ name, texts }: LookedKey): string | null {
  const whole = halves(texts);
  return whole === null ? null : txtLine(name, whole);
}
