import type { ProposedRecord, WhatIfResult } from '@whybounce/core/record';

/** Kinds of mail that one form has room for. */
export const MAX_WHAT_IF_MAILS = 5;

/** The fields that each mail of the form has; a number follows. */
export const whatIfMailFields = ['ip', 'sender', 'from', 'dkim'] as const;

/** Everything that the page of a change before it is made shows. */
export interface WhatIfAnswer {
  readonly domain: string;
  /** What was understood of the text. */
  readonly records: readonly ProposedRecord[];
  readonly notes: readonly string[];
  /** Null where no mail was given. */
  readonly result: WhatIfResult | null;
}
