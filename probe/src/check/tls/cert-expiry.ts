import { dayOf } from '../../certificate/day.ts';
import { seenCertificate } from '../../fact/tls-certificate.ts';
import { certificateDemand, costOf } from '../../fact/tls-demand.ts';
import { judgeCertificates } from '../../fact/tls-sessions.ts';
import { isNamedByDane } from '../../fact/tlsa.ts';
import { defineCheck } from '../define.ts';

const DAY = 86_400_000;
/** Who renews by a program does so a month before the end; two weeks before, nobody has. */
const SOON = 14 * DAY;
/** Of certificates that live for a few days only, this part may be left before it is late. */
const SOON_SHARE = 1 / 4;

export default defineCheck({
  id: 'tls.cert_expiry',
  area: 'tls',
  input: 'probe',
  needs: [],
  severity: 'high',
  title: 'The certificates of the mail servers are not about to end',
  about:
    'Until when the certificate of each mail server is valid. A web server may have renewed its own long ago while the mail server still presents the old one, as it was not restarted.',
  remedy: 'Renew the certificate, and have the mail server load it.',
  source: 'RFC 5280 section 4.1.2.5',
  async run(context) {
    const { now } = context;
    const demand = await certificateDemand(context);
    return judgeCertificates(context, async (session, certificate) => {
      const { validFrom, validTo } = certificate;
      const { host } = session.server;
      const seen = [seenCertificate(session, certificate)];
      const left = validTo.getTime() - now.getTime();
      const fix = `Renew the certificate of ${host}, and restart or reload its mail software so that it takes the new one.`;
      if (left <= 0 || validFrom > now) {
        const when = left <= 0 ? `ended on ${dayOf(validTo)}` : `is valid from ${dayOf(validFrom)} on only`;
        if (demand === 'none' && (await isNamedByDane(context, host, { certificate })))
          return {
            session,
            outcome: 'warn',
            severity: 'low',
            says: `the certificate ${when}; signed TLSA records name its key, so that senders that follow DANE do not mind`,
            fix,
            seen,
          };
        return {
          session,
          outcome: 'fail',
          severity: demand === 'enforced' ? 'high' : 'medium',
          says: `the certificate ${when}; ${costOf[demand]}`,
          fix: left <= 0 ? fix : `Set the clock of ${host}, or have it present the certificate that is valid now.`,
          seen,
        };
      }
      const lifetime = validTo.getTime() - validFrom.getTime();
      if (left < Math.min(SOON, lifetime * SOON_SHARE))
        return {
          session,
          outcome: 'warn',
          severity: 'medium',
          says: `the certificate ends on ${dayOf(validTo)}, ${inDays(left)}, and was not renewed yet`,
          fix,
          seen,
        };
      return { session, outcome: 'pass', says: `the certificate is valid until ${dayOf(validTo)}`, seen };
    });
  },
});

function inDays(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  if (days === 0) return 'in less than a day';
  return days === 1 ? 'in one day' : `in ${days} days`;
}
