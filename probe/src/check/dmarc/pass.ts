import type { DmarcVerdict } from '@whybounce/core/record';
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
    const both = evaluation.differ
      ? `To receivers that follow RFC 9989: ${rfc9989.says} To those that follow RFC 7489: ${rfc7489.says}`
      : rfc9989.says;
    const lenient = dmarc.verified.dmarc.lenient;
    const says = tidy(
      lenient === null ? both : `${both} Lenient receivers say ${lenient.result}: ${lenient.because.join(' ')}`,
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

function fixOf({ author, evaluation }: MessageDmarc): Verdict['fix'] {
  const { identifiers } = evaluation.rfc9989;
  const signer = identifiers.find(
    ({ method, result, aligned }) => method === 'dkim' && result === 'pass' && aligned === false,
  );
  if (signer !== undefined)
    return `${signer.domain} signs the message: set up ${author} as a signing domain there, so that it signs with d=${author}.`;
  const envelope = identifiers.find(
    ({ method, result, aligned }) => method === 'spf' && result === 'pass' && aligned === false,
  );
  const dkim = identifiers.some(({ method }) => method === 'dkim')
    ? `Repair the DKIM signature for ${author}`
    : `Have the mail signed with DKIM for ${author}`;
  return envelope === undefined
    ? `${dkim}, or add the sending address to the SPF record of an envelope sender in ${author}.`
    : `${dkim}, or use an envelope sender in ${author} in place of ${envelope.domain}, for which SPF passes.`;
}

/** One blank between sentences. */
function tidy(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim();
}
