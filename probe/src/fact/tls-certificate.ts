import type { Seen } from '@whybounce/core/check';
import { dayOf } from '../certificate/day.ts';
import type { SeenCertificate } from '../smtp/observation.ts';
import { listed } from './list-words.ts';
import { oneLine, type SmtpSession } from './smtp-sessions.ts';

/** A certificate as evidence. */
export function seenCertificate({ label }: SmtpSession, certificate: SeenCertificate): Seen {
  const { subject, issuer, names, validFrom, validTo, signatureAlgorithm, chain } = certificate;
  const lines = [
    `subject: ${oneLine(subject)}`,
    `names: ${listed(names.map(oneLine))}`,
    `issuer: ${oneLine(issuer)}`,
    `valid: ${dayOf(validFrom)} to ${dayOf(validTo)}`,
    `key: ${keyWords(certificate)}`,
    `signature: ${signatureAlgorithm ?? 'not known'}`,
    `certificates sent: ${chain.length}`,
  ];
  return { of: `Certificate of ${label}`, value: lines.join('\n') };
}

/** A key as sentences have it: `RSA 2048`, `EC prime256v1`. */
export function keyWords({ key: { type, bits, curve } }: Pick<SeenCertificate, 'key'>): string {
  return [type.toUpperCase(), bits ?? curve].filter((part) => part !== null).join(' ');
}
