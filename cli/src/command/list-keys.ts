import { UsageError } from '../usage-error.ts';

/**
 * Keys for blocklists by operator, as `--list-key OPERATOR=KEY` names each.
 *
 * @throws UsageError for what is not written so; the text is not shown again, since it may hold a key
 */
export function listKeysOf(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map(keyOf));
}

function keyOf(text: string): [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1)
    throw new UsageError('--list-key: write OPERATOR=KEY, such as spamhaus=your-key.');
  return [text.slice(0, equals), text.slice(equals + 1)];
}
