import type { Seen } from '@whybounce/core/check';
import { type AuthenticationResult, type DmarcEvaluation, evaluateDmarc } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { notApplicable, undetermined, type Verdict } from '../check/define.ts';
import { seenAnswer } from '../dns/dns-words.ts';
import type { Envelope, EnvelopePart } from '../verify/envelope/envelope.ts';
import type { Verification } from '../verify/verification.ts';
import { fact } from './fact.ts';
import { messageVerification } from './message-verification.ts';

/** DMARC of the message as both generations of receivers see it. */
export interface MessageDmarc {
  readonly verified: Verification;
  readonly author: string;
  readonly evaluation: DmarcEvaluation;
  /** Why SPF may be otherwise than it seems, as a sentence; null where it is sure. */
  readonly openSpf: string | null;
  readonly seen: readonly Seen[];
}

/** Evaluates DMARC of the message by both standards; a verdict where From names no one domain. */
export const messageDmarc = fact(async (context: CheckContext): Promise<MessageDmarc | Verdict> => {
  const verified = await messageVerification(context);
  if ('beyond' in verified) return undetermined(verified.beyond);
  const author = verified.authorDomain;
  if (author === null) return notApplicable('From names no one domain, so DMARC cannot be evaluated.');
  const { open, claim } = spfClaim(verified, author);
  const dkim = verified.dkim.signatures
    .filter(({ domain }) => domain !== '')
    .map(({ domain, result }) => ({ domain, result }));
  const evaluation = await evaluateDmarc({ fromDomain: author, spf: claim, dkim, dns: context.dns });
  const record = evaluation.places.rfc9989.record ?? evaluation.places.rfc7489.record;
  return {
    verified,
    author,
    evaluation,
    openSpf: open,
    seen: [
      { of: 'Domain of From', value: author },
      seenSpf(verified, claim),
      ...dkim.map(({ domain, result }) => ({ of: `DKIM signature of ${domain}`, value: result })),
      ...(record === null ? [] : [seenAnswer(record.answer)]),
    ],
  };
});

/**
 * The SPF result that DMARC counts: that of MAIL FROM alone, or of HELO for the null sender (RFC 9989 section 4.4.2). Where
 * the envelope is not known or only guessed, a temporary error stands for it: it could be a pass, and decides nothing.
 */
function spfClaim(
  { spf, envelope }: Verification,
  author: string,
): { open: string | null; claim: AuthenticationResult } {
  const { mailFrom } = envelope;
  const domain = mailFrom === null ? author : (spf.domain ?? (mailFrom.value.split('@').at(-1) || author));
  const open = whyOpen(spf.notEvaluated, envelope);
  return { open, claim: { domain, result: open === null ? spf.result : 'temperror' } };
}

/** SPF as it was evaluated, which may be of another name than DMARC counts. */
function seenSpf({ spf }: Verification, claim: AuthenticationResult): Seen {
  if (spf.notEvaluated !== null) return { of: `SPF of ${claim.domain}`, value: spf.notEvaluated };
  return { of: `SPF of ${spf.domain}${spf.identity === 'helo' ? ', the name in EHLO' : ''}`, value: spf.result };
}

function whyOpen(notEvaluated: string | null, { ip, mailFrom }: Envelope): string | null {
  if (notEvaluated !== null) return notEvaluated;
  if (mailFrom === null)
    return 'The sender of the envelope (MAIL FROM) is not known, and DMARC counts SPF for that alone.';
  const isGuess = (part: EnvelopePart | null) => part?.sureness === 'guessed';
  return isGuess(ip) || isGuess(mailFrom)
    ? `From where the message came could only be guessed (${ip?.value ?? 'no address'}, MAIL FROM <${mailFrom.value}>).`
    : null;
}
