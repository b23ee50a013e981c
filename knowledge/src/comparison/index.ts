import { accessDeniedAgainstNotAuthorised } from './access-denied-against-not-authorised.ts';
import { accessDeniedVerdicts } from './access-denied-verdicts.ts';
import { authenticationCodesAtGmail } from './authentication-codes-at-gmail.ts';
import { bannedIpByPortalAgainstByMail } from './banned-ip-by-portal-against-by-mail.ts';
import type { Comparison } from './define.ts';
import { expiredAgainstLastDeferral } from './expired-against-last-deferral.ts';
import { fullMailboxAgainstSenderQuota } from './full-mailbox-against-sender-quota.ts';
import { relayDeniedAgainstAccessDenied } from './relay-denied-against-access-denied.ts';
import { unknownRecipientAtMicrosoft } from './unknown-recipient-at-microsoft.ts';

export type {
  Comparison,
  ComparisonRow,
  ComparisonSide,
  Example,
  SideBySide,
  Verdict,
  VerdictClass,
  VerdictTable,
} from './define.ts';
export { verdictClasses } from './verdict-class.ts';

/** Every comparison, by slug. */
export const comparisons: readonly Comparison[] = [
  accessDeniedAgainstNotAuthorised,
  accessDeniedVerdicts,
  authenticationCodesAtGmail,
  bannedIpByPortalAgainstByMail,
  expiredAgainstLastDeferral,
  fullMailboxAgainstSenderQuota,
  relayDeniedAgainstAccessDenied,
  unknownRecipientAtMicrosoft,
];
