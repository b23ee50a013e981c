import { type DmarcRecord, writeDmarc } from '@whybounce/core/record';
import { txtLine } from '../../dns/zone-line.ts';
import { recordToRead } from '../../fact/dmarc.ts';
import { findingsOn } from '../../fact/dmarc-topic.ts';
import { fixFindings, sayFindings } from '../../fact/record-findings.ts';
import { defineCheck, pass, tell, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.removed_tags',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'The DMARC record needs no tags that were taken out',
  about:
    'RFC 9989 took pct, rf and ri out of DMARC. With their usual values they do no harm; pct below 100 makes old and new receivers act differently.',
  remedy: 'Take pct, rf and ri out; to test a policy, write t=y with pct=0.',
  source: 'RFC 9989 appendix A.6 and C.5.2',
  async run(context) {
    const read = await recordToRead(context);
    if ('outcome' in read) return read;
    const { record, name, seen } = read;
    const findings = findingsOn(record, 'removed');
    if (findings.length === 0) return pass(`The record at ${name} has no tag that RFC 9989 took out.`, { seen });
    const unreadable = findings.filter(({ severity }) => severity !== 'info');
    const publish = txtLine(name, withoutRemoved(record));
    if (unreadable.length > 0) return warn(sayFindings(unreadable), { seen, fix: fixFindings(unreadable), publish });
    if (record.pct === 100 || record.p === 'none')
      return tell(`${sayFindings(findings)} Here they change nothing for your mail, and can stay or go.`, {
        seen,
        publish,
      });
    // t=y; pct=0 is how both generations of receivers are asked for the same
    if (record.pct === 0 && record.testing)
      return pass(`t=y with pct=0 asks old and new receivers for the same: the policy is being tested.`, { seen });
    return warn(sayFindings(findings), {
      seen,
      fix: `While you still test p=${record.p}, publish the record below: old and new receivers then act alike. When you are done, take t and pct out.`,
      publish: txtLine(name, writeDmarc({ existing: [record.text], want: { test: true } }).text),
    });
  },
});

function withoutRemoved({ list, text }: DmarcRecord): string {
  return list.tags
    .filter((tag) => !/^(?:pct|rf|ri)$/i.test(tag.name))
    .map((tag) => text.slice(...tag.span))
    .join('; ');
}
