import type { SpfTree } from '@whybounce/core/record';
import type { Draft } from './draft.ts';

/** What the page that writes SPF proposes. */
export interface SpfDraft extends Draft {
  /** The terms of the record that is published, of which some may be taken out. */
  readonly terms: readonly { readonly text: string; readonly says: string }[];
  /** Look-ups of the record that is published, null where there is none, and of the proposal. */
  readonly lookups: { readonly before: number | null; readonly after: number; readonly allowed: number };
  readonly tree: SpfTree;
}
