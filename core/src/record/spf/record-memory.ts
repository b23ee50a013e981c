import { parseSpf } from './parse.ts';
import type { SpfRecord } from './record.ts';

/** Records that are kept: those that thousands of domains include, such as a mailbox provider's, come again and again. */
const MAX_RECORDS = 500;
/** Longer texts are rare, and would let hostile zones fill the memory. */
const MAX_KEPT = 2_000;

const kept = new Map<string, SpfRecord>();

/** {@link parseSpf}, which is a function of the text alone, with its latest results at hand. */
export function parseOnce(text: string): SpfRecord {
  if (text.length > MAX_KEPT) return parseSpf(text);
  const known = kept.get(text);
  const record = known ?? parseSpf(text);
  // what was asked for last stands at the end
  if (known !== undefined) kept.delete(text);
  kept.set(text, record);
  const [oldest] = kept.size > MAX_RECORDS ? kept.keys() : [];
  if (oldest !== undefined) kept.delete(oldest);
  return record;
}
