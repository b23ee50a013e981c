import { isAligned } from '@whybounce/core/record';
import { txtLine } from '../../dns/zone-line.ts';
import { type MessageDmarc, messageDmarc } from '../../fact/dmarc-message.ts';
import { mailboxAt, sayMailbox } from '../../fact/dmarc-reports.ts';
import { listed } from '../../fact/list-words.ts';
import { bulkSigns } from '../../fact/message-bulk.ts';
import { forwardSigns } from '../../fact/message-forward.ts';
import { lowerFirst } from '../../letter-case.ts';
import { defineCheck, fail, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.bulk_min',
  area: 'dmarc',
  input: 'message',
  needs: ['message'],
  severity: 'high',
  title: 'The message has what large providers ask of bulk senders',
  about:
    'Gmail, Yahoo and Microsoft (Outlook.com) refuse mail of those who send thousands a day unless SPF passes, DKIM passes, From has a DMARC record (p=none is enough), and one of the two is for the domain in From. Of small senders they ask for SPF or DKIM.',
  remedy: 'Publish SPF, DKIM and DMARC for the domain in From, and have one of SPF and DKIM pass for it.',
  source:
    'https://support.google.com/mail/answer/81126, https://senders.yahooinc.com/best-practices/, https://support.microsoft.com/topic/fix-ndr-error-550-5-7-515-in-outlook-com-34cfe8f8-6fbf-457e-9e8b-9e4dbaf4e0ef',
  async run(context) {
    const dmarc = await messageDmarc(context);
    if ('outcome' in dmarc) return dmarc;
    const { author, seen } = dmarc;
    const demands = demandsOn(dmarc, await mailboxAt(author, context.dns));
    const missing = demands.filter(({ met }) => met === false);
    const open = demands.filter(({ met }) => met === null);
    if (missing.length > 0) {
      const refused = `As bulk mail the message would be refused: ${missing.map(({ without }) => without).join('; ')}. Gmail then says ${listed(missing.map(({ gmail }) => gmail))}, Yahoo 5.7.9, Outlook.com 5.7.515.`;
      const more = {
        seen,
        // who signs for the domain in From meets both demands at once
        fix: missing
          .filter(({ gmail }) => gmail !== NOT_ALIGNED || !missing.some((one) => one.gmail === NOT_SIGNED))
          .map(({ fix }) => fix)
          .join(' '),
        publish: missing.find(({ publish }) => publish !== undefined)?.publish,
      };
      // what a forwarder's address does to SPF says nothing of the sender's own servers
      if (missing.every(({ gmail }) => gmail === NO_SPF) && isSignedByAuthor(dmarc)) {
        const [sign] = await forwardSigns(context);
        return warn(
          `${missing.map(({ without }) => without).join('; ')}. The signature of ${author} holds, so the message is genuine${sign === undefined ? ': somebody may have forwarded it' : `, and ${sign.shows}`}. If it came straight from your server, Gmail would refuse it as bulk mail (${NO_SPF}).`,
          { ...more, severity: 'low' },
        );
      }
      const small = anyOf(
        demands.filter(({ gmail }) => gmail === NO_SPF || gmail === NOT_SIGNED).map(({ met }) => met),
      );
      if (small === false || (await bulkSigns(context)).signs.length > 0) return fail(refused, more);
      return small === true
        ? tell(
            `The message shows no mark of bulk mail, and of small senders the large providers ask for SPF or DKIM alone, which it has. ${refused}`,
            { seen },
          )
        : undetermined(
            `The message shows no mark of bulk mail, and of small senders the large providers ask for SPF or DKIM alone. Whether it has one of them could not be told: ${open.map(({ unknown }) => unknown).join('; ')}.`,
            { seen },
          );
    }
    if (open.length > 0)
      return undetermined(
        `Not everything that large providers ask of bulk senders could be told: ${open.map(({ unknown }) => unknown).join('; ')}.`,
        { seen },
      );
    return pass(
      `SPF and DKIM pass, ${author} has a DMARC record, and one of the two is for ${author}: Gmail, Yahoo and Outlook.com ask no more of bulk senders in this respect.`,
      { seen },
    );
  },
});

/** How Gmail names the lack of SPF, of a signature, and of alignment. */
const [NO_SPF, NOT_SIGNED, NOT_ALIGNED] = ['5.7.27', '5.7.30', '5.7.32'];

interface Demand {
  /** Null where it could not be told. */
  readonly met: boolean | null;
  /** Words that follow a colon. */
  readonly without: string;
  readonly unknown: string;
  readonly fix: string;
  /** The enhanced status code with which Gmail names it. */
  readonly gmail: string;
  readonly publish?: string | undefined;
}

function demandsOn(dmarc: MessageDmarc, mailbox: string | null): readonly Demand[] {
  const { author, verified, evaluation, openSpf } = dmarc;
  const { spf, dkim, envelope } = verified;
  const { rfc7489, rfc9989 } = evaluation;
  const results = dkim.signatures.map(({ result }) => result);
  const identifiers = [...rfc7489.identifiers, ...rfc9989.identifiers];
  const records = [rfc7489, rfc9989].map(({ policy, place }) =>
    policy === null ? (place.undetermined === null ? false : null) : policy.how !== 'ignored',
  );
  const record = anyOf(records);
  // mail is signed when it leaves: of what was saved before that it is not known, as with dkim.verify
  const isDraft = results.length === 0 && envelope.hops.length === 0 && envelope.ip === null;
  return [
    {
      met: openSpf !== null || spf.result === 'temperror' ? null : spf.result === 'pass',
      without: `SPF does not pass for ${spf.domain ?? author} (${spf.result})`,
      unknown:
        openSpf === null
          ? `SPF of ${spf.domain} (${spf.detail ?? 'no answer'})`
          : `SPF, as ${lowerFirst(openSpf).replace(/\.$/, '')}`,
      fix: fixSpf(dmarc),
      gmail: NO_SPF,
    },
    {
      met: results.includes('pass') ? true : isDraft || results.includes('temperror') ? null : false,
      without: results.length === 0 ? 'the message has no DKIM signature' : 'no DKIM signature holds',
      unknown: isDraft
        ? 'DKIM, as the message was saved before it was sent, and mail is signed when it leaves'
        : 'DKIM, as a key could not be fetched',
      fix: `Have the mail signed with DKIM for ${author}.`,
      gmail: NOT_SIGNED,
    },
    {
      met: record,
      without: `${author} has no DMARC record that can be read`,
      unknown: `the DMARC record of ${author}`,
      fix: `Publish a DMARC record for ${author}. ${sayMailbox(mailbox, author)}`,
      gmail: '5.7.40',
      publish: txtLine(`_dmarc.${author}`, `v=DMARC1; p=none${mailbox === null ? '' : `; rua=mailto:${mailbox}`}`),
    },
    {
      met: anyOf([
        ...(isDraft ? [null] : []),
        ...identifiers.map(({ result, aligned }) =>
          result === 'pass' ? aligned : result === 'temperror' && aligned !== false ? null : false,
        ),
      ]),
      without: `neither SPF nor DKIM passes for ${author}, the domain in From`,
      unknown: `whether SPF or DKIM is for ${author}`,
      fix: `Have the mail signed with d=${author}, or sent with an envelope sender in ${author}.`,
      gmail: NOT_ALIGNED,
    },
  ];
}

/** Whether a signature of the domain in From holds: the message is then its own, whoever handed it over. */
function isSignedByAuthor({ evaluation }: MessageDmarc): boolean {
  return [evaluation.rfc7489, evaluation.rfc9989]
    .flatMap(({ identifiers }) => identifiers)
    .some(({ method, result, aligned }) => method === 'dkim' && result === 'pass' && aligned === true);
}

/** Whose record it is decides what can be done; an address is only to be added where the sender's own server has it. */
function fixSpf(dmarc: MessageDmarc): string {
  const { author, verified } = dmarc;
  const { domain, ip } = verified.spf;
  const from = ip === null ? 'the address that sends' : ip;
  if (isSignedByAuthor(dmarc))
    return `If the message was forwarded, there is nothing to do. If ${from} is a server that sends for you, have it allowed by the SPF record of the return path${domain === null ? '' : `, ${domain}`}.`;
  if (domain !== null && !isAligned(author, domain, 'relaxed'))
    return `The return path is of ${domain}, which is not of ${author}: ask the service that sends for you to mend its SPF, or send with a return path in ${author}.`;
  return `If ${from} is a server that sends for ${author}, have it allowed by the SPF record of ${domain ?? author}.`;
}

/** Whether one is so; null where that hangs on what is not known. */
function anyOf(each: readonly (boolean | null)[]): boolean | null {
  if (each.includes(true)) return true;
  return each.includes(null) ? null : false;
}
