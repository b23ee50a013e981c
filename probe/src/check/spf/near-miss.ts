import type { Seen } from '@whybounce/core/check';
import type { DnsAnswer } from '@whybounce/core/dns';
import type { SpfNearMiss } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { type Spf, spf, unreadable } from '../../fact/spf.ts';
import { moved, written } from '../../fact/spf-publish.ts';
import { isOpen } from '../../fact/spf-tree.ts';
import { quotedTerm } from '../../fact/spf-words.ts';
import { defineCheck, fail, pass, undetermined, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'spf.near_miss',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'No record is meant as SPF and misses it',
  about:
    'A record is SPF only where it is a TXT record that begins with v=spf1 and a blank. A quotation mark, a blank or another version at the beginning, or the abolished record type SPF, make it invisible to receivers, though it looks right in a panel.',
  remedy:
    'Correct the record so that it begins with v=spf1 and a blank, as type TXT, and delete what is left of other attempts.',
  source: 'RFC 7208 sections 3.1 and 4.5',
  async run(context) {
    const found = await spf(context);
    const { domain, root } = found;
    if (root.status === 'could-not-determine' || root.status === 'cut-off') return unreadable(found);
    const misses = root.nearMisses.filter(({ meant }) => meant !== null);
    const [miss] = misses;
    if (miss !== undefined) return ofMiss(found, miss);
    const old = await context.dns.query(domain, 'SPF');
    if (old.status === 'found') return ofOldType(found, old);
    const [senderId] = root.nearMisses;
    if (senderId !== undefined)
      return warn(`${senderId.finding.says} It stands at ${domain}.`, {
        severity: 'low',
        seen: [seenMiss(domain, senderId)],
        fix: `Delete the TXT record ${quotedTerm(senderId.text)} of ${domain}.`,
      });
    // a server that does not know the type has no record of it
    if (isOpen(old) && old.status !== 'not-implemented')
      return undetermined(
        `No TXT record of ${domain} misses the form of SPF. Whether it has one of the abolished type SPF could not be told: ${whyUnknown(old)}.`,
        { seen: [seenAnswer(found.answer)] },
      );
    return pass(`Nothing at ${domain} is meant as SPF and written otherwise.`, { seen: [seenAnswer(found.answer)] });
  },
});

function seenMiss(domain: string, { text }: SpfNearMiss): Seen {
  return { of: `TXT record of ${domain}`, value: text };
}

function ofMiss({ domain, root }: Spf, miss: SpfNearMiss): Verdict {
  const { finding, text } = miss;
  const says = `${domain} has the TXT record ${quotedTerm(text)}. ${finding.says}`;
  const seen = root.nearMisses.map((one) => seenMiss(domain, one));
  if (root.status !== 'none')
    return warn(says, {
      severity: 'medium',
      seen,
      fix: `Delete that record: ${domain} has ${root.status === 'found' ? 'a right SPF record' : 'other SPF records'} beside it. First see whether it names a sender that is missing there.`,
    });
  const { publish, notes } = written(domain, { existing: text, add: [] });
  return fail(says, {
    seen,
    fix: `${finding.fix ?? ''} ${publish === undefined ? '' : `The whole record of ${domain} then is the one below.${notes}`}`.trim(),
    publish,
  });
}

/** Nobody asks for type 99 any more (RFC 7208 section 3.1). */
function ofOldType({ domain, root }: Spf, old: DnsAnswer<'SPF'>): Verdict {
  const seen = [seenAnswer(old)];
  const [record = ''] = old.records.map((strings) => strings.join(''));
  if (root.status === 'none') {
    const { publish, notes } = moved(domain, record);
    return fail(
      `${domain} has its SPF record ${quotedTerm(record)} as type SPF (99), which nobody asks for: to receivers it has none.`,
      {
        seen,
        fix: `Publish it at ${domain} as type TXT, and delete the record of type SPF.${notes}`,
        publish,
      },
    );
  }
  const isSame = root.record?.text === record;
  return warn(
    `${domain} also has a record of the abolished type SPF (99)${isSame ? '' : `, which says something else: ${quotedTerm(record)}`}. Nobody asks for it.`,
    { severity: 'low', seen, fix: `Delete the record of type SPF at ${domain}; the TXT record alone counts.` },
  );
}
