import type { EntryNames } from './name/entry-names.ts';

/** What pages need beside their own data. */
export interface SiteContext {
  readonly names: EntryNames;
  /** The day on which the pages are made, `YYYY-MM-DD`: sources older than a year are marked. */
  readonly today: string;
}
