import { checkHost, isAligned, type SpfEvaluation, type SpfRecord, selectSpf } from '@whybounce/core/record';
import { addressRange } from '../../address-guard.ts';
import { seenAnswer } from '../../dns/dns-words.ts';
import { messageVerification } from '../../fact/message-verification.ts';
import { written } from '../../fact/spf-publish.ts';
import { type SpfIdentity, senderOf } from '../../fact/spf-sender.ts';
import { quotedTerm, seenPlace, seenRecord } from '../../fact/spf-words.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, type Verdict, warn } from '../define.ts';

/** From them no mail reaches a stranger's server; ranges for documentation are not among them, as examples use them. */
const INNER: ReadonlySet<string> = new Set(['private', 'loopback', 'linkLocal', 'uniqueLocal', 'carrierGradeNat']);

export default defineCheck({
  id: 'spf.authorises_ip',
  area: 'spf',
  input: 'message',
  needs: ['ip'],
  severity: 'critical',
  title: 'SPF allows the address that sends',
  about:
    'Receivers take the domain of the return path (of the server’s own name where a bounce has none) and look whether its SPF record allows the IP address that connects. Anything but a pass counts as a failure with DMARC, and a clear "no" gets mail refused by many.',
  remedy:
    'Add the address, or the include of the service that it belongs to, to the SPF record of the return path’s domain.',
  source: 'RFC 7208 section 4',
  async run(context) {
    const { subject, dns, now } = context;
    const ip = subject.ip as string;
    if (INNER.has(addressRange(ip)))
      return notApplicable(
        `${ip} is an address inside a network. SPF looks at the public address from which mail leaves.`,
      );
    const identity = senderOf(subject);
    if (identity === null)
      return notApplicable(
        'Neither the return path nor the server’s name nor a domain was named whose SPF could be evaluated.',
      );
    const { domain, sender, helo } = identity;
    const result = await checkHost({ ip, sender, helo, domain, dns, now });
    const answer = await dns.query(domain, 'TXT');
    const [record] = selectSpf(answer.records).records;
    const decided = result.decidedBy;
    const seen = [
      record === undefined ? seenAnswer(answer) : seenRecord(domain, record.text),
      ...(decided === null ? [] : seenPlace({ path: result.path, at: decided })),
      { of: `SPF for ${ip} and ${identity.words}`, value: result.verdict },
    ];
    return judge(context, identity, result, record ?? null, seen, await ownSignature(context));
  },
});

/** A signature of the author's own domain that verifies; null where there is none, or no message. */
async function ownSignature(context: CheckContext): Promise<{ readonly author: string; readonly by: string } | null> {
  if (context.subject.message === null) return null;
  const verified = await messageVerification(context);
  if ('beyond' in verified || verified.authorDomain === null) return null;
  const author = verified.authorDomain;
  const own = verified.dkim.signatures.find(
    ({ domain, result }) => result === 'pass' && isAligned(author, domain, 'relaxed'),
  );
  return own === undefined ? null : { author, by: own.domain };
}

function judge(
  { subject }: CheckContext,
  { domain, sender, words }: SpfIdentity,
  { verdict, says, decidedBy }: SpfEvaluation,
  record: SpfRecord | null,
  seen: Verdict['seen'],
  signed: { readonly author: string; readonly by: string } | null,
): Verdict {
  const ip = subject.ip as string;
  const by = decidedBy === null ? '' : `, by ${quotedTerm(decidedBy.term)} in the record of ${decidedBy.domain}`;
  const of = `SPF of ${words}`;
  const isHelo = sender === '';
  const isOwn = subject.domain === null || isAligned(subject.domain, domain, 'relaxed');
  const add = isOwn
    ? {
        fix: `If ${ip} sends mail of ${domain} with your consent, allow it: publish the record below, or better the include of the service that it belongs to, whose addresses change. If not, a forwarder passed the mail on, or somebody forged it: then publish nothing.`,
        publish: written(domain, { existing: record?.text ?? null, add: [{ ip }] }).publish,
      }
    : {
        fix: `${domain} is not of ${subject.domain}: ask whoever runs it to allow ${ip}, or send with a return path of your own.`,
      };
  // RFC 7489 section 3.1: one of the two suffices, and the signature proves who wrote it
  if (signed !== null && (verdict === 'fail' || verdict === 'softfail' || verdict === 'neutral' || verdict === 'none'))
    return warn(
      `${of} does not allow ${ip} (${verdict})${by}. The message has a valid DKIM signature of ${signed.by}, so that it is genuine${signed.by === signed.author ? ' and passes DMARC all the same' : ''}: a forwarder may have passed it on from ${ip}.`,
      {
        seen: [...(seen ?? []), { of: `DKIM signature of ${signed.by}`, value: 'pass' }],
        severity: 'low',
        fix: `If ${ip} belongs to a forwarder, nothing is to be done. If it is a server or service of ${signed.author}, ${isOwn ? `have it allowed in the SPF of ${domain}` : `ask whoever runs ${domain} to allow it`}.`,
      },
    );
  // many servers have no SPF at their own name, the largest among them: ehlo.spf tells of it
  if (isHelo && verdict === 'none')
    return tell(
      `${domain}, the name that the server gives, has no SPF record, so that mail without sender from ${ip} has no SPF.`,
      { seen },
    );
  if (isHelo && !isOwn && verdict === 'neutral') return tell(`${of} says nothing of ${ip} (neutral)${by}.`, { seen });
  switch (verdict) {
    case 'pass':
      return pass(`${of} allows ${ip}${by}.`, { seen });
    case 'fail':
      return fail(`${of} forbids ${ip} to send${by}: many receivers refuse such mail.`, { seen, ...add });
    // RFC 7208 section 8.5 has receivers take it, marked; to DMARC it is no pass, so that it fails what is asked here
    case 'softfail':
      return fail(`${of} does not allow ${ip}, and calls its mail suspicious (softfail)${by}.`, {
        seen,
        severity: 'high',
        ...add,
      });
    // RFC 7208 section 8.2: to be treated exactly as no record, which is no word against the sender
    case 'neutral':
      return warn(
        `${of} says nothing of ${ip} (neutral)${by}: receivers treat its mail as if there were no SPF record.`,
        {
          seen,
          severity: 'medium',
          ...add,
        },
      );
    case 'none':
      return warn(`${domain} has no SPF record, so that ${ip} is neither allowed nor forbidden to send for ${words}.`, {
        seen,
        severity: 'high',
        ...add,
      });
    case 'permerror': {
      const mended = record?.valid === false ? written(domain, { existing: record.text, add: [] }).publish : undefined;
      return fail(`${of} cannot be evaluated for ${ip}, and receivers report an error (permerror). ${says}`, {
        seen,
        fix: isOwn
          ? `Repair the SPF of ${domain}; the other checks of SPF say how. Until then no server is allowed.`
          : `Tell whoever runs ${domain} that its SPF record is in error.`,
        publish: isOwn ? mended : undefined,
      });
    }
    default:
      return undetermined(`Whether ${of} allows ${ip} could not be told. ${says}`, { seen });
  }
}
