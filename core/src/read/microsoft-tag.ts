/** The parts of the tag that a Microsoft server leaves in its replies. */
export interface MicrosoftTag {
  /** `AM0P190CA0026`: the server. Its letters name the datacentre. */
  readonly host: string | null;
  /** `EURP190`: region and forest, the fault domain of an incident. */
  readonly forest: string | null;
  /** `prod` for mailbox servers, `mail.protection` or `olc.protection` for the edge. */
  readonly role: string | null;
  /** The id in `AS(…)`: an anti-spam rule of Microsoft's own, no autonomous system. */
  readonly as: string | null;
}

const none: MicrosoftTag = { host: null, forest: null, role: null, as: null };

/**
 * Takes apart `[AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]` and
 * `[DB5EUR01FT009.eop-EUR01.prod.protection.outlook.com]`, with the `AS(201806281)` beside them.
 * The newer form carries a time and an id behind the host: `[… 2026-05-27T14:30:00.000Z 08DC7E…]`.
 */
export function findMicrosoftTag(diagnostic: string): MicrosoftTag {
  const as = /\bAS\(?(\d{3,12})\)?/.exec(diagnostic)?.[1] ?? null;
  const at = diagnostic.search(/\.outlook\.com\b/i);
  if (at < 0) return as === null ? none : { ...none, as };
  const name = /[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}$/.exec(diagnostic.slice(Math.max(0, at - 256), at))?.[0];
  if (name === undefined) return { ...none, as };
  const labels = name.split('.');
  const [host = null, forest = null, ...rest] = labels;
  if (labels.length < 2 || rest.length === 0)
    return { host: null, forest: null, role: labels.join('.').toLowerCase(), as };
  // `example-com.mail.protection.outlook.com` is the MX of a tenant: no server of a forest
  if (/^(?:mail|olc)$/i.test(forest ?? ''))
    return { host: null, forest: null, role: labels.slice(1).join('.').toLowerCase(), as };
  return { host, forest, role: rest.join('.').toLowerCase(), as };
}
