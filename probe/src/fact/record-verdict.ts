import { isAtLeast, type Seen, type Severity } from '@whybounce/core/check';
import type { RecordFinding } from '@whybounce/core/record';
import { fail, pass, type Verdict, warn } from '../check/define.ts';
import { fixFindings, sayFindings, weigh } from './record-findings.ts';

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
  const { grave, slight } = weigh(findings);
  const amiss = [...grave, ...slight.filter(({ severity }) => isAtLeast(severity, 'medium'))];
  if (amiss.length === 0) return pass(`${good} ${sayFindings(slight)}`.trim(), { seen });
  const also = { seen, fix: fixFindings(amiss), publish: publish ?? undefined };
  const says = `${about} ${sayFindings(amiss)}`;
  return isVoid || grave.length > 0 ? fail(says, also) : warn(says, { ...also, severity: warning });
}
