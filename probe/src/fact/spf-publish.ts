import { type SpfTree, type WriteSpfOptions, writeSpf } from '@whybounce/core/record';

/** Octets of one character-string (RFC 1035 section 3.3). */
const MAX_STRING = 255;

/** A TXT record as a line of a zone file: `example.com. IN TXT "v=spf1 -all"`, in as many strings as it needs. */
export function txtLine(name: string, text: string): string {
  const strings = stringsOf(text).map((string) => `"${string.replace(/["\\]/g, '\\$&')}"`);
  return `${name}. IN TXT ${strings.join(' ')}`;
}

/** Cuts where no blank stands: some panels trim each string, and two terms would become one. */
function stringsOf(text: string): string[] {
  const strings: string[] = [];
  let rest = text;
  while (rest.length > MAX_STRING) {
    let end = MAX_STRING;
    while (end > 1 && (rest[end - 1] === ' ' || rest[end] === ' ')) end -= 1;
    strings.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...strings, rest];
}

/** A corrected record, and what its owner has to know before it is published. */
export interface Correction {
  /** Null where nothing would change. */
  readonly publish: string | undefined;
  /** Sentences, each with a blank before it; empty where there are none. */
  readonly notes: string;
}

/** The domain's own record with some terms taken out, and broken ones mended. */
export function corrected(
  { domain, root }: SpfTree,
  { add = [], ...wish }: Partial<Omit<WriteSpfOptions, 'existing'>> = {},
): Correction {
  const existing = root.record?.text ?? null;
  const { text, left } = writeSpf({ existing, add, ...wish });
  return {
    publish: text === existing ? undefined : txtLine(domain, text),
    notes: left.map((note) => ` ${note}`).join(''),
  };
}
