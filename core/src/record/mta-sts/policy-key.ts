import { editDistance } from '../../text/edit-distance.ts';

/** The keys that a policy has (RFC 8461 section 3.2). */
export const policyKeys: readonly string[] = ['version', 'mode', 'mx', 'max_age'];

/** Whether a text can be a key at all (`sts-policy-ext-name`). */
export function isPolicyKey(key: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/.test(key);
}

/** The known key that an unknown one seems to stand for: `Mode`, `max-age`, `nmx`; null where it stands for none. */
export function meantKey(key: string): string | null {
  if (key.length < 2 || !isPolicyKey(key)) return null;
  const plain = key.toLowerCase().replaceAll('-', '_');
  return policyKeys.find((name) => editDistance(plain, name) <= 1) ?? null;
}
