import { createHash } from 'node:crypto';
import type { Encoding } from './encoding.ts';

/** The validator of a body in an encoding: each representation has its own (RFC 9110 §8.8.3.3). */
export function etagOf(body: Uint8Array, encoding: Encoding): string {
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return encoding === 'identity' ? `"${digest}"` : `"${digest}-${encoding}"`;
}

/** Whether `If-None-Match` names the validator, by the weak comparison (RFC 9110 §13.1.2). */
export function isUnchanged(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(',').some((item) => {
    const tag = item.trim();
    return tag === '*' || tag === etag || tag === `W/${etag}`;
  });
}
