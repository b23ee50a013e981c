import type { DmarcPlace } from '../organizational-domain/index.ts';
import type { AppliedPolicy } from './applied-policy.ts';
import type { AuthenticationResult, DmarcVerdict } from './dmarc-verdict.ts';

/** Why an authenticated domain does or does not carry the message, as a sentence. */
export function whyOf(
  { method, result, domain }: AuthenticationResult & { readonly method: 'spf' | 'dkim' },
  { domain: from, organizationalDomain }: DmarcPlace,
  mode: 'relaxed' | 'strict',
  aligned: boolean | null,
): string {
  const what = `${method === 'spf' ? 'SPF' : 'DKIM'} gave ${result} for ${domain}`;
  if (result !== 'pass' && result !== 'temperror') return `${what}, so it cannot carry the message.`;
  if (aligned === null) return `${what}; whether that is of the organisation of ${from} could not be determined.`;
  const wanted =
    mode === 'strict' ? `exactly ${from}` : `${organizationalDomain ?? from} or a domain of the same organisation`;
  if (!aligned) return `${what}, which is not aligned: it would have to be ${wanted}.`;
  return result === 'pass'
    ? `${what}, which is aligned with ${from}.`
    : `${what}, which is aligned with ${from}: another attempt may pass.`;
}

/** A verdict as sentences. */
export function describeVerdict({ result, place, policy, identifiers }: Omit<DmarcVerdict, 'says'>): string {
  const { domain, record, undetermined } = place;
  if (policy === null && undetermined !== null)
    return `Whether ${domain} has a DMARC policy could not be determined: the question for ${undetermined.name} ended with ${undetermined.answer.status}.`;
  if (policy === null || record === null)
    return `No DMARC record applies to ${domain}, so DMARC says nothing about the message.`;
  if (policy.how === 'ignored')
    return `The record at ${record.name} names no policy that can be read and no mailbox for reports, so DMARC does not apply to ${domain}.`;
  switch (result) {
    case 'pass':
      return `The message passes DMARC for ${domain}. ${identifiers.find((one) => one.result === 'pass' && one.aligned === true)?.says ?? ''}`;
    case 'fail':
      return `The message fails DMARC for ${domain}. ${reasons(identifiers)} ${consequence(policy, record.name)}`;
    default:
      return `Whether the message passes DMARC for ${domain} could not be determined. ${reasons(identifiers)}`;
  }
}

/** Most identifiers that a sentence names: a message can carry hundreds of signatures. */
const NAMED = 4;

function reasons(identifiers: DmarcVerdict['identifiers']): string {
  if (identifiers.length === 0) return 'It has neither an SPF result nor a DKIM signature.';
  const said = identifiers.slice(0, NAMED).map(({ says }) => says);
  const more = identifiers.length - said.length;
  return [...said, ...(more > 0 ? [`So it is with ${more} more.`] : [])].join(' ');
}

function consequence({ how, tag, requested, policy, percent }: AppliedPolicy, name: string): string {
  if (how === 'undetermined')
    return `The record at ${name} asks for different things depending on whether the domain exists, which could not be determined.`;
  if (how === 'as-none')
    return `The record at ${name} cannot be read as a policy and counts as p=none: the message is delivered as without DMARC.`;
  const share = percent < 100 ? ` for ${percent} of 100 such messages` : '';
  const test = policy !== requested ? `, weakened to ${policy} for a test` : '';
  return `The record at ${name} asks for ${tag}=${requested}${test}${share}.`;
}
