/** What one request may cost. Every server that is asked is a stranger's. */
export interface HttpsLimits {
  /** Octets of the body, after any content coding: a policy needs a few hundred, a logo 32 KiB. */
  readonly body: number;
  /** Octets of the header section: Node's own bound, so that headers without end are no way around the body's. */
  readonly headers: number;
  /** Milliseconds from the call to the last octet: one octet a second keeps no connection open. */
  readonly time: number;
  /** Addresses of a name that are tried: a name with a thousand dead ones takes no longer than one with four. */
  readonly addresses: number;
}

const DEFAULTS: HttpsLimits = { body: 65_536, headers: 16_384, time: 5_000, addresses: 4 };

/** Completes limits. @throws RangeError for one that would switch its guard off */
export function httpsLimits(given: Partial<HttpsLimits> = {}): HttpsLimits {
  const limits = { ...DEFAULTS, ...given };
  for (const [name, value] of Object.entries(limits))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`limits.${name} is ${String(value)}: write a whole number from 1.`);
  return limits;
}
