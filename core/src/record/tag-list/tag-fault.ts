import type { Span } from '../span.ts';

/**
 * - `leading-space`: before the first tag: `v=` must be the very beginning of some records;
 * - `line-break`: where only blanks and tabs may stand; `space-around-equals`: where nothing may;
 * - `stray-separator`: a `;` with nothing before it;
 * - `no-equals`: a piece without `=`; `no-name`: `=value`; `empty-value`: `name=`;
 * - `bad-name`: other than a letter followed by letters, digits and `_` (`tag-name`);
 * - `bad-character`: control or not ASCII, in a value;
 * - `repeated`: a name that stood before;
 * - `too-long`, `too-many`: what was left unread.
 */
export type TagFaultKind =
  | 'leading-space'
  | 'line-break'
  | 'space-around-equals'
  | 'stray-separator'
  | 'no-equals'
  | 'no-name'
  | 'empty-value'
  | 'bad-name'
  | 'bad-character'
  | 'repeated'
  | 'too-long'
  | 'too-many';

/** What the grammar does not allow, and where. Whether it matters is for the kind of record to say. */
export interface TagFault {
  readonly kind: TagFaultKind;
  readonly span: Span;
}
