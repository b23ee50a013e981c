import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { resolverValidates, signedZone } from '../../fact/signed-zone.ts';
import { defineCheck, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'dns.dnssec_domain',
  area: 'dnssec',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'The domain is signed with DNSSEC',
  about:
    'Whether the answers of the DNS for this domain are signed, so that nobody can put his own mail server into them. Mail works without; DANE needs it.',
  remedy: 'Have the DNS provider sign the zone, then hand its DS record to the registrar.',
  source: 'RFC 4035 section 5',
  async run(context) {
    const { zone, soa, ds } = await signedZone(context);
    const seen = ds === null ? [seenAnswer(soa)] : [seenAnswer(soa), seenAnswer(ds)];
    if (ds === null) return pass(`${zone} is signed, and its signatures are valid.`, { seen });
    if (soa.status === 'no-domain') return notApplicable(`${zone} does not exist.`, { seen });
    if (!isDetermined(ds))
      return undetermined(`Whether ${zone} is signed could not be told: ${whyUnknown(ds)}.`, { seen });
    if (ds.status === 'found') {
      if (!isDetermined(soa))
        return undetermined(
          `${zone} is signed by what its parent says, yet its own answer did not come: ${whyUnknown(soa)}.`,
          { seen },
        );
      const validates = await resolverValidates(context);
      return validates === true
        ? tell(
            `The parent of ${zone} has a DS record, yet the resolver does not vouch for the answers: it may not know the algorithm that the zone is signed with.`,
            { seen },
          )
        : undetermined(
            `${zone} is signed by what its parent says. Whether its signatures are valid could not be told: the resolver that was asked does not check signatures.`,
            { seen },
          );
    }
    const keys = await context.dns.query(zone, 'DNSKEY');
    if (keys.status === 'found')
      return warn(
        `${zone} is signed, but its parent has no DS record for it: nobody can tell that the signatures are genuine, so they protect nothing.`,
        {
          seen: [...seen, seenAnswer(keys)],
          fix: `Copy the DS record that the DNS provider shows for ${zone} to the registrar.`,
          severity: 'low',
        },
      );
    return tell(`${zone} is not signed with DNSSEC. Mail works without it; DANE does not.`, { seen });
  },
});
