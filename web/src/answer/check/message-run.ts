import type { CheckResult, ResultChange } from '@whybounce/core/check';
import type { ReportFrame } from './check-state.ts';

/** What is known of a message beside itself, as somebody wrote it. */
export const messageFields = ['ip', 'helo', 'from'] as const;

export type MessageField = (typeof messageFields)[number];

/** Whether a message meets what one provider asks of those who send much. */
export interface BulkCell {
  readonly provider: string;
  readonly state: 'met' | 'not-met' | 'could-not-tell' | 'not-shown' | 'does-not-apply';
  /** Of all who send to it, or of those above its threshold alone. */
  readonly appliesTo: 'everybody' | 'bulk';
  /** Messages a day from which on it is asked; null where no number is named. */
  readonly perDay: number | null;
  readonly force: 'required' | 'recommended';
  readonly asks: string;
  readonly source: { readonly name: string; readonly url?: string | undefined };
}

/** One thing that providers ask. */
export interface BulkRow {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly BulkCell[];
  readonly because: readonly { readonly id: string; readonly says: string }[];
  /** Where to look for what a message does not show. */
  readonly lookAt: string | null;
}

/** A message that was tested. */
export interface MessageRun {
  readonly report: ReportFrame & { readonly results: readonly CheckResult[] };
  readonly rules: readonly BulkRow[];
  /** What differs from an earlier run; null where none was handed in. */
  readonly since: { readonly at: string; readonly changes: readonly ResultChange[] } | null;
}
