import { DAY, duration } from './duration.ts';
import { MAX_MAX_AGE, parseMtaStsPolicy } from './parse-policy.ts';
import { type MtaStsProposal, type MtaStsWish, writeMtaSts } from './write.ts';

/**
 * How MTA-STS is withdrawn without losing mail (RFC 8461 section 8.3): senders that remember an enforced policy keep to
 * it until it expires, so it is first replaced by `mode: none`.
 *
 * @returns the policy and record to publish first, and the seconds to wait before both may be deleted
 */
export function withdrawMtaSts(
  wish: Pick<MtaStsWish, 'domain' | 'record' | 'policy' | 'now'>,
): MtaStsProposal & { readonly waitSeconds: number } {
  const old = wish.policy === null || wish.policy === undefined ? null : parseMtaStsPolicy(wish.policy);
  const proposal = writeMtaSts({ ...wish, mxHosts: [], mode: 'none', maxAge: DAY });
  // without the old file nobody knows how long it is remembered
  const waitSeconds = Math.max(DAY, old?.maxAge ?? MAX_MAX_AGE);
  return {
    ...proposal,
    waitSeconds,
    steps: [
      ...proposal.steps,
      `Wait ${duration(waitSeconds)}: so long may senders remember the policy that was served before. Wait longer if an earlier one had a larger max_age.`,
      `Then delete the TXT record at ${proposal.record.name}, the file at ${proposal.policy.url}, and the host ${proposal.host}.`,
    ],
  };
}
