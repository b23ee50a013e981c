import { type DmarcVerdict, dmarcPolicies } from '../dmarc/index.ts';
import type { MailChange, MailFate } from './mail.ts';

/** What one generation of receivers makes of a mail, out of its DMARC verdict. */
export function fateOf({ result, policy, identifiers }: DmarcVerdict): MailFate {
  const isOpen = ({ result: own, aligned }: (typeof identifiers)[number]) =>
    (own === 'pass' || own === 'temperror') && aligned !== false;
  const passes = identifiers.some(({ result: own, aligned }) => own === 'pass' && aligned === true)
    ? true
    : identifiers.some(isOpen)
      ? null
      : false;
  const percent = policy?.percent ?? 100;
  if (passes === true || result === 'none') return { passes, asked: 'none', percent: 100 };
  return result === 'fail' ? { passes, asked: policy?.policy ?? null, percent } : { passes, asked: null, percent };
}

/** What becomes of a mail when one fate takes the place of another. */
export function changeBetween(before: MailFate, after: MailFate): MailChange {
  if (before.passes === null || after.passes === null) return 'unclear';
  if (before.passes !== after.passes) return after.passes ? 'gained' : 'lost';
  if (after.passes) return 'same';
  if (before.asked === null || after.asked === null) return 'unclear';
  const step = weight(after) - weight(before);
  return step === 0 ? 'same' : step > 0 ? 'stricter' : 'milder';
}

/** Policies by their strength; within one, the share of mail that it is for. */
function weight({ asked, percent }: MailFate): number {
  const rank = asked === null ? 0 : dmarcPolicies.indexOf(asked);
  return rank * 1000 + (rank === 0 ? 0 : percent);
}
