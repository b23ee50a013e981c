import { lintDmarc, writeDmarc } from '@whybounce/core/record';
import { seenAnswer } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { appliedRecord, dmarc, meantTexts, recordToRead } from '../../fact/dmarc.ts';
import { dmarcProposal } from '../../fact/dmarc-proposal.ts';
import { findingsOn } from '../../fact/dmarc-topic.ts';
import { fixFindings, sayFindings, weigh } from '../../fact/record-findings.ts';
import { defineCheck, fail, pass, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.syntax',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'The DMARC record is written as all receivers read it',
  about:
    'A record counts only if it begins with v=DMARC1; to the letter. A quotation mark, a blank or another tag before it, and receivers act as if there were no record; a tag that stands there twice or is misspelt may be skipped.',
  remedy: 'Correct the record as proposed.',
  source: 'RFC 9989 sections 4.7 and 4.8',
  async run(context) {
    const found = await dmarc(context);
    const { own } = found;
    const applied = appliedRecord(found);
    // what is meant as a record and read as none
    if (own?.status === 'none' && (applied === null || applied.owner !== 'own')) {
      const unread = found.findings.filter(({ code }) => code === 'unreadable-record');
      if (unread.length > 0) {
        const why = own.others.flatMap((text) => lintDmarc(text)).filter(({ severity }) => severity === 'critical');
        return fail(`${sayFindings(unread)} ${sayFindings(why)}`.trim(), {
          seen: [seenAnswer(own.answer)],
          fix: fixFindings(why) ?? fixFindings(unread),
          publish: txtLine(own.name, writeDmarc({ existing: meantTexts(found), want: {} }).text),
        });
      }
    }
    const read = await recordToRead(context);
    if ('outcome' in read) return read;
    const { record, name, seen } = read;
    const beside = found.findings.filter(({ code }) => code === 'unreadable-record');
    const findings = [...findingsOn(record, 'syntax'), ...beside];
    const { grave, slight, notes, worst } = weigh(findings);
    const amiss = [...grave, ...slight];
    if (amiss.length === 0)
      return pass([`The record at ${name} is written as it should be.`, ...notes.map(({ says }) => says)].join(' '), {
        seen,
      });
    const { text, publish, says } = await dmarcProposal(context);
    const more: Partial<Verdict> = {
      seen,
      severity: worst,
      fix: `${fixFindings(amiss) ?? ''} ${says}`.trim() || undefined,
      publish: publish ?? (beside.length === 0 ? undefined : txtLine(name, text)),
    };
    return grave.length > 0 ? fail(sayFindings(amiss), more) : warn(sayFindings(amiss), more);
  },
});
