import { X509Certificate } from 'node:crypto';
import type { Severity } from '@whybounce/core/check';
import { signatureAlgorithmOf } from '../../certificate/signature-algorithm.ts';
import type { SmtpSession } from '../../fact/smtp-sessions.ts';
import { keyWords, seenCertificate } from '../../fact/tls-certificate.ts';
import { judgeCertificates } from '../../fact/tls-sessions.ts';
import type { HostVerdict } from '../../fact/tls-verdict.ts';
import type { SeenCertificate } from '../../smtp/observation.ts';
import { defineCheck } from '../define.ts';

/** RFC 9325 section 4.5, and what public authorities issue at least. */
const MIN_RSA = 2048;
/** Curves of 256 bits and more that all sending software knows. */
const CURVES: ReadonlySet<string> = new Set(['prime256v1', 'P-256', 'secp384r1', 'P-384', 'secp521r1', 'P-521']);
/** Signatures that can be forged (RFC 9155, RFC 6151). */
const FORGEABLE = /^(?:md5|sha1)With|with-SHA1$/i;
/** Most certificates of a chain that are looked at. */
const MAX_CHAIN = 10;

export default defineCheck({
  id: 'tls.cert_key',
  area: 'tls',
  input: 'probe',
  needs: [],
  severity: 'medium',
  title: 'The certificates have strong keys and signatures',
  about:
    'How long the key of each mail server is, and whether its certificate is signed with SHA-256 or better. Newer software does not connect to a server with a shorter key or a signature with SHA-1.',
  remedy: 'Have the certificate issued anew, for an RSA key of 2048 bits or an EC key on P-256, signed with SHA-256.',
  source: 'RFC 9325 section 4.5',
  run: (context) => judgeCertificates(context, judge),
});

function judge(session: SmtpSession, certificate: SeenCertificate): HostVerdict {
  const { host } = session.server;
  const key = keyWords(certificate);
  const { type, bits, curve } = certificate.key;
  const seen = [seenCertificate(session, certificate)];
  const say = (outcome: 'fail' | 'warn', severity: Severity, says: string): HostVerdict => ({
    session,
    outcome,
    severity,
    says,
    fix: `Have a certificate issued for ${host} with an RSA key of ${MIN_RSA} bits or an EC key on P-256, signed with SHA-256.`,
    seen,
  });
  const signature = weakSignature(certificate);
  if (signature !== null) return say('fail', 'medium', signature);
  switch (type) {
    case 'rsa':
    case 'rsa-pss':
      if (bits === null) break;
      if (bits < MIN_RSA)
        return say('fail', 'medium', `its key is RSA with ${bits} bits, where ${MIN_RSA} are the least`);
      return { session, outcome: 'pass', says: `its key is ${key}`, seen };
    case 'ec':
      if (curve === null) break;
      return CURVES.has(curve)
        ? { session, outcome: 'pass', says: `its key is ${key}`, seen }
        : say('warn', 'low', `its key lies on the curve ${curve}, which many senders do not know`);
    case 'ed25519':
    case 'ed448':
      return say('warn', 'low', `its key is ${key}, which some senders do not know yet; they then do not encrypt`);
    case 'dsa':
      return say('fail', 'medium', `its key is ${key}, which newer software does not take`);
  }
  return { session, outcome: 'unknown', says: 'what kind of key it has could not be read', seen };
}

/** What is wrong with the signatures of a chain; null where nothing is. What signs itself is trusted or not, however it is signed. */
function weakSignature({ chain, signatureAlgorithm, subject, issuer }: SeenCertificate): string | null {
  if (subject !== issuer && signatureAlgorithm !== null && FORGEABLE.test(signatureAlgorithm))
    return `its certificate is signed with ${signatureAlgorithm}, which can be forged`;
  for (const der of chain.slice(1, MAX_CHAIN)) {
    try {
      const link = new X509Certificate(der);
      const algorithm = signatureAlgorithmOf(der);
      if (link.subject !== link.issuer && algorithm !== null && FORGEABLE.test(algorithm))
        return `the intermediate certificate ${nameIn(link.subject)} is signed with ${algorithm}, which can be forged`;
    } catch {
      // what cannot be read is the matter of the chain
    }
  }
  return null;
}

function nameIn(subject: string): string {
  return /^CN=(.+)$/m.exec(subject)?.[1]?.slice(0, 80) ?? subject.replaceAll('\n', ', ').slice(0, 80);
}
