import { type DmarcDiscovery, isDmarcRecord, type Misplaced, writeDmarc } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { appliedRecord, dmarc, meantTexts } from '../../fact/dmarc.ts';
import { listed } from '../../fact/list-words.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.location',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'The DMARC record stands where receivers look for it',
  about:
    'Receivers ask for the record at _dmarc of the domain and nowhere else. Panels that add the domain to each name by themselves make _dmarc.example.com.example.com out of what was typed; others put the record at the domain itself.',
  remedy: 'Publish the record at _dmarc of the domain and remove it where it stands now.',
  source: 'RFC 9989 section 4.5',
  async run(context) {
    const domain = context.subject.domain as string;
    const found = await dmarc(context);
    const { own } = found;
    if (own === null) return notApplicable(`${domain} is no domain name, so it can have no DMARC record.`);
    const seen = [seenAnswer(own.answer)];
    if (own.status === 'undetermined')
      return undetermined(`What stands at ${own.name} could not be read: ${whyUnknown(own.answer)}.`, { seen });
    const applied = appliedRecord(found);
    const stray = await strayRecords(context, found);
    seen.push(...stray.map(({ name, text }) => ({ of: `TXT ${name}`, value: text })));
    if (stray.length > 0) return misplaced(found, stray, applied?.name ?? null, seen);
    const aliased = found.findings.find(({ code }) => code === 'alias-without-record');
    if (aliased !== undefined) return fail(aliased.says, { seen, fix: aliased.fix ?? undefined });
    const unrelated = found.findings.filter(({ code }) => code === 'unrelated-text');
    if (unrelated.length > 0)
      return warn(unrelated.map(({ says }) => says).join(' '), {
        seen,
        severity: 'low',
        fix: `Take what is no DMARC record out of ${own.name}. A wildcard record above it shows up there too: a DMARC record of its own ends that.`,
      });
    const { chain } = own.answer;
    if (own.status === 'record')
      return pass(
        chain.length === 0
          ? `The record stands at ${own.name}.`
          : `The record is found at ${own.name}, which is an alias for ${listed(chain)}: whoever runs that can change it.`,
        { seen },
      );
    return notApplicable(`${own.name} holds nothing, and no DMARC record stands at a wrong name nearby.`, { seen });
  },
});

/** Records at names where nobody looks; beside one in the right place only the domain itself is looked at, which is asked anyhow. */
async function strayRecords({ dns }: CheckContext, { own, domain, misplaced }: DmarcDiscovery): Promise<Misplaced[]> {
  if (own?.status === 'none') return [...misplaced];
  const { records } = await dns.query(domain, 'TXT');
  return records
    .map((strings) => strings.join(''))
    .filter(isDmarcRecord)
    .map((text) => ({ name: domain, text }));
}

function misplaced(
  found: DmarcDiscovery,
  stray: readonly Misplaced[],
  applied: string | null,
  seen: Verdict['seen'],
): Verdict {
  const { domain, own } = found;
  const names = listed([...new Set(stray.map(({ name }) => name))]);
  const says = `A DMARC record stands at ${names}, where receivers do not look.`;
  if (applied === `_dmarc.${domain}`)
    return warn(`${says} The one at ${applied} counts.`, {
      seen,
      severity: 'low',
      fix: `Remove the record at ${names}.`,
    });
  if (own?.status === 'several')
    return warn(`${says} ${own.name} holds ${own.records.length} records already.`, {
      seen,
      severity: 'low',
      fix: `Remove the record at ${names}, and leave one at ${own.name}.`,
    });
  const more = {
    seen,
    fix: `Publish the record at _dmarc.${domain} and remove it at ${names}. If the panel adds ${domain} to each name by itself, type _dmarc alone.`,
    publish: txtLine(`_dmarc.${domain}`, writeDmarc({ existing: meantTexts(found), want: {} }).text),
  };
  return applied === null
    ? fail(`${says} They ask for _dmarc.${domain}.`, more)
    : warn(`${says} They take the one at ${applied} instead.`, { ...more, severity: 'medium' });
}
