import type { Source } from '../source.ts';

/** Where causes and weights come from. None of the weights is a measurement: they are an expert's start. */

/** Judgement of this project, from what replies, manuals and threads say; open to tuning. */
export const judgement: Source = {
  name: 'Judgement of the Whybounce project from the sources of its entries: a starting point, no measurement',
  read: '2026-11',
  grade: 'believed',
};

export const edgeBlocking: Source = {
  name: 'Microsoft, directory-based edge blocking and NDR 5.4.1 in Exchange Online (steps for missing, unsynchronised and misconfigured recipients)',
  url: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/use-directory-based-edge-blocking',
  read: '2026-10-02',
  grade: 'read',
};

export const notAuthorised: Source = {
  name: 'Microsoft, table of NDR codes in Exchange Online: 5.7.1 and its kin',
  url: 'https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/non-delivery-reports-in-exchange-online',
  read: '2026-01-07',
  grade: 'read',
};

export const fieldManual: Source = {
  name: 'SMTP Field Manual, samples of replies (ActiveCampaign/smtp-field-manual@67831a2 data/codes/)',
  url: 'https://smtpfieldmanual.com/',
  read: '2026-10',
  grade: 'measured',
};

export const rfc = (number: number, what: string): Source => ({
  name: `RFC ${number}, ${what}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}`,
  read: '2026-11',
  grade: 'read-paraphrased',
});
