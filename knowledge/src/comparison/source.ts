import type { Source } from '../define.ts';

/** What no document says and experience suggests: order of checks, who acts, what settles it. */
export const editors: Source = {
  name: 'Whybounce editors, differential diagnosis of 5.4.1 and 5.7.1: a starting point, not measured',
  read: '2026-11',
  grade: 'believed',
};

export const microsoftEdgeBlocking: Source = {
  name: 'Microsoft, Use Directory-Based Edge Blocking to reject messages sent to invalid recipients, stored copy',
  url: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/use-directory-based-edge-blocking',
  read: '2026-11',
  grade: 'read',
};

export const microsoftNotAuthorised: Source = {
  name: 'Microsoft, Fix email delivery issues for error code 550 5.7.1 in Exchange Online (SupportArticles-docs@0a82626)',
  url: 'https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-7-1-in-exchange-online',
  read: '2026-11',
  grade: 'read',
};

export const microsoftDelist: Source = {
  name: 'Microsoft, Remove yourself from the blocked senders list and address 5.7.511 errors, stored copy of 2026-01-28',
  url: 'https://learn.microsoft.com/defender-office-365/external-senders-use-the-delist-portal-to-unblock-yourself',
  read: '2026-11',
  grade: 'read',
};

export const microsoftExpired: Source = {
  name: 'Microsoft, Fix NDR error "550 4.4.7" in Exchange Online, dated 2026-07-24 (SupportArticles-docs@02f2cd5)',
  url: 'https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-4-4-7-in-exchange-online',
  read: '2026-11',
  grade: 'read',
};

export const microsoftSenderQuota: Source = {
  name: 'Microsoft, Fix error "sender\'s submission quota exceeded", dated 2024-01-24 (SupportArticles-docs@0239f84)',
  url: 'https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/fix-error-for-submission-quota-exceeded-in-exchange-online',
  read: '2026-11',
  grade: 'read',
};

export const microsoftNotFound: Source = {
  name: 'Microsoft, Fix email delivery issues for error code 550 5.1.10 in Exchange Online (SupportArticles-docs@0a82626)',
  url: 'https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-1-10-in-exchange-online',
  read: '2026-11',
  grade: 'read',
};

export const sparkpostDelays: Source = {
  name: 'SparkPost, Message Delivery: Understanding Delays and Bounces, stored copy',
  url: 'https://support.sparkpost.com/docs/faq/understanding-delays-bounces',
  read: '2026-11',
  grade: 'read',
};

export const postfixStrings: Source = {
  name: 'Debian bookworm package postfix 3.7.11, strings of the shipped files',
  read: '2026-10',
  grade: 'measured',
};
