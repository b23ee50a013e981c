import { normalName } from '../../dns/index.ts';
import type { RecordChange } from '../finding.ts';
import { isDomainName } from '../organizational-domain/public-suffix.ts';
import { findTag } from '../tag-list/index.ts';
import { httpsUrlFault } from './https-url.ts';
import { isBimiRecord, parseBimi } from './parse.ts';

export interface BimiWish {
  /** The domain of the addresses, in A-labels. */
  readonly domain: string;
  /** Default `default`. */
  readonly selector?: string | undefined;
  /** The https URL of the logo; null to decline: no logo is then shown. */
  readonly logo: string | null;
  /** The https URL of the mark certificate; absent: as published; null: none. */
  readonly evidence?: string | null | undefined;
  /** Absent: as published. */
  readonly avatar?: 'brand' | 'personal' | undefined;
  /** The record as it is published; null or absent where there is none. */
  readonly record?: string | null | undefined;
}

export interface BimiProposal {
  readonly record: { readonly name: string; readonly type: 'TXT'; readonly text: string };
  readonly changes: readonly RecordChange[];
}

/**
 * Writes the record on the ground of the published one; tags that nobody knows go, as do repeated ones.
 *
 * @throws RangeError for a domain, selector or URL that is none
 */
export function writeBimi(wish: BimiWish): BimiProposal {
  const domain = normalName(wish.domain.trim());
  const selector = (wish.selector ?? 'default').toLowerCase();
  if (!isDomainName(domain) || /[^\x21-\x7e]/.test(domain))
    throw new RangeError(`domain is "${wish.domain}": write a domain in its ASCII form, such as example.com.`);
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/.test(selector))
    throw new RangeError(`selector is "${wish.selector}": write letters, digits and hyphens, such as default.`);
  const published = wish.record ?? null;
  const old = published === null ? null : parseBimi(published);
  const tags =
    wish.logo === null
      ? [
          ['l', ''],
          ['a', ''],
        ]
      : tagsOf(wish, old);
  if (old?.localPartSelectors === true) tags.push(['lps', 'true']);
  const text = ['v=BIMI1', ...tags.map(([name, value]) => `${name}=${value}`)].map((tag) => `${tag};`).join(' ');
  return {
    record: { name: `${selector}._bimi.${domain}`, type: 'TXT', text },
    changes: changesOf(published, text),
  };
}

function tagsOf({ logo, evidence, avatar }: BimiWish, old: ReturnType<typeof parseBimi> | null): string[][] {
  const kept = (url: string | null | undefined): string => (url && httpsUrlFault(url) === null ? url : '');
  const certificate = evidence === undefined ? kept(old?.evidence) : (evidence ?? '');
  const preference = avatar ?? (old !== null && findTag(old.list, 'avp') !== undefined ? old.avatar : null);
  return [
    ['l', checkedUrl('logo', logo ?? '')],
    ['a', certificate === '' ? '' : checkedUrl('evidence', certificate)],
    ...(preference === null ? [] : [['avp', preference]]),
  ];
}

function checkedUrl(option: string, url: string): string {
  const written = url.trim();
  if (httpsUrlFault(written) !== null || /[;"\\]/.test(written))
    throw new RangeError(`${option} is "${url}": write one https URL such as https://example.com/logo.svg.`);
  return written;
}

const reasons: Readonly<Record<string, string>> = {
  l: 'It says where the logo is.',
  a: 'It says where the certificate for the logo is.',
  avp: "It says whether the logo or the sender's own picture goes first.",
};

function changesOf(published: string | null, text: string): RecordChange[] {
  const old = published === null ? [] : parseBimi(published).list.tags.filter(({ name }) => name !== 'v');
  const version = 'v=BIMI1';
  const first: RecordChange =
    published === null
      ? { kind: 'added', from: null, to: version, why: 'It says that this is a BIMI record.' }
      : isBimiRecord(published)
        ? { kind: 'kept', from: version, to: version, why: null }
        : { kind: 'changed', from: published, to: version, why: 'Receivers look for a record that begins so.' };
  const next = parseBimi(text).list.tags.slice(1);
  const changes = next.map(({ name, value }): RecordChange => {
    const from = old.find((tag) => tag.name === name);
    const to = `${name}=${value}`;
    if (from === undefined) return { kind: 'added', from: null, to, why: reasons[name] ?? null };
    if (from.value === value) return { kind: 'kept', from: to, to, why: null };
    return { kind: 'changed', from: `${name}=${from.value}`, to, why: reasons[name] ?? null };
  });
  const removed = old
    .filter(({ name, repeated }) => repeated || !next.some((tag) => tag.name === name))
    .map(({ name, value, repeated }): RecordChange => {
      const why = repeated ? 'A repeated tag makes the whole record invalid.' : 'It says nothing that receivers know.';
      return { kind: 'removed', from: `${name}=${value}`, to: null, why };
    });
  return [first, ...changes, ...removed];
}
