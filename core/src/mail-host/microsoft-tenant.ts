import { mailHosts } from '@whybounce/knowledge/mail-host';
import { normalName } from '../dns/index.ts';
import { isDomainName, organizationalDomain } from '../record/organizational-domain/index.ts';

/**
 * The first label of a mail server of Microsoft 365, which stands for the domain that it was made for:
 * `example-com.mail.protection.outlook.com`. Dots become hyphens. A hyphen of the domain itself is left out, and where
 * it stood is written at the end: `my-firm.example` is `myfirm-example0e`. Microsoft documents the first half only; the
 * second was worked out from published MX records, all of which it explains.
 *
 * After `0` come the domain's places in fours, a letter for each four that has a hyphen: `a` and 1, 2, 4, 8 for the
 * first to the fourth place. A number before a letter counts the fours without any.
 */

/** Longest label (RFC 1035 section 2.3.4). What Microsoft makes of a longer one is not known. */
const MAX_LABEL = 63;
/** Of more fours without a hyphen in a row, no example was found that shows how they are written. */
const MAX_SKIPPED = 9;
/** `a` would be a four without hyphens, which is counted instead. */
const LETTERS = 'abcdefghijklmnop';
const INITIAL = '.onmicrosoft.com';

/**
 * The label that Microsoft 365 gives to a domain.
 *
 * @param domain in A-labels, in any case, with or without the final dot
 * @returns null where it is not known how Microsoft writes it, and for what is no domain
 */
export function tenantLabel(domain: string): string | null {
  const name = normalName(domain);
  if (!isDomainName(name) || !name.includes('.')) return null;
  if (name.endsWith(INITIAL)) {
    const tenant = name.slice(0, -INITIAL.length);
    return tenant.includes('.') ? null : tenant;
  }
  const code = hyphenCode(name);
  if (code === null) return null;
  const label = name.replaceAll('-', '').replaceAll('.', '-') + code;
  return label.length > MAX_LABEL ? null : label;
}

/**
 * The domain for which a mail server of Microsoft 365 was made: `example.com` of
 * `example-com.mail.protection.outlook.com`.
 *
 * @returns null for a host of somebody else, and where the label does not tell: that of a tenant's initial domain
 */
export function tenantDomain(host: string): string | null {
  const label = labelOf(host);
  if (label === null) return null;
  const written = /^(.+-[a-z]+)(0[0-9b-p]+)$/.exec(label);
  const bare = (written?.[1] ?? label).replaceAll('-', '.');
  const domain = written === null ? bare : withHyphens(bare, written[2] ?? '');
  // of a top-level domain with digits (xn--p1ai) the label does not show where it ends and the code begins
  if (domain === null || !/\.(?:[a-z]+|xn--[a-z0-9-]+)$/.test(domain)) return null;
  // whatever does not lead back to the same label was no code after all
  return tenantLabel(domain) === label ? domain : null;
}

/**
 * Whether a mail server of Microsoft 365 was made for a domain, or for another one of its organisation.
 *
 * - `other`: it was made for the domain of somebody else, or for none that can be. Mail arrives there all the same
 *   where both domains are in one tenant, which DNS does not show;
 * - `cannot-tell`: it is no server of Microsoft 365, or its label does not say for whom it is.
 */
export function tenantMatches(domain: string, mxHost: string): 'match' | 'other' | 'cannot-tell' {
  const label = labelOf(mxHost);
  const wanted = tenantLabel(domain);
  if (label === null || wanted === null) return 'cannot-tell';
  if (label === wanted) return 'match';
  const made = tenantDomain(mxHost);
  const organization = made === null ? null : organizationalDomain(made);
  if (organization !== null && organization === organizationalDomain(domain)) return 'match';
  // a tenant's own name stands alone; old hosts were named by older rules; of U-labels no example was found
  if (!label.includes('-') || isLegacy(mxHost) || normalName(domain).includes('xn--')) return 'cannot-tell';
  return 'other';
}

let zones: readonly string[] | undefined;

function labelOf(host: string): string | null {
  const name = normalName(host);
  if (!isDomainName(name)) return null;
  zones ??= mailHosts.flatMap(({ tenantZones = [] }) => tenantZones.map((zone) => `.${zone}`));
  const zone = zones.find((end) => name.endsWith(end));
  if (zone === undefined) return null;
  const [label = ''] = name.slice(0, -zone.length).split('.');
  return label === '' ? null : label;
}

const isLegacy = (host: string): boolean => normalName(host).endsWith('.mail.eo.outlook.com');

function hyphenCode(name: string): string | null {
  let code = '';
  let skipped = 0;
  for (let from = 0; from < name.length; from += 4) {
    let bits = 0;
    for (let place = 0; place < 4; place += 1) if (name[from + place] === '-') bits += 1 << place;
    if (bits === 0) {
      skipped += 1;
      continue;
    }
    if (skipped > MAX_SKIPPED) return null;
    code += `${skipped === 0 ? '' : skipped}${LETTERS[bits]}`;
    skipped = 0;
  }
  return code === '' ? '' : `0${code}`;
}

/** Puts the hyphens of a code back into a name; null where there is no such place. */
function withHyphens(bare: string, code: string): string | null {
  const places = new Set<number>();
  let four = 0;
  for (const sign of code.slice(1)) {
    const bits = LETTERS.indexOf(sign);
    if (bits === -1) {
      four += Number(sign);
      continue;
    }
    for (let place = 0; place < 4; place += 1) if ((bits & (1 << place)) !== 0) places.add(four * 4 + place);
    four += 1;
  }
  const letters = [...bare];
  const length = letters.length + places.size;
  if ([...places].some((place) => place >= length)) return null;
  let next = 0;
  return Array.from({ length }, (_, at) => (places.has(at) ? '-' : (letters[next++] ?? ''))).join('');
}
