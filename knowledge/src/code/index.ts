import { addressCodes } from './address.ts';
import { contentCodes } from './content.ts';
import type { EnhancedCode } from './define.ts';
import { mailboxCodes } from './mailbox.ts';
import { networkCodes } from './network.ts';
import { otherCodes } from './other.ts';
import { protocolCodes } from './protocol.ts';
import { securityCodes } from './security.ts';
import { systemCodes } from './system.ts';

export type {
  AssociatedReply,
  EnhancedCode,
  ReplyCode,
  ReplySubject,
  StatusClass,
  StatusClassDigit,
  StatusCode,
  StatusSubject,
  StatusSubjectDigit,
  VendorBend,
} from './define.ts';
export { replyCodes } from './reply-code.ts';
export { replySubjects } from './reply-subject.ts';
export { statusClasses } from './status-class.ts';
export { statusSubjects } from './status-subject.ts';
export { vendorBends } from './vendor-bend.ts';

/** Every registered enhanced status code, and two of Gmail's that look registered, by subject and detail. */
export const enhancedCodes: readonly EnhancedCode[] = [
  ...otherCodes,
  ...addressCodes,
  ...mailboxCodes,
  ...systemCodes,
  ...networkCodes,
  ...protocolCodes,
  ...contentCodes,
  ...securityCodes,
];
