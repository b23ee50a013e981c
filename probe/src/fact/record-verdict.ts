import type { Seen, Severity } from '@whybounce/core/check';
import { isAtLeast, severities } from '@whybounce/core/check';
import type { RecordFinding } from '@whybounce/core/record';
import { fail, pass, type Verdict, warn } from '../check/define.ts';
import { presentation } from './dns-words.ts';

/** More findings than a reader takes in at once: the rest is counted. */
const MAX_TOLD = 3;
/** Octets of one character-string (RFC 1035 section 3.3). */
const CHARACTER_STRING = 255;

/** What surrounds the findings on a record or file. */
export interface RecordVerdict {
  /** What is said where nothing is wrong. */
  readonly good: string;
  /** What is said before the findings: whose they are. */
  readonly about: string;
  readonly seen: readonly Seen[];
  /** What the warnings weigh; default `low`. */
  readonly warning?: Severity | undefined;
  /** What is to be published instead, where something is wrong. */
  readonly publish?: string | null | undefined;
  /** Whether there is no record that counts, though somebody meant one: that fails, however little it weighs. */
  readonly isVoid?: boolean | undefined;
}

/** A verdict by what a linter found: high fails, medium warns, low is told. */
export function verdictOnRecord(findings: readonly RecordFinding[], told: RecordVerdict): Verdict {
  const { good, about, seen, warning = 'low', publish, isVoid = false } = told;
  const inOrder = [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const amiss = inOrder.filter(({ severity }) => isAtLeast(severity, 'medium'));
  const [worst] = amiss;
  if (worst === undefined) {
    const notes = inOrder.filter(({ severity }) => severity === 'low').slice(0, MAX_TOLD);
    return pass([good, ...notes.map(({ says }) => says)].join(' '), { seen });
  }
  const shown = amiss.slice(0, MAX_TOLD);
  const rest = amiss.length - shown.length;
  const more = rest === 0 ? [] : [`${rest} more ${rest === 1 ? 'fault is' : 'faults are'} not shown here.`];
  const fixes = [...new Set(shown.flatMap(({ fix }) => (fix === null ? [] : [fix])))];
  const also = {
    seen,
    ...(fixes.length === 0 ? {} : { fix: fixes.join(' ') }),
    ...(publish == null ? {} : { publish }),
  };
  const says = [about, ...shown.map((finding) => finding.says), ...more].join(' ');
  return isVoid || isAtLeast(worst.severity, 'high') ? fail(says, also) : warn(says, { ...also, severity: warning });
}

/** A TXT record as a line of a zone file. */
export function txtLine({ name, text }: { readonly name: string; readonly text: string }): string {
  const strings = text.match(new RegExp(`.{1,${CHARACTER_STRING}}`, 'gs')) ?? [''];
  return `${name}. TXT ${presentation('TXT', strings)}`;
}
