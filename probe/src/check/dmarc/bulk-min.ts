import { txtLine } from '../../dns/zone-line.ts';
import { type MessageDmarc, messageDmarc } from '../../fact/dmarc-message.ts';
import { listed } from '../../fact/list-words.ts';
import { lowerFirst } from '../../letter-case.ts';
import { defineCheck, fail, pass, undetermined } from '../define.ts';

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
    const demands = demandsOn(dmarc);
    const missing = demands.filter(({ met }) => met === false);
    const open = demands.filter(({ met }) => met === null);
    if (missing.length > 0)
      return fail(
        `As bulk mail the message would be refused: ${missing.map(({ without }) => without).join('; ')}. Gmail then says ${listed(missing.map(({ gmail }) => gmail))}, Yahoo 5.7.9, Outlook.com 5.7.515.`,
        {
          seen,
          // who signs for the domain in From meets both demands at once
          fix: missing
            .filter(({ gmail }) => gmail !== NOT_ALIGNED || !missing.some((one) => one.gmail === NOT_SIGNED))
            .map(({ fix }) => fix)
            .join(' '),
          publish: missing.find(({ publish }) => publish !== undefined)?.publish,
        },
      );
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

/** How Gmail names the lack of a signature, and of alignment. */
const [NOT_SIGNED, NOT_ALIGNED] = ['5.7.30', '5.7.32'];

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

function demandsOn({ author, verified, evaluation, openSpf }: MessageDmarc): readonly Demand[] {
  const { spf, dkim } = verified;
  const { rfc7489, rfc9989 } = evaluation;
  const results = dkim.signatures.map(({ result }) => result);
  const identifiers = [...rfc7489.identifiers, ...rfc9989.identifiers];
  const records = [rfc7489, rfc9989].map(({ policy, place }) =>
    policy === null ? (place.undetermined === null ? false : null) : policy.how !== 'ignored',
  );
  const record = anyOf(records);
  return [
    {
      met: openSpf !== null || spf.result === 'temperror' ? null : spf.result === 'pass',
      without: `SPF does not pass for ${spf.domain ?? author} (${spf.result})`,
      unknown:
        openSpf === null
          ? `SPF of ${spf.domain} (${spf.detail ?? 'no answer'})`
          : `SPF, as ${lowerFirst(openSpf).replace(/\.$/, '')}`,
      fix: `Add the sending address ${spf.ip ?? ''} to the SPF record of ${spf.domain ?? author}.`.replace('  ', ' '),
      gmail: '5.7.27',
    },
    {
      met: results.includes('pass') ? true : results.includes('temperror') ? null : false,
      without: results.length === 0 ? 'the message has no DKIM signature' : 'no DKIM signature holds',
      unknown: 'DKIM, as a key could not be fetched',
      fix: `Have the mail signed with DKIM for ${author}.`,
      gmail: NOT_SIGNED,
    },
    {
      met: record,
      without: `${author} has no DMARC record that can be read`,
      unknown: `the DMARC record of ${author}`,
      fix: `Publish a DMARC record for ${author}, with a mailbox that you read.`,
      gmail: '5.7.40',
      publish: txtLine(`_dmarc.${author}`, `v=DMARC1; p=none; rua=mailto:dmarc-reports@${author}`),
    },
    {
      met: anyOf(
        identifiers.map(({ result, aligned }) =>
          result === 'pass' ? aligned : result === 'temperror' && aligned !== false ? null : false,
        ),
      ),
      without: `neither SPF nor DKIM passes for ${author}, the domain in From`,
      unknown: `whether SPF or DKIM is for ${author}`,
      fix: `Have the mail signed with d=${author}, or sent with an envelope sender in ${author}.`,
      gmail: NOT_ALIGNED,
    },
  ];
}

/** Whether one is so; null where that hangs on what is not known. */
function anyOf(each: readonly (boolean | null)[]): boolean | null {
  if (each.includes(true)) return true;
  return each.includes(null) ? null : false;
}
