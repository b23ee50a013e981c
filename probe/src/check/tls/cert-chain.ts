import { dayOf } from '../../certificate/day.ts';
import { listed } from '../../fact/list-words.ts';
import { oneLine } from '../../fact/smtp-sessions.ts';
import { seenCertificate } from '../../fact/tls-certificate.ts';
import { certificateDemand, costOf } from '../../fact/tls-demand.ts';
import { judgeCertificates } from '../../fact/tls-sessions.ts';
import { isNamedByDane } from '../../fact/tlsa.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tls.cert_chain',
  area: 'tls',
  input: 'probe',
  needs: [],
  severity: 'high',
  title: 'A trusted authority vouches for the certificates of the mail servers',
  about:
    'Whether each mail server sends a certificate that leads to a public authority, with all certificates between. Senders encrypt without, unless MTA-STS or their own rules demand it; then mail is not delivered.',
  remedy: 'Install a certificate of a public authority, together with its intermediate certificates.',
  source: 'RFC 8461 section 4.2',
  async run(context) {
    const demand = await certificateDemand(context);
    return judgeCertificates(context, async (session, certificate) => {
      const { untrusted, issuer, validFrom, validTo, chain } = certificate;
      const seen = [seenCertificate(session, certificate)];
      if (untrusted === null)
        return {
          session,
          outcome: 'pass',
          says: `the certificate leads to a trusted authority (issuer ${nameIn(issuer)})`,
          seen,
        };
      // the library tells the first fault alone
      if (validTo < context.now || validFrom > context.now)
        return {
          session,
          outcome: 'unknown',
          says: `the certificate is valid from ${dayOf(validFrom)} to ${dayOf(validTo)} only, so that nothing can be said of who vouches for it`,
          seen,
        };
      // signed by itself, or by an authority of somebody's own, which no file of certificates makes a public one
      const isPrivate = /DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT_IN_CHAIN/.test(untrusted);
      if (demand === 'none' && (await isNamedByDane(context, session.server.host, { certificate })))
        return {
          session,
          outcome: 'pass',
          says: 'no public authority vouches for the certificate, but signed TLSA records name it, which is enough for DANE',
          seen,
        };
      const { host } = session.server;
      return {
        session,
        outcome: demand === 'enforced' ? 'fail' : 'warn',
        severity: demand === 'enforced' ? 'high' : 'medium',
        says: `no trusted authority vouches for the certificate: ${untrusted}; ${costOf[demand]}`,
        fix: isPrivate ? getPublicOnes : sendAll(host, chain.length),
        seen,
      };
    });
  },
});

function getPublicOnes(hosts: readonly string[]): string {
  const what = hosts.length === 1 ? 'a certificate' : 'certificates';
  return `Get ${what} for ${listed(hosts)} from a public authority; Let's Encrypt gives them free of charge.`;
}

function sendAll(host: string, sent: number): string {
  const own = sent > 1 ? ' If its authority is one of your own, get a certificate from a public one instead.' : '';
  return `Have ${host} send the intermediate certificates together with its own (${sent} ${sent === 1 ? 'was' : 'were'} sent); certbot writes them into fullchain.pem.${own}`;
}

/** The common name of an issuer, else all of it. */
function nameIn(issuer: string): string {
  return oneLine(/(?:^|, )CN=([^,]+)/.exec(issuer)?.[1] ?? issuer);
}
