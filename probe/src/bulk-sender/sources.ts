import type { Source } from '@whybounce/knowledge';

/** The providers' own pages. `read` is the day of the copy that was read. */
export const googleGuidelines: Source = {
  name: 'Google: Email sender guidelines',
  url: 'https://support.google.com/a/answer/81126',
  read: '2026-03-11',
  grade: 'read',
};
export const googleFaq: Source = {
  name: 'Google: Email sender guidelines FAQ',
  url: 'https://support.google.com/a/answer/14229414',
  read: '2026-03-11',
  grade: 'read',
};
export const yahooRequirements: Source = {
  name: 'Yahoo Sender Hub: Sender Requirements & Recommendations',
  url: 'https://senders.yahooinc.com/best-practices/',
  read: '2025-04-10',
  grade: 'read',
};
export const yahooFaq: Source = {
  name: 'Yahoo Sender Hub: FAQs',
  url: 'https://senders.yahooinc.com/faqs/',
  read: '2025-08-02',
  grade: 'read',
};
export const microsoftHighVolume: Source = {
  name: 'Microsoft: Outlook’s New Requirements for High-Volume Senders',
  url: 'https://techcommunity.microsoft.com/blog/microsoftdefenderforoffice365blog/strengthening-email-ecosystem-outlook%E2%80%99s-new-requirements-for-high%E2%80%90volume-senders/4399730',
  read: '2025-08-02',
  grade: 'read',
};
