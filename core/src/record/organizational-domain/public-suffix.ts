import { getDomain, getPublicSuffix } from 'tldts';
import { normalName } from '../../dns/index.ts';

/**
 * The list's private part counts too: who rents `example.blogspot.com` is no part of blogspot.com's organisation. Input
 * is a bare name, so that nothing may be cut out of it as if it were a URL.
 */
const options = { allowPrivateDomains: true, extractHostname: false, validateHostname: false, detectIp: true } as const;

/**
 * The public suffix of a domain by the Public Suffix List, its private rules included: `co.uk` of `www.example.co.uk`.
 * A top-level domain that is not listed is one itself (the list's default rule `*`).
 *
 * @param domain in any case, in A-labels or U-labels, with or without the final dot
 * @returns lower case, as written otherwise; null for what is no domain name: an address, an empty label
 */
export function publicSuffix(domain: string): string | null {
  const name = listed(domain);
  return name === null ? null : getPublicSuffix(name, options);
}

/**
 * The Organizational Domain as RFC 7489 section 3.2 finds it: the public suffix and one label more. RFC 9989 asks the
 * DNS instead: {@link walkDmarc}.
 *
 * @param domain as for {@link publicSuffix}
 * @returns lower case; null where the domain is a public suffix itself, or none at all
 */
export function organizationalDomain(domain: string): string | null {
  const name = listed(domain);
  return name === null ? null : getDomain(name, options);
}

function listed(domain: string): string | null {
  const name = normalName(domain);
  return isDomainName(name) ? name : null;
}

/** Longest label and name in octets (RFC 1035 section 2.3.4); a name's 255 count lengths and the root. */
const [MAX_LABEL, MAX_NAME] = [63, 253];

/** Signs of an address, a URL or a mailbox that somebody took for a name. */
const noName = /[\s/@:[\]()<>,;"\\]/;

/** Whether a normal name can stand in the DNS and is no IP address: a last label of digits alone is one of those. */
export function isDomainName(name: string): boolean {
  if (name.length > MAX_NAME || noName.test(name)) return false;
  const labels = name.split('.');
  return labels.every(({ length }) => length > 0 && length <= MAX_LABEL) && !/^\d+$/.test(labels.at(-1) ?? '');
}
