import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { signedZone } from '../../fact/signed-zone.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'dns.dnssec_bogus',
  area: 'dnssec',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'The signatures of the domain are not broken',
  about:
    'A domain whose signatures do not fit is worse off than an unsigned one: whoever checks signatures gets no answer at all, and neither finds its mail servers nor takes its mail.',
  remedy: 'Sign the zone anew, or have the registrar remove the old DS record until it is signed again.',
  source: 'RFC 4035 section 5.5',
  async run(context) {
    const domain = context.subject.domain as string;
    const { zone, soa, ds } = await signedZone(context);
    const answers: DnsAnswer[] = [
      soa,
      ...(await Promise.all([context.dns.query(domain, 'MX'), context.dns.query(domain, 'TXT')])),
    ];
    const failed = answers.filter(({ status }) => status === 'servfail');
    if (failed.length > 0) {
      // a server that fails for another reason than signatures fails as well when nothing is checked
      const again = await Promise.all(
        failed.map(({ name, type }) => context.dns.query(name, type, { checkingDisabled: true })),
      );
      const seen = [
        ...failed.map(seenAnswer),
        ...again.map((answer) => ({
          ...seenAnswer(answer),
          of: `${answer.type} ${answer.name}, signatures not checked`,
        })),
      ];
      const bogus = again.filter(isDetermined);
      if (bogus.length > 0) {
        const what = listed(bogus.map(({ type, name }) => `${type} ${name}`));
        return fail(
          `The signatures of ${zone} are broken: ${what} ${bogus.length === 1 ? 'is' : 'are'} answered when signatures are not checked, and not when they are (${whyUnknown(failed[0] as DnsAnswer)}). Receivers that check do not find the mail servers of ${domain} and refuse its mail.`,
          {
            seen,
            fix: `Compare the DS record of ${zone} at the registrar with the keys of its DNS provider. After a move to another provider, remove the old DS record first; else have the zone signed anew.`,
          },
        );
      }
      return undetermined(
        `The name servers of ${zone} fail whether signatures are checked or not, so nothing can be said of the signatures: ${whyUnknown(again[0] as DnsAnswer)}.`,
        { seen },
      );
    }
    const seen = [seenAnswer(soa), ...(ds === null ? [] : [seenAnswer(ds)])];
    if (ds === null) return pass(`The signatures of ${zone} are valid.`, { seen });
    if (ds.status === 'no-data' || ds.status === 'no-domain')
      return notApplicable(`${zone} is not signed, so no signature can be broken.`, { seen });
    return undetermined(
      ds.status === 'found'
        ? `${zone} is signed, yet the resolver that was asked does not vouch for its answers: whether the signatures are valid could not be told.`
        : `Whether ${zone} is signed could not be told: ${whyUnknown(ds)}.`,
      { seen },
    );
  },
});
