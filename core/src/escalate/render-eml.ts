import { headerField } from './header-text.ts';
import type { EscalationPacket } from './packet.ts';
import { quoteArgument } from './quote.ts';
import { quotedPrintable } from './quoted-printable.ts';
import { renderText } from './render-text.ts';

/** Headers that only the caller knows. An address that has not the form of one is left out. */
export interface EmlHeaders {
  readonly to?: string | undefined;
  readonly from?: string | undefined;
  /** The origination date (RFC 5322 section 3.6.1); left out, the mail program sets it when the draft is sent. */
  readonly date?: Date | undefined;
}

/**
 * A packet as a draft: an RFC 5322 message with CRLF line ends that mail programs open for sending (`X-Unsent: 1`).
 * It has no recipient unless one is given, and leaves out what only the sender needs to know.
 */
export function renderEml(packet: EscalationPacket, headers: EmlHeaders = {}): string {
  const from = addressOf(headers.from);
  const to = addressOf(headers.to);
  return [
    from === null ? '' : headerField('From', from),
    to === null ? '' : headerField('To', to),
    headerField('Subject', subjectOf(packet)),
    headers.date === undefined || Number.isNaN(headers.date.getTime()) ? '' : headerField('Date', dateOf(headers.date)),
    'MIME-Version: 1.0\r\n',
    'Content-Type: text/plain; charset=utf-8\r\n',
    'Content-Transfer-Encoding: quoted-printable\r\n',
    'X-Unsent: 1\r\n',
    '\r\n',
    quotedPrintable(renderText(packet, { forOthers: true })),
  ].join('');
}

/** Longest part of the subject that comes from the mail. */
const MAX_IN_SUBJECT = 120;

function subjectOf({ facts }: EscalationPacket): string {
  const value = (id: string): string | undefined =>
    facts.find((fact) => fact.id === id)?.value.slice(0, MAX_IN_SUBJECT);
  const codes = [value('replyCode'), value('enhancedStatus')].filter((code) => code !== undefined).join(' ');
  const recipient = value('recipient');
  return `Mail${recipient === undefined ? '' : ` to ${recipient}`} is not accepted${codes === '' ? '' : ` (${codes})`}`;
}

/** An address as it may stand in From or To: plain ASCII signs only; others need an extension of SMTP (RFC 6531). */
function addressOf(address: string | undefined): string | null {
  return address === undefined ? null : quoteArgument(address, 'recipient', 'any');
}

/** `Wed, 27 May 2026 14:30:00 +0000` */
function dateOf(date: Date): string {
  return date.toUTCString().replace(/GMT$/, '+0000');
}
