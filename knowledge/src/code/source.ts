import type { Source } from '../define.ts';

/** The list itself, its basic codes and its standards. */
export const registry: Source = {
  name: 'IANA registry of SMTP enhanced status codes (RFC 3463 and the RFCs that extend it), from knowledge, cross-checked with two public code lists',
  url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/',
  read: '2026-10',
  grade: 'believed',
};

/** Titles and descriptions only: the copy has no basic codes and ends with X.7.27. */
export const registryText: Source = {
  name: 'Titles and descriptions of the IANA registry up to X.7.27, in the copy that cfortune/PHP-Bounce-Handler@82dc3a8 bounce_statuscodes.php makes of it',
  url: 'https://github.com/cfortune/PHP-Bounce-Handler',
  read: '2026-11',
  grade: 'read',
};

/** X.4.1 useful only as a persistent transient error. */
export const rfc3463NoAnswer: Source = {
  name: 'RFC 3463 section 3.5, text of X.4.1, read in five public copies',
  url: 'https://www.rfc-editor.org/rfc/rfc3463',
  read: '2026-10',
  grade: 'read',
};

export const rfc5321: Source = {
  name: 'RFC 5321 section 4.2, reply codes and their stock wording, from knowledge',
  url: 'https://www.rfc-editor.org/rfc/rfc5321',
  read: '2026-10',
  grade: 'believed',
};

export const rfc7504: Source = {
  name: 'RFC 7504, abstract: 521 and 556',
  url: 'https://www.rfc-editor.org/rfc/rfc7504',
  read: '2026-10',
  grade: 'read',
};

/** An RFC of which only memory stands behind the row. */
export const remembered = (rfc: number): Source => ({
  name: `RFC ${rfc}, from knowledge`,
  url: `https://www.rfc-editor.org/rfc/rfc${rfc}`,
  read: '2026-10',
  grade: 'believed',
});

/** Codes that circulate in lists of sending platforms and that no RFC knows. */
export const vendorLists: Source = {
  name: 'Reply codes outside the RFCs that vendors list, without the page at hand',
  read: '2026-10',
  grade: 'believed',
};

export const microsoftNdrTable: Source = {
  name: 'Microsoft, table of NDR codes in Exchange Online (SupportArticles-docs@ae5c3e0, non-delivery-reports-in-exchange-online.md)',
  url: 'https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/non-delivery-reports-in-exchange-online',
  read: '2026-01-07',
  grade: 'measured',
};

/** Unlike its forerunner it is about the directory only. */
export const microsoftEdgeArticle: Source = {
  name: 'Microsoft, Fix NDR error "550 5.4.1" in Exchange Online, dated 2026-10-02 (SupportArticles-docs@19eeb4c, fix-error-code-550-5-4-1.md)',
  url: 'https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-4-1',
  read: '2026-11',
  grade: 'read',
};

export const gmailTable: Source = {
  name: 'Google Workspace Help, Gmail SMTP errors and codes (answer 3726730), archived in azumakuniyuki/feb-2024-no-auth-no-entry@c2ca0c5',
  url: 'https://support.google.com/a/answer/3726730',
  read: '2026-02-15',
  grade: 'measured',
};

/** Samples of replies, one file per reply code. */
export const fieldManual = (code: number): Source => ({
  name: `ActiveCampaign/smtp-field-manual@67831a2 data/codes/${code}.json`,
  read: '2026-10',
  grade: 'measured',
});

export const courierStrings: Source = {
  name: 'Debian bookworm package courier-mta 1.0.16, strings of the shipped files',
  read: '2026-10',
  grade: 'measured',
};
