import { messageEnvelope } from '../../fact/message-envelope.ts';
import type { ReceivedHop } from '../../verify/envelope/envelope.ts';
import { defineCheck, fail, pass, undetermined, warn } from '../define.ts';

/** Receivers that write “SMTP” whatever the connection was: Amazon SES. */
const SILENT = /^inbound-smtp\.[a-z0-9-]{1,40}\.amazonaws\.com$/;

export default defineCheck({
  id: 'msg.received_tls',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'medium',
  title: 'The message came over TLS',
  about:
    'Whether the sending server encrypted the connection on which it handed the message over. Gmail asks that of everybody who sends to it, and marks what comes in the clear. The receiving server notes it in its Received field.',
  remedy: 'Have the sending server use STARTTLS whenever the other side offers it, with TLS 1.2 or newer.',
  source: 'RFC 3207; https://support.google.com/a/answer/81126',
  async run(context) {
    const envelope = await messageEnvelope(context);
    const hop = envelope?.hop ?? null;
    if (hop === null)
      return undetermined(
        'The message tells no hop at which it came in from outside: it has no Received field of a receiving server.',
      );
    const { encrypted, version, cipher } = hop.tls;
    const seen = [{ of: 'Received', value: hopWords(hop) }];
    const by = hop.by ?? 'the receiving server';
    if (encrypted === null || (encrypted === false && SILENT.test(by)))
      return undetermined(`Whether the message came to ${by} over TLS is not noted in its Received field.`, { seen });
    if (!encrypted)
      return fail(
        `The message came to ${by} in the clear: its Received field says ${hop.protocol ?? 'nothing of TLS'}.`,
        {
          seen,
          fix: 'Switch STARTTLS on for outgoing mail. Postfix: smtp_tls_security_level = may.',
        },
      );
    const how = version === null ? 'TLS' : version.startsWith('ssl') ? version.toUpperCase() : `TLS ${version}`;
    const words = `${how}${cipher === null ? '' : ` with ${cipher}`}`;
    if (version !== null && version !== '1.2' && version !== '1.3')
      return warn(`The message came to ${by} over ${words}, which is out of use: TLS 1.2 and 1.3 remain.`, {
        seen,
        fix: 'Bring the TLS library of the sending server up to date, so that it offers TLS 1.2 and 1.3.',
      });
    return pass(`The message came to ${by} over ${words}.`, { seen });
  },
});

function hopWords({ helo, ip, by, protocol, tls }: ReceivedHop): string {
  const from = [helo, ip === null ? null : `[${ip}]`].filter((one) => one !== null).join(' ');
  const how = [protocol, tls.version, tls.cipher].filter((one) => one !== null).join(' ');
  return `from ${from || 'unknown'} by ${by ?? 'unknown'} with ${how || 'unknown'}`;
}
