import { normalName } from '../../dns/index.ts';
import { isMailAddress } from '../dmarc/report-uri.ts';
import type { RecordChange } from '../finding.ts';
import { isDomainName } from '../organizational-domain/public-suffix.ts';
import { isTlsRptRecord, parseTlsRpt, type TlsRptTarget } from './parse.ts';

export interface TlsRptWish {
  /** The domain of the addresses, in A-labels. */
  readonly domain: string;
  /** Mail addresses, `mailto:` or `https:` URLs that are to get reports, beside those that do already. */
  readonly rua: readonly string[];
  /** Places that are to get none any more, as they are published. */
  readonly remove?: readonly string[] | undefined;
  /** The record as it is published; null or absent where there is none. */
  readonly record?: string | null | undefined;
}

export interface TlsRptProposal {
  readonly record: { readonly name: string; readonly type: 'TXT'; readonly text: string };
  readonly changes: readonly RecordChange[];
}

/**
 * Writes the record that sends reports to the wished places, on the ground of the published one: places that can be
 * used stay, a bare address gets its `mailto:`, and those that cannot be used go.
 *
 * @throws RangeError for a domain or place that is none, or where no place is left
 */
export function writeTlsRpt(wish: TlsRptWish): TlsRptProposal {
  const domain = normalName(wish.domain.trim());
  if (!isDomainName(domain) || /[^\x21-\x7e]/.test(domain))
    throw new RangeError(`domain is "${wish.domain}": write a domain in its ASCII form, such as example.com.`);
  const published = wish.record ?? null;
  const old = published === null ? null : parseTlsRpt(published);
  const gone = new Set((wish.remove ?? []).map((place) => place.trim().toLowerCase()));
  const changes: RecordChange[] = [versionChange(published)];
  const places: string[] = [];
  for (const target of old?.rua ?? []) {
    const bare = target.scheme === null && isMailAddress(target.uri);
    const uri = bare ? placeOf(target.uri) : target.uri;
    const why = [target.uri, uri].some((one) => gone.has(one.toLowerCase()))
      ? 'It is to get no reports any more.'
      : ((bare ? null : whyUseless(target)) ?? (has(places, uri) ? 'It stands there twice.' : null));
    if (why === null) places.push(uri);
    const from = `rua=${target.uri}`;
    if (why !== null) changes.push({ kind: 'removed', from, to: null, why });
    else if (bare) changes.push({ kind: 'changed', from, to: `rua=${uri}`, why: 'Senders need "mailto:" before it.' });
    else changes.push({ kind: 'kept', from, to: from, why });
  }
  for (const place of wish.rua) {
    const uri = placeOf(place);
    if (has(places, uri)) continue;
    places.push(uri);
    changes.push({ kind: 'added', from: null, to: `rua=${uri}`, why: 'Reports are wanted there.' });
  }
  if (places.length === 0) throw new RangeError('rua is empty: name at least one address that is to get the reports.');
  const others = (old?.list.tags ?? []).filter(({ name, repeated }) => name !== 'v' && name !== 'rua' && !repeated);
  for (const { name, value } of others)
    changes.push({ kind: 'removed', from: `${name}=${value}`, to: null, why: 'Senders ignore it.' });
  const record = { name: `_smtp._tls.${domain}`, type: 'TXT', text: `v=TLSRPTv1; rua=${places.join(',')}` } as const;
  return { record, changes };
}

function versionChange(published: string | null): RecordChange {
  const to = 'v=TLSRPTv1';
  if (published === null) return { kind: 'added', from: null, to, why: 'It says that reports are wanted.' };
  return isTlsRptRecord(published)
    ? { kind: 'kept', from: to, to, why: null }
    : { kind: 'changed', from: published, to, why: 'Senders look for a record that begins so.' };
}

function has(places: readonly string[], uri: string): boolean {
  return places.some((place) => place.toLowerCase() === uri.toLowerCase());
}

function whyUseless({ uri, address, host }: TlsRptTarget): string | null {
  if ((address === null && host === null) || /[\s!]/.test(uri)) return 'No report can go there.';
  return null;
}

/** An address or URL as the record holds it (RFC 8460 section 3: `,`, `!` and `;` are encoded). */
function placeOf(place: string): string {
  const written = place.trim();
  const encoded = (text: string): string =>
    text.replaceAll(/[,!;]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  if (!/^(?:mailto|https?):/i.test(written) && isMailAddress(written))
    return `mailto:${encoded(written.replaceAll('%', '%25'))}`;
  const [target] = parseTlsRpt(`v=TLSRPTv1; rua=${encoded(written)}`).rua;
  if (target === undefined || whyUseless(target) !== null || /[^\x21-\x7e]/.test(written))
    throw new RangeError(`rua has "${place}": write a mail address or an https: URL.`);
  return target.uri;
}
