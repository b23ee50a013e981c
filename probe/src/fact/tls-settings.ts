import type { SmtpSession } from './smtp-sessions.ts';

/** What puts a fault of encryption right in Postfix, in forms that older versions understand as well. */
const postfix = {
  offer: ['smtpd_tls_security_level = may'],
  version: [
    'smtpd_tls_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1',
    'smtpd_tls_mandatory_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1',
  ],
  // kRSA is every cipher without forward secrecy
  cipher: [
    'tls_preempt_cipherlist = yes',
    'smtpd_tls_exclude_ciphers = aNULL, eNULL, EXPORT, RC4, DES, 3DES, MD5, kRSA',
  ],
} as const;

/** Lines for the configuration of a server that greets with the name of its software; none for others. */
export function settingsFor({ server, observation }: SmtpSession, fault: keyof typeof postfix): readonly string[] {
  const greeting = observation.steps.find(({ stage }) => stage === 'connect')?.reply ?? '';
  return /\bPostfix\b/i.test(greeting) ? [`# main.cf of ${server.host}`, ...postfix[fault]] : [];
}
