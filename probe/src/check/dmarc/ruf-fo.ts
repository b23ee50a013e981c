import { explainDmarc } from '@whybounce/core/record';
import { txtLine } from '../../dns/zone-line.ts';
import { recordToRead, reportTargets } from '../../fact/dmarc.ts';
import { findingsOn } from '../../fact/dmarc-topic.ts';
import { fixFindings, sayFindings, weigh } from '../../fact/record-findings.ts';
import { defineCheck, notApplicable, pass, tell, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.ruf_fo',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'The wish for failure reports makes sense',
  about:
    'The tag ruf asks for a report on each message that fails, and fo says on which. Few receivers send such reports, as they hold what people wrote; fo without ruf does nothing.',
  remedy: 'Name a mailbox in ruf, or take fo out.',
  source: 'RFC 9991',
  async run(context) {
    const read = await recordToRead(context);
    if ('outcome' in read) return read;
    const { record, name, domain, seen } = read;
    const findings = findingsOn(record, 'failure');
    const has = (wanted: string) => record.list.tags.some((tag) => tag.name.toLowerCase() === wanted);
    if (!has('ruf') && !has('fo'))
      return notApplicable(`The record at ${name} asks for no failure reports, which few receivers send.`, { seen });
    const { grave, slight } = weigh(findings);
    const amiss = [...grave, ...slight];
    if (amiss.length > 0) return warn(sayFindings(amiss), { seen, fix: fixFindings(amiss) });
    if (!has('ruf'))
      return warn(sayFindings(findings.filter(({ code }) => code === 'fo-without-ruf')), {
        seen,
        fix: `Take fo out of the record at ${name}, or add ruf=mailto: with a mailbox.`,
      });
    const refused = (await reportTargets(context)).filter(
      ({ tag, status }) => tag === 'ruf' && status === 'not-authorised',
    );
    if (refused.length > 0)
      return warn(refused.map(({ says }) => says).join(' '), {
        seen,
        fix: `Whoever runs ${refused[0]?.host} must publish what stands below, or take ruf out of the record at ${name}.`,
        publish:
          refused
            .flatMap(({ publish }) => (publish === null ? [] : [txtLine(publish.name, publish.text)]))
            .join('\n') || undefined,
      });
    const says = explainDmarc(record, domain).says.at(-1) ?? '';
    return has('fo')
      ? pass(says, { seen })
      : tell(`${says} With fo=1 they would come on every message for which SPF or DKIM fails.`, { seen });
  },
});
