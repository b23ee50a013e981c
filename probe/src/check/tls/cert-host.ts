import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { matchesMx } from '@whybounce/core/record';
import { listed } from '../../fact/list-words.ts';
import { oneLine } from '../../fact/smtp-sessions.ts';
import { seenCertificate } from '../../fact/tls-certificate.ts';
import { certificateDemand, costOf } from '../../fact/tls-demand.ts';
import { judgeCertificates } from '../../fact/tls-sessions.ts';
import { isNamedByDane } from '../../fact/tlsa.ts';
import { defineCheck, notApplicable } from '../define.ts';

export default defineCheck({
  id: 'tls.cert_host',
  area: 'tls',
  input: 'probe',
  needs: [],
  severity: 'high',
  title: 'The certificates name the mail servers',
  about:
    'Whether the certificate of each mail server names the host of the MX record. The name of the mail domain does not help: senders that follow MTA-STS look for the host.',
  remedy: 'Have a certificate issued that names the host of the MX record.',
  source: 'RFC 8461 section 4.2',
  async run(context) {
    const { mailServer } = context.subject;
    if (mailServer !== null && isIP(mailServer) !== 0)
      return notApplicable(
        `${mailServer} was named by its address: which name its certificate must hold is not known.`,
      );
    const demand = await certificateDemand(context);
    return judgeCertificates(context, async (session, certificate) => {
      const { names } = certificate;
      const { host } = session.server;
      const seen = [seenCertificate(session, certificate)];
      const name = names.find((one) => matchesMx(one, host));
      if (name !== undefined && hasAltNames(certificate.chain[0]))
        return { session, outcome: 'pass', says: `the certificate names ${oneLine(name)}`, seen };
      if (demand === 'none' && (await isNamedByDane(context, host, { certificate })))
        return {
          session,
          outcome: 'pass',
          says: `the certificate does not name ${host} as senders want it, but signed TLSA records name its key, which is enough for DANE`,
          seen,
        };
      const is =
        name === undefined
          ? `the certificate is for ${listed(names.map(oneLine))} and not for the name of the server`
          : commonNameAlone;
      return {
        session,
        outcome: demand === 'enforced' ? 'fail' : 'warn',
        severity: demand === 'enforced' ? 'high' : 'medium',
        says: `${is}; ${costOf[demand]}`,
        fix: nameThem,
        seen,
      };
    });
  },
});

const commonNameAlone =
  'the certificate has the name of the server as its common name alone, which senders do not look at, and no subject alternative name';

function nameThem(hosts: readonly string[]): string {
  const [what, as] =
    hosts.length === 1
      ? ['a certificate', 'as a subject alternative name']
      : ['certificates', 'as subject alternative names'];
  return `Have ${what} issued with ${listed(hosts)} ${as}. If a server has such a one already, it presents another to senders that ask for its name (SNI).`;
}

/** Common names count no more (RFC 9525 section 2, RFC 8461 section 4.1). One that cannot be read is not held against anybody. */
function hasAltNames(der: Uint8Array | undefined): boolean {
  if (der === undefined) return true;
  try {
    return new X509Certificate(der).subjectAltName !== undefined;
  } catch {
    return true;
  }
}
