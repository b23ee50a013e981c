/** What would become of mail if other records were published. */
export { changesOf, type ProposedChanges, type ProposedRecord } from './changes-of.ts';
export type { MailChange, MailFate, MailStanding, WhatIfMail, WhatIfOutcome, WhatIfSignature } from './mail.ts';
export { type WhatIfResult, type WhatIfTotals, whatIf } from './what-if.ts';
