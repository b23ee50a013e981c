import { type DmarcRecordAt, organizationalDomain, writeDmarc } from '@whybounce/core/record';
import { seenAnswer } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { appliedRecord, dmarc, whyNoDmarc } from '../../fact/dmarc.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.single',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'There is one DMARC record, not several',
  about:
    'Where a name holds two DMARC records, receivers ignore both, as if there were none. It happens when a report service adds its own record beside the one that is there.',
  remedy: 'Leave one DMARC record, with the addresses for reports of all of them.',
  source: 'RFC 9989 section 4.10',
  async run(context) {
    const domain = context.subject.domain as string;
    const found = await dmarc(context);
    const applied = appliedRecord(found);
    const several = severalAt(domain, found.places.rfc9989.steps);
    if (several !== null) {
      const { name, records } = several;
      const merged = writeDmarc({ existing: records, want: {} });
      const says = `${name} holds ${records.length} DMARC records: receivers ignore all of them.`;
      const more = {
        seen: [seenAnswer(several.answer)],
        fix: `Take the ${records.length} records out of ${name} and publish the one below in their place: it has the weakest of their policies, so that no mail is lost, and the addresses for reports of all.`,
        publish: txtLine(name, merged.text),
      };
      // a record nearer to the domain counts, so that it does not matter to its own mail
      if (applied !== null && applied.domain.length > several.domain.length)
        return warn(`${says} To mail from ${domain} that does not matter: ${applied.name} comes before it.`, {
          ...more,
          severity: 'medium',
        });
      return fail(says, more);
    }
    if (applied !== null) return pass(`There is one DMARC record at ${applied.name}.`, { seen: applied.seen });
    const why = whyNoDmarc(found);
    return why === null
      ? notApplicable(`There is no DMARC record for ${domain}.`)
      : undetermined(`How many DMARC records there are for ${domain} could not be told: ${why}.`);
  },
});

/** The nearest name with several records, no higher than somebody's registered domain. */
function severalAt(domain: string, steps: readonly DmarcRecordAt[]): DmarcRecordAt | null {
  const top = organizationalDomain(domain) ?? domain;
  return steps.find((step) => step.status === 'several' && step.domain.length >= top.length) ?? null;
}
