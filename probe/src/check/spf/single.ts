import { seenAnswer } from '../../dns/dns-words.ts';
import { spf, unreadable } from '../../fact/spf.ts';
import { merged } from '../../fact/spf-publish.ts';
import { seenRecord } from '../../fact/spf-words.ts';
import { defineCheck, fail, notApplicable, pass } from '../define.ts';

export default defineCheck({
  id: 'spf.single',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'There is one SPF record',
  about:
    'A domain may have one SPF record. With two, receivers take none of them and report an error, so that all mail of the domain goes out without SPF. It happens when a new service tells people to add a record of its own.',
  remedy: 'Merge the SPF records into one, and delete the others.',
  source: 'RFC 7208 sections 3.2 and 4.5',
  async run(context) {
    const found = await spf(context);
    const { domain, answer, root } = found;
    switch (root.status) {
      case 'found':
        return pass(`${domain} has one SPF record.`, { seen: [seenRecord(domain, root.record?.text ?? '')] });
      case 'none':
        return notApplicable(`${domain} has no SPF record.`, { seen: [seenAnswer(answer)] });
      case 'several': {
        const texts = root.records.map(({ text }) => text);
        const isSame = new Set(texts.map((text) => text.trim().toLowerCase())).size === 1;
        const { publish, notes } = merged(domain, texts);
        const seen = texts.map((own) => seenRecord(domain, own));
        const count = `${domain} has ${texts.length} SPF records`;
        const effect = 'receivers take none of them and report an error (permerror)';
        return isSame
          ? fail(`${count}, all with the same text: ${effect}.`, {
              seen,
              fix: `Delete all SPF records of ${domain} but one.${notes}`,
              publish,
            })
          : fail(`${count}: ${effect}.`, {
              seen,
              fix:
                publish === undefined
                  ? `Make one record of the ${texts.length} of ${domain}, with the senders of all; correct first what cannot be read in them.`
                  : `Replace the ${texts.length} records of ${domain} by the one below, which has the senders of all.${notes}`,
              publish,
            });
      }
      default:
        return unreadable(found);
    }
  },
});
