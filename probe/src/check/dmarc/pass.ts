import { type DmarcEvaluation, type DmarcVerdict, isAligned } from '@whybounce/core/record';
import { type MessageDmarc, messageDmarc } from '../../fact/dmarc-message.ts';
import { listed } from '../../fact/list-words.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.pass',
  area: 'dmarc',
  input: 'message',
  needs: ['message'],
  severity: 'critical',
  title: 'The message passes DMARC',
  about:
    'A message passes DMARC where SPF or DKIM passes for a domain that belongs to the domain in From. Old receivers (RFC 7489) and new ones (RFC 9989) find that out in different ways; both verdicts are told where they differ.',
  remedy: 'Have the mail signed with DKIM for the domain in From, or sent with an envelope sender of it.',
  source: 'RFC 9989 section 5.3',
  async run(context) {
    const dmarc = await messageDmarc(context);
    if ('outcome' in dmarc) return dmarc;
    const { evaluation, openSpf, seen } = dmarc;
    const { rfc7489, rfc9989 } = evaluation;
    const results = [rfc9989.result, rfc7489.result];
    const both = sayBoth(evaluation);
    const lenient = dmarc.verified.dmarc.lenient;
    const says = tidy(
      lenient === null || lenient.result === rfc9989.result
        ? both
        : `${both} Lenient receivers say ${lenient.result}: ${lenient.because.join(' ')}`,
    );
    if (results.every((result) => result === 'none'))
      return notApplicable(tidy(`${rfc9989.says} ${wouldBe(dmarc)}`), { seen });
    if (results.every((result) => result === 'pass')) return pass(says, { seen });
    const fix = fixOf(dmarc);
    if (results.includes('temperror'))
      return undetermined(tidy(openSpf === null ? says : `${openSpf} ${listedReasons(rfc9989)} DMARC depends on it.`), {
        seen,
      });
    if (results.every((result) => result === 'fail')) return fail(says, { seen, fix });
    return warn(says, { seen, severity: 'high', fix: results.includes('fail') ? fix : undefined });
  },
});

/** What it would come to with a record. */
function wouldBe({ author, evaluation, openSpf }: MessageDmarc): string {
  const aligned = evaluation.rfc9989.identifiers.filter((one) => one.result === 'pass' && one.aligned === true);
  if (aligned.length > 0)
    return `With a record it would pass, by ${listed([...new Set(aligned.map(({ method }) => method.toUpperCase()))])} for ${author}.`;
  return openSpf === null ? `With a record it would fail: neither SPF nor DKIM passes for ${author}.` : '';
}

function listedReasons({ identifiers }: DmarcVerdict): string {
  const dkim = identifiers.filter(({ method }) => method === 'dkim');
  return dkim.length === 0
    ? 'It has no DKIM signature.'
    : dkim
        .slice(0, 3)
        .map(({ says }) => says)
        .join(' ');
}

/** Both verdicts, where they differ. */
function sayBoth({ rfc7489, rfc9989, differ }: DmarcEvaluation): string {
  if (!differ) return rfc9989.says;
  if (rfc7489.result !== rfc9989.result)
    return `To receivers that follow RFC 9989: ${rfc9989.says} To those that follow RFC 7489: ${rfc7489.says}`;
  const { policy, percent = 100 } = rfc7489.policy ?? {};
  return `${rfc9989.says} Those that follow RFC 7489 apply ${policy ?? 'no policy'}${percent < 100 ? ` to ${percent} of 100 such messages` : ''}.`;
}

function fixOf({ author, evaluation, verified }: MessageDmarc): Verdict['fix'] {
  const { identifiers } = evaluation.rfc9989;
  if ([evaluation.rfc7489.result, evaluation.rfc9989.result].includes('none'))
    return `Publish a DMARC record at _dmarc.${author}, so that all receivers find the same.`;
  const passing = identifiers.filter(({ result, aligned }) => result === 'pass' && aligned === false);
  const signer = passing.find(({ method }) => method === 'dkim');
  if (signer !== undefined)
    return `${signer.domain} signs the message: set up ${author} as a signing domain there, so that it signs with d=${author}.`;
  const ours = identifiers.filter(({ domain }) => isAligned(author, domain, 'relaxed'));
  const dkim = ours.some(({ method }) => method === 'dkim')
    ? `Repair the DKIM signature for ${author}`
    : `Have the mail signed with DKIM for ${author}`;
  const envelope = passing.find(({ method }) => method === 'spf');
  if (envelope !== undefined)
    return `${dkim}, or use an envelope sender in ${author} in place of ${envelope.domain}, for which SPF passes.`;
  const own = ours.find(({ method }) => method === 'spf');
  return own === undefined
    ? `${dkim}, or use an envelope sender in ${author} whose SPF record names the sending address.`
    : `${dkim}, or add the sending address ${verified.spf.ip ?? ''} to the SPF record of ${own.domain}.`.replace(
        '  ',
        ' ',
      );
}

/** One blank between sentences. */
function tidy(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim();
}
