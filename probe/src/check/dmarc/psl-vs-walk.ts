import { type DmarcPlace, parseDmarc } from '@whybounce/core/record';
import { seenAnswer } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { dmarc, meantTexts, whyNoDmarc } from '../../fact/dmarc.ts';
import { dmarcProposal } from '../../fact/dmarc-proposal.ts';
import { findingsOn } from '../../fact/dmarc-topic.ts';
import { fixFindings, sayFindings } from '../../fact/record-findings.ts';
import { quoted } from '../../quoted.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, notApplicable, pass, tell, undetermined, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.psl_vs_walk',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'Old and new receivers see the same organisation',
  about:
    'Which domains belong together, older receivers (RFC 7489) read from the Public Suffix List; newer ones (RFC 9989) walk up the DNS and look for DMARC records. Where the two differ, the same message can pass at one provider and fail at another.',
  remedy: 'Publish a DMARC record with psd=n at the domain that is the organisation.',
  source: 'RFC 9989 sections 4.10.2 and C.3',
  async run(context) {
    const domain = context.subject.domain as string;
    const found = await dmarc(context);
    const { places, own } = found;
    if (own === null) return notApplicable(`${domain} is no domain name.`);
    const { rfc7489, rfc9989 } = places;
    const seen = [
      { of: 'RFC 7489, by the Public Suffix List', value: placeWords(rfc7489) },
      { of: 'RFC 9989, by the walk through the DNS', value: placeWords(rfc9989) },
      ...rfc9989.steps.map(({ answer }) => seenAnswer(answer)),
    ];
    if (places.differ === null)
      return undetermined(`Whether old and new receivers see the same could not be told: ${whyNoDmarc(found)}.`, {
        seen,
      });
    const claimed = own.record === null ? [] : findingsOn(parseDmarc(own.record), 'suffix');
    if (claimed.length > 0)
      return warn(`${sayFindings(claimed)} ${places.says ?? ''}`.trim(), { seen, fix: fixFindings(claimed) });
    if (!places.differ) {
      if (rfc9989.record === null && rfc7489.record === null)
        return notApplicable(`No DMARC record applies to ${domain}, so old and new receivers agree.`, { seen });
      return pass(
        `Old and new receivers take ${rfc9989.organizationalDomain} for the organisation and ${rfc9989.record?.name} for the record.`,
        { seen },
      );
    }
    const says = places.says as string;
    const advice = found.findings.find(({ code }) => code === 'standards-differ')?.fix ?? null;
    if (advice === null) return tell(`${says} By psd=n in its record, ${domain} asks for that.`, { seen });
    return warn(says, {
      seen,
      // with the same record only alignment differs
      severity: rfc7489.record?.name === rfc9989.record?.name ? 'low' : 'medium',
      ...(await toAgree(context, advice)),
    });
  },
});

function placeWords({ organizationalDomain, record }: DmarcPlace): string {
  return `organisation ${organizationalDomain ?? 'not known'}, record ${record === null ? 'none' : `at ${record.name}: ${quoted(record.record ?? '')}`}`;
}

/** How both come to see the same, with the record where it can be written out. */
async function toAgree(context: CheckContext, fix: string): Promise<Pick<Verdict, 'fix' | 'publish'>> {
  const domain = context.subject.domain as string;
  const found = await dmarc(context);
  const { own, places } = found;
  const { rfc7489, rfc9989 } = places;
  const known = rfc7489.record?.record ?? rfc9989.record?.record ?? null;
  if (known === null) return { fix };
  // without a record of its own: the one that some find, where all look first; what stands there is mended by other checks
  if (own?.record == null)
    return own?.status === 'none' && meantTexts(found).length === 0
      ? { fix, publish: txtLine(`_dmarc.${domain}`, known) }
      : { fix };
  const listed = rfc7489.organizationalDomain ?? domain;
  if (!listed.endsWith(`.${rfc9989.organizationalDomain}`))
    return { fix, publish: txtLine(`_dmarc.${listed}`, own.record) };
  const { want, publish, says } = await dmarcProposal(context);
  return want.psd === undefined ? { fix } : { fix: `${fix} ${says}`, publish };
}
