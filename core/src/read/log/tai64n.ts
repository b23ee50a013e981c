import { isoOf } from './iso-time.ts';

const LABEL = /^@([0-9a-f]{16})([0-9a-f]{8})$/;
/** TAI counts from 1970 with 2^62 added, and was ten seconds ahead of UTC then. */
const TAI_EPOCH = 2n ** 62n + 10n;

/** `@40000000683584a80bebc200` (https://cr.yp.to/libtai/tai64.html) as ISO 8601 UTC, leap seconds as multilog has them. */
export function readTai64n(label: string): string | null {
  const found = LABEL.exec(label);
  if (found === null) return null;
  const seconds = Number(BigInt(`0x${found[1]}`) - TAI_EPOCH);
  const nanoseconds = Number.parseInt(found[2] ?? '', 16);
  if (nanoseconds > 999_999_999) return null;
  const fraction = String(nanoseconds).padStart(9, '0').replace(/0+$/, '');
  return isoOf(seconds * 1000, fraction);
}
