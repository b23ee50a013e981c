import { isDetermined } from '@whybounce/core/dns';
import { type BimiRecord, writeBimi } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { bimiRecord, SELECTOR } from '../../fact/bimi.ts';
import { verdictOnRecord } from '../../fact/record-verdict.ts';
import { defineCheck, tell, undetermined } from '../define.ts';

export default defineCheck({
  id: 'bimi.record',
  area: 'bimi',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'The BIMI record can be read',
  about:
    'Whether the domain names a logo that mail programs may show beside its mail. Nobody needs one. A record without a certificate is valid: Gmail and Apple Mail show its logo only with one, others, such as Yahoo and Fastmail, without.',
  remedy: 'Publish one TXT record at default._bimi of the domain, with v=BIMI1 and the URL of the logo.',
  source: 'draft-brand-indicators-for-message-identification, Assertion Record Definition',
  async run(context) {
    const own = context.subject.domain as string;
    const { domain, answer, meant, record, findings } = await bimiRecord(context);
    const seen = [seenAnswer(answer)];
    if (!isDetermined(answer))
      return undetermined(`Whether ${domain} has a BIMI record could not be told: ${whyUnknown(answer)}.`, { seen });
    if (!meant)
      return tell(`${own} has no BIMI record at the selector "${SELECTOR}", so that no logo is shown by BIMI.`, {
        seen,
      });
    if (record?.declined === true)
      return tell(`${domain} declines BIMI: its record names no logo on purpose, so that none is shown.`, { seen });
    const of = domain === own ? own : `${own} (that of ${domain}, as it has none of its own)`;
    return verdictOnRecord(findings, {
      good: `The BIMI record of ${of} names the logo ${record?.logo ?? ''}${(record?.evidence ?? '') === '' ? '' : ` and the certificate ${record?.evidence}`}.`,
      about: `The BIMI record of ${of} has a fault.`,
      warning: 'info',
      isVoid: record === null,
      seen,
      publish: record === null ? null : propose(domain, record),
    });
  },
});

/** The same record as it must be written; null where its logo cannot be used. */
function propose(domain: string, record: BimiRecord): string | null {
  if ((record.logo ?? '') === '') return null;
  try {
    const { name, text } = writeBimi({ domain, selector: SELECTOR, logo: record.logo, record: record.text }).record;
    return txtLine(name, text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
