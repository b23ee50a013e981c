import { fixSignature } from '../../fact/dkim-cause-fix.ts';
import { nameOf, seenSignature } from '../../fact/dkim-signatures.ts';
import { listed } from '../../fact/list-words.ts';
import { messageVerification } from '../../fact/message-verification.ts';
import type { PartVerdict } from '../../verify/dkim/check-signature.ts';
import type { SignatureReport } from '../../verify/dkim/verdict.ts';
import type { Verification } from '../../verify/verification.ts';
import { defineCheck, fail, pass, undetermined, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'dkim.verify',
  area: 'dkim',
  input: 'message',
  needs: ['message'],
  severity: 'critical',
  title: 'The DKIM signature holds',
  about:
    'A DKIM signature proves that a domain answers for the message and that nobody changed it. It has two halves, told apart here: the hash of the body, and the signature over the header. One signature that holds is enough.',
  remedy: 'Sign the message last, after everything that changes it, and publish the key.',
  source: 'RFC 6376 section 6',
  async run(context) {
    const verified = await messageVerification(context);
    if ('beyond' in verified) return undetermined(verified.beyond);
    const { signatures } = verified.dkim;
    if (signatures.length === 0) return unsigned(verified);
    const seen = [...signatures.map(seenSignature), ...signatures.flatMap(seenKey)];
    const passing = signatures.filter(({ result }) => result === 'pass');
    const failing = signatures.filter(({ result }) => result !== 'pass' && result !== 'temperror');
    const skipped = failing.filter(isUnknownKind);
    if (passing.length > 0) {
      const says = `${listed(passing.map(nameOf)).replaceAll(' The ', ' the ')} ${passing.length === 1 ? 'holds' : 'hold'}: body and header are as they were signed.`;
      // RFC 6376 section 6.1: a signature that fails is as good as none, so that it takes nothing away
      const broken = failing.filter((one) => !skipped.includes(one));
      if (broken.length === 0) return pass(says, { seen });
      return warn(`${says} ${broken.slice(0, MAX_TOLD).map(tellOne).join(' ')}`, {
        seen,
        severity: 'low',
        fix: fixSignature(broken[0] as SignatureReport),
      });
    }
    const told = signatures.slice(0, MAX_TOLD).map(tellOne).join(' ');
    const more: Partial<Verdict> = { seen };
    if (signatures.some(({ result }) => result === 'temperror')) return undetermined(told, more);
    const first = failing[0] as SignatureReport;
    if (first.failures.every(({ code }) => code === 'not-verified')) return undetermined(told, more);
    return fail(told, { ...more, fix: fixSignature(first) });
  },
});

/** Signatures that a verdict speaks of: more would drown it. */
const MAX_TOLD = 3;

function unsigned({ envelope }: Verification): Verdict {
  const seen = [{ of: 'DKIM-Signature fields', value: 'none' }];
  return envelope.hops.length === 0 && envelope.ip === null
    ? undetermined(
        'The message has no DKIM signature, and no Received field either: it was saved before it was sent, and mail is signed when it leaves. Check it as it arrived.',
        { seen },
      )
    : fail('The message has no DKIM signature.', {
        seen,
        severity: 'high',
        fix: 'Switch DKIM on for your domain at the system that sends the mail, and publish the record that it shows.',
      });
}

/** An algorithm that does not exist for a verifier: by RFC 8463 it looks at the other signature. */
function isUnknownKind({ failures }: SignatureReport): boolean {
  return failures.some(({ code }) => code === 'unknown-algorithm' || code === 'not-verified');
}

function tellOne(signature: SignatureReport): string {
  const { failures, bodyHash, headerSignature, lenient } = signature;
  const causes = failures.flatMap((failure) => failure.causes);
  const best = causes.find(({ proven }) => proven) ?? causes[0];
  const quote =
    best?.quote == null ? '' : ` The words: "${best.quote.replace(/\s+/g, ' ').trim().slice(0, MAX_QUOTE)}".`;
  return [
    `${nameOf(signature)} does not hold: the body ${halfWords(bodyHash)}, the header ${halfWords(headerSignature)}.`,
    ...failures.map(({ says }) => says),
    ...(best === undefined ? [] : [`${best.proven ? 'The cause' : 'A likely cause'}: ${best.says}${quote}`]),
    // that they call the same failure by another word is no matter
    ...(lenient?.result !== 'pass' ? [] : [`Lenient receivers say ${lenient.result}: ${lenient.because.join(' ')}`]),
  ].join(' ');
}

/** Characters of a changed piece that are repeated. */
const MAX_QUOTE = 120;

function halfWords(half: PartVerdict): string {
  return half === 'pass' ? 'is as it was signed' : half === 'fail' ? 'does not fit' : 'could not be compared';
}

function seenKey({ key: { name, record, detail } }: SignatureReport): Verdict['seen'] & object {
  return [{ of: `TXT ${name}`, value: record ?? detail ?? 'none' }];
}
