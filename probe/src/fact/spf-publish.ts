import { mergeSpf, type SpfTree, type WriteSpfOptions, writeSpf } from '@whybounce/core/record';
import { txtLine } from '../dns/zone-line.ts';

/** A corrected record, and what its owner has to know before it is published. */
export interface Correction {
  /** Absent where nothing would change. */
  readonly publish: string | undefined;
  /** Sentences, each with a blank before it; empty where there are none. */
  readonly notes: string;
}

/** Longest record that is written anew: people's are a tenth as long, and mending sixty kilobytes takes seconds. */
const MAX_EXISTING = 4096;

/** A record for a domain, as `writeSpf` writes it, ready to be published. */
export function written(domain: string, options: WriteSpfOptions): Correction {
  const { existing } = options;
  if (existing !== null && existing.length > MAX_EXISTING) return { publish: undefined, notes: '' };
  const { text, left } = writeSpf(options);
  return {
    publish: text === existing ? undefined : txtLine(domain, text),
    notes: left.map((note) => ` ${note}`).join(''),
  };
}

/** Several records of a domain made one. */
export function merged(domain: string, texts: readonly string[]): Correction {
  if (texts.reduce((sum, { length }) => sum + length, 0) > MAX_EXISTING) return { publish: undefined, notes: '' };
  const { text, left } = mergeSpf(texts);
  return { publish: txtLine(domain, text), notes: left.map((note) => ` ${note}`).join('') };
}

/** The domain's own record with some terms taken out, and broken ones mended. */
export function corrected(
  { domain, root }: SpfTree,
  { add = [], ...wish }: Partial<Omit<WriteSpfOptions, 'existing'>> = {},
): Correction {
  return written(domain, { existing: root.record?.text ?? null, add, ...wish });
}
