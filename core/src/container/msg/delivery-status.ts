import { cleanHost, dateValue, headerValue } from './header-value.ts';
import type { MsgMessage, MsgRecipient } from './message.ts';
import { readSupplementaryInfo } from './supplementary-info.ts';

/** How the class of a report ends ([MS-OXCMAIL] section 2.2.3.7.1.1), and the action that it stands for. */
const ACTIONS: readonly (readonly [suffix: string, action: string])[] = [
  ['.NDR', 'failed'],
  ['.DELAYED.DR', 'delayed'],
  ['.EXPANDED.DR', 'expanded'],
  ['.RELAYED.DR', 'relayed'],
  ['.DR', 'delivered'],
];

/** What a delivery report says became of the message: `failed`, `delayed` …; null for any other message. */
export function reportedAction(messageClass: string): string | null {
  const name = messageClass.toUpperCase();
  return name.startsWith('REPORT.') ? (ACTIONS.find(([suffix]) => name.endsWith(suffix))?.[1] ?? null) : null;
}

/**
 * The body of a message/delivery-status part (RFC 3464) from the recipients of a report, as Exchange
 * would write it ([MS-OXCMAIL] section 2.1.3.6.1). Byte string with CRLF.
 */
export function deliveryStatusOf(message: MsgMessage, action: string): string {
  const groups = message.recipients.map((recipient) => recipientGroup(recipient, action));
  const { reportingMta } = message;
  const head = reportingMta === null ? [] : [`Reporting-MTA: ${typed('dns', headerValue(reportingMta))}`];
  return [head, ...groups].map((lines) => lines.map((line) => `${line}\r\n`).join('')).join('\r\n');
}

function recipientGroup(recipient: MsgRecipient, action: string): string[] {
  const { address, name, statusCode, reportTime } = recipient;
  const told = readSupplementaryInfo(recipient.supplementaryInfo);
  const status = told.status ?? statusOf(statusCode);
  const host = cleanHost(recipient.remoteMta?.replace(/^dns;/i, '') ?? '') ?? told.host;
  return [
    address === null
      ? `Final-Recipient: unknown; ${headerValue(name ?? '')}`
      : `Final-Recipient: rfc822; ${headerValue(address)}`,
    `Action: ${action}`,
    ...(status === null ? [] : [`Status: ${status}`]),
    ...(host === null ? [] : [`Remote-MTA: dns; ${host}`]),
    ...(told.diagnostic === null ? [] : [`Diagnostic-Code: ${typed('smtp', headerValue(told.diagnostic))}`]),
    ...(reportTime === null ? [] : [`Last-Attempt-Date: ${dateValue(reportTime)}`]),
  ];
}

function typed(type: string, value: string): string {
  return /^[\w-]{1,24} ?;/.test(value) ? value : `${type}; ${value}`;
}

/**
 * 511 is 5.1.1: Exchange adds up hundreds, tens and ones, and makes 0 of what has two digits
 * ([MS-OXCMAIL] section 2.2.3.7.1.3), so that a 0 says nothing. Null for what is no such number.
 */
function statusOf(code: number | null): string | null {
  if (code === null || code < 200 || code > 599 || (code >= 300 && code < 400)) return null;
  return String(code).split('').join('.');
}
