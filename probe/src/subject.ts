import { domainToASCII } from 'node:url';
import { normalName } from '@whybounce/core/dns';
import { formatIp, parseIp, unmapped } from '@whybounce/core/record';
import { NOTHING, type Subject } from './check/context.ts';
import { quoted } from './quoted.ts';
import { SubjectError } from './subject-error.ts';

/** What is to be checked, as a person or a program writes it. */
export interface CheckRequest {
  /** A domain; an address or a URL is taken for its domain. Internationalised names in either form. */
  readonly domain?: string | undefined;
  readonly ip?: string | undefined;
  readonly helo?: string | undefined;
  /** The address or domain in MAIL FROM; `<>` for the null sender. */
  readonly mailFrom?: string | undefined;
  /** `selector` of the domain, or `selector@signing.domain`. */
  readonly selectors?: readonly string[] | undefined;
  /** The address that bounced. */
  readonly recipient?: string | undefined;
  /** What its sender was told. */
  readonly refusal?: string | undefined;
  /** The host that refused. */
  readonly refusedBy?: string | undefined;
  /** One mail server by name or address. */
  readonly mailServer?: string | undefined;
}

/** Longest name of the DNS (RFC 1035 section 2.3.4), in presentation format. */
const MAX_NAME = 253;
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
/** More selectors than anybody signs with. */
const MAX_SELECTORS = 20;
/** Longest address (RFC 5321 section 4.5.3.1), with the brackets. */
const MAX_ADDRESS = 320;
/** Longest text that a name is looked for in: a URL with all that trackers hang on it. Megabytes would be searched again and again. */
const MAX_TEXT = 4096;
/** Characters of a refusal that are kept: replies have a few hundred, and evidence repeats them. */
const MAX_REFUSAL = 8192;

/**
 * Reads what is to be checked.
 *
 * @throws SubjectError for what is no domain, no address, no host
 */
export function readSubject(request: CheckRequest): Subject {
  const domain = request.domain === undefined ? null : readDomain(request.domain);
  return {
    ...NOTHING,
    domain,
    ip: request.ip === undefined ? null : readIp(request.ip),
    helo: request.helo === undefined ? null : readHelo(request.helo),
    mailFrom: request.mailFrom === undefined ? null : readMailFrom(request.mailFrom),
    selectors: readSelectors(request.selectors ?? [], domain),
    recipient: request.recipient === undefined ? null : readAddress(request.recipient),
    refusal: request.refusal?.slice(0, MAX_REFUSAL) ?? null,
    refusedBy: request.refusedBy === undefined ? null : readHost(request.refusedBy),
    mailServer: request.mailServer === undefined ? null : readHost(request.mailServer),
  };
}

/** A domain in its ASCII form out of what people paste: an address, a URL, a name with blanks around it. */
export function readDomain(text: string): string {
  const bare = text
    .slice(0, MAX_TEXT)
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/(?<![>\s])[>\s]+$/, '')
    .replace(/:\d+$/, '');
  const name = nameOf(bare);
  if (name === null || !name.includes('.') || addressOf(name) !== null)
    throw new SubjectError('domain-invalid', `${quoted(text)} is no domain: write a name such as example.com.`);
  return name;
}

/** A name of the DNS in lower case and ASCII, without the final dot; null for what cannot be one. */
function nameOf(text: string): string | null {
  // line ends would be left out as in a URL, and two lines become one name
  if (text === '' || text.length > 4 * MAX_NAME || /[\p{Cc}\s]/u.test(text)) return null;
  // labels with an underscore (`_spf.example.com`) are names, though no host names
  const name = normalName(/[^\u0020-\u007e]/.test(text) ? domainToASCII(text) : text);
  if (name === '' || name.length > MAX_NAME) return null;
  return name.split('.').every((label) => LABEL.test(label)) ? name : null;
}

/** An address of either family, without brackets or zone, as the DNS gives it: IPv4 alone where IPv6 only wraps it. */
export function readIp(text: string): string {
  const ip = addressOf(text);
  if (ip === null)
    throw new SubjectError(
      'ip-invalid',
      `${quoted(text)} is no IP address: write one such as 192.0.2.1 or 2001:db8::1.`,
    );
  return ip;
}

/** An address in the one form in which addresses are compared (RFC 5952); null for what is none. */
export function addressOf(text: string): string | null {
  const ip = parseIp(text.trim().replace(/^\[(?:ipv6:)?(.*)\]$/i, '$1'));
  return ip === null ? null : formatIp(unmapped(ip));
}

/** What a server greets with is kept as it is, wrong as it may be: that is what is checked. */
function readHelo(text: string): string {
  const bare = text.trim();
  if (bare === '' || bare.length > MAX_NAME || !/^[\x21-\x7e]+$/.test(bare))
    throw new SubjectError('host-invalid', `${quoted(text)} is no name for EHLO: write one such as mail.example.com.`);
  return bare.toLowerCase();
}

function readHost(text: string): string {
  const host = addressOf(text) ?? nameOf(text.trim());
  if (host === null)
    throw new SubjectError('host-invalid', `${quoted(text)} is no mail server: write its name or its IP address.`);
  return host;
}

function readMailFrom(text: string): string {
  const bare = text.trim().replace(/^<(.*)>$/, '$1');
  if (bare === '') return '';
  return bare.includes('@') ? readAddress(bare) : readDomain(bare);
}

/** An address whose domain is in its ASCII form. */
function readAddress(text: string): string {
  const bare = text.trim().replace(/^<(.*)>$/, '$1');
  const at = bare.lastIndexOf('@');
  // control characters would become commands of their own in a dialogue (SMTP injection)
  if (at < 1 || bare.length > MAX_ADDRESS || /[\p{C}\s<>]/u.test(bare))
    throw new SubjectError('address-invalid', `${quoted(text)} is no mail address: write one such as ann@example.com.`);
  return `${bare.slice(0, at)}@${readDomain(bare.slice(at + 1))}`;
}

function readSelectors(texts: readonly string[], domain: string | null): Subject['selectors'] {
  if (texts.length > MAX_SELECTORS)
    throw new SubjectError(
      'selector-invalid',
      `${texts.length} selectors are too many: name at most ${MAX_SELECTORS}.`,
    );
  return texts.map((text) => {
    const [name = '', signing, ...more] = text.trim().split('@', 3);
    const selector = nameOf(name);
    const isOne = selector !== null && more.length === 0;
    const by = !isOne ? null : signing === undefined ? domain : readDomain(signing);
    if (!isOne || by === null)
      throw new SubjectError(
        'selector-invalid',
        `${quoted(text)} is no DKIM selector: write what stands after s= in a signature, such as selector1.`,
      );
    return { selector, domain: by };
  });
}
