import type { Outcome } from './outcome.ts';

/** What is held against the sender, in a track. */
export const SENDER = 'sender';

/** Reasons about the recipient are told apart; what is held against the sender, or broken on the way, comes in many words. */
const broad: Readonly<Record<string, string>> = {
  auth: SENDER,
  reputation: SENDER,
  content: SENDER,
  policy: SENDER,
  tls: SENDER,
  dns: SENDER,
  route: 'way',
  host: 'way',
};

/**
 * What a refusal is counted with: its kind and, of reasons about the recipient, the reason itself; of
 * others what they are about. Empty for what is no refusal.
 */
export function trackOf({ kind, reason }: Outcome): string {
  if (kind !== 'failure' && kind !== 'deferral') return '';
  const about = reason ?? 'unknown';
  return `${kind} ${broad[about.slice(0, about.indexOf('.'))] ?? about}`;
}

/** Whether a track is of what is held against the sender. */
export function isAboutSender(track: string): boolean {
  return track.endsWith(` ${SENDER}`);
}

/** Whether a refusal may be about what the message says, whatever else it may be about. */
export function mayBeContent({ reason }: Outcome): boolean {
  return (
    reason === null || reason.startsWith('content.') || reason.startsWith('unknown.') || reason === 'policy.generic'
  );
}
