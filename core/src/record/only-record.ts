import type { RecordFinding } from './finding.ts';
import { quoted } from './quoted.ts';

/** A kind of record of which a name must hold exactly one. */
export interface RecordKind<T> {
  /** What it is called: `MTA-STS`. */
  readonly name: string;
  /** How it begins: `v=STSv1;`. */
  readonly version: string;
  /** A whole one. */
  readonly example: string;
  /** Follows where there is none, after `so`: `nobody sends TLS reports`. */
  readonly withoutOne: string;
  /** What its readers do with several, as a sentence. */
  readonly withSeveral: string;
  readonly keepOne: string;
  readonly severity: RecordFinding['severity'];
  readonly source: string;
  is(text: string): boolean;
  parse(text: string): T;
  lint(record: T): readonly RecordFinding[];
}

/** The record that counts, null where none or several do, and the findings with spans into that record. */
export interface OnlyRecord<T> {
  readonly record: T | null;
  readonly findings: readonly RecordFinding[];
}

/**
 * What is remarkable about all TXT records at a name.
 *
 * @param texts the records, the character-strings of each joined
 */
export function lintOnly<T>(texts: readonly string[], kind: RecordKind<T>): OnlyRecord<T> {
  const { severity, source } = kind;
  const own = texts.filter(kind.is);
  const [only] = own;
  if (only === undefined) {
    const first = texts[0] === undefined ? '' : `: the first one is ${quoted(texts[0])}`;
    const says = `None of the TXT records starts with "${kind.version}", so ${kind.withoutOne}${first}.`;
    const fix = `Publish one TXT record such as "${kind.example}".`;
    return { record: null, findings: [{ code: 'no-record', severity, span: null, says, fix, source }] };
  }
  if (own.length > 1) {
    const says = `There are ${own.length} ${kind.name} records. ${kind.withSeveral}`;
    return {
      record: null,
      findings: [{ code: 'several-records', severity, span: null, says, fix: kind.keepOne, source }],
    };
  }
  const record = kind.parse(only);
  return { record, findings: kind.lint(record) };
}
