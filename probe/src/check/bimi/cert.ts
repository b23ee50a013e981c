import { checkMark } from '../../bimi/check-mark.ts';
import { dayOf } from '../../certificate/day.ts';
import { bimiCertificate, bimiLogo, bimiRecord, SELECTOR, withoutBimi } from '../../fact/bimi.ts';
import { fetchFault, seenResponse } from '../../fact/https-words.ts';
import { listed } from '../../fact/list-words.ts';
import { verdictOnRecord } from '../../fact/record-verdict.ts';
import { oneLine } from '../../fact/smtp-sessions.ts';
import { defineCheck, fail, notApplicable, undetermined } from '../define.ts';

export default defineCheck({
  id: 'bimi.cert',
  area: 'bimi',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'The mark certificate is valid for the domain and its logo',
  about:
    'Whether the certificate that the BIMI record names (VMC or CMC) can be fetched, is for the domain, has not ended, and holds the very logo of the record. Gmail and Apple Mail show a logo only with one; without a certificate nothing is wrong.',
  remedy: 'Publish the certificate as its issuer gave it to you, and renew it before its end.',
  source: 'draft-fetch-validation-vmc-wchuang section 5, RFC 3709',
  async run(context) {
    const bimi = await bimiRecord(context);
    const { record, domain } = bimi;
    if (record === null) return withoutBimi(bimi, 'a certificate');
    if ((record.evidence ?? '') === '')
      return notApplicable(`The BIMI record of ${domain} names no certificate, which it need not.`);
    const fetched = await bimiCertificate(context);
    if (fetched === null) return undetermined('Fetching from web servers is switched off here.');
    const { response } = fetched;
    const fault = fetchFault(response);
    if (fault !== null) {
      const says = `The certificate ${response.url}: ${fault.says}.`;
      const seen = [seenResponse(response)];
      // how much of it receivers read is not laid down
      return fault.definite && response.outcome !== 'too-large'
        ? fail(`${says} Gmail and Apple Mail show no logo.`, { seen, fix: fault.fix })
        : undetermined(says, { seen });
    }
    const logo = await bimiLogo(context);
    const hasLogo = logo !== null && fetchFault(logo.response) === null;
    const { certificate, findings } = checkMark({
      pem: new TextDecoder('latin1').decode(response.body),
      domain,
      selector: SELECTOR,
      logo: hasLogo ? logo.response.body : null,
      roots: [],
      now: context.now,
    });
    const seen = [
      seenResponse(response),
      ...(certificate === null
        ? []
        : [
            {
              of: `Certificate ${response.url}`,
              value: [
                `names: ${listed(certificate.names)}`,
                `issuer: ${oneLine(certificate.issuer)}`,
                `kind of mark: ${certificate.markType ?? 'not stated'}`,
                `valid: ${dayOf(certificate.validFrom)} to ${dayOf(certificate.validTo)}`,
              ].join('\n'),
            },
          ]),
    ];
    return verdictOnRecord(findings, {
      good:
        certificate === null
          ? `The certificate ${response.url} can be read.`
          : `The certificate ${response.url} is for ${listed(certificate.names)} and valid until ${dayOf(certificate.validTo)}${hasLogo ? ', and holds the logo of the record' : '; the logo could not be compared with it'}. Whether receivers accept its issuer was not looked at.`,
      about: `The certificate ${response.url} has a fault.`,
      warning: 'info',
      seen,
    });
  },
});
