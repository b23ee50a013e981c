import { expandIpv6, formatIp, type IpAddress } from '../ip/index.ts';
import { MAX_EXPLANATION, MAX_NAME } from './limits.ts';
import { lettersOf, type Macro, type MacroLetter, type MacroString } from './macro-string.ts';

/** What macros stand for in one evaluation; null is what nobody knows. */
export interface MacroValues {
  /** The MAIL FROM address, `postmaster@` the HELO name for the null sender. */
  readonly sender: string | null;
  /** The domain of the sender: with it alone, `%{o}` is known before any mail. */
  readonly senderDomain: string | null;
  /** Mapped addresses as IPv4. */
  readonly ip: IpAddress | null;
  readonly helo: string | null;
  /** The names of the client's address whose address records lead back to it, in the order of the answer. */
  readonly validated: readonly string[] | null;
  /** The name of the host that evaluates. */
  readonly receiver: string | null;
  readonly now: Date | null;
}

/** What RFC 7208 section 7.3 has for a name or host that is not known. */
const UNKNOWN = 'unknown';
/** Longest sender and HELO name that macros take: RFC 5321 section 4.5.3.1 has 256 and 255 octets. */
const MAX_VALUE = 512;

/**
 * Expands a domain-spec to the name that is asked for.
 *
 * @param domain whose record holds it: the macro `d`
 * @returns the name in lower case, without the final dot, with labels dropped at its left where it would exceed 253
 *   characters (RFC 7208 section 7.3); or the letters that nothing is known for
 */
export function expandName(
  value: MacroString,
  domain: string,
  values: MacroValues,
): { readonly name: string; readonly needs: null } | { readonly name: null; readonly needs: readonly MacroLetter[] } {
  const [only] = value.parts;
  if (value.parts.length === 1 && only?.kind === 'text' && only.value.length <= MAX_NAME)
    return { name: (only.value.endsWith('.') ? only.value.slice(0, -1) : only.value).toLowerCase(), needs: null };
  const needs = [...lettersOf(value)].filter((letter) => letterValue(letter, domain, values) === null);
  if (needs.length > 0) return { name: null, needs };
  let name = '';
  // from the right, as what stands beyond 253 characters is dropped and needs no work
  for (let at = value.parts.length - 1; at >= 0 && name.length <= MAX_NAME + 1; at -= 1) {
    const part = value.parts[at];
    if (part !== undefined) name = (part.kind === 'text' ? part.value : expanded(part, domain, values)) + name;
  }
  if (name.endsWith('.')) name = name.slice(0, -1);
  if (name.length > MAX_NAME) {
    const dot = name.indexOf('.', name.length - MAX_NAME - 1);
    name = dot === -1 ? '' : name.slice(dot + 1);
  }
  return { name: name.toLowerCase(), needs: null };
}

/** Expands the text of an explanation, cut off at a length that fits into a reply. */
export function expandExplanation(value: MacroString, domain: string, values: MacroValues): string {
  let text = '';
  for (const part of value.parts) {
    if (text.length >= MAX_EXPLANATION) break;
    text += part.kind === 'text' ? part.value : expanded(part, domain, values);
  }
  return text.slice(0, MAX_EXPLANATION);
}

function expanded(macro: Macro, domain: string, values: MacroValues): string {
  let value = letterValue(macro.letter, domain, values) ?? UNKNOWN;
  if (macro.reverse || macro.keep !== null || macro.delimiters !== '.') {
    let parts = splitAt(value, macro.delimiters);
    if (macro.reverse) parts.reverse();
    if (macro.keep !== null) parts = parts.slice(-macro.keep);
    // whatever parted the value, dots join it (RFC 7208 section 7.3)
    value = parts.join('.');
  }
  return macro.escape ? urlEscaped(value) : value;
}

function letterValue(letter: MacroLetter, domain: string, values: MacroValues): string | null {
  const { sender, ip } = values;
  switch (letter) {
    case 's':
      return sender?.slice(0, MAX_VALUE) ?? null;
    case 'l':
      return sender?.slice(0, sender.lastIndexOf('@')).slice(0, MAX_VALUE) ?? null;
    case 'o':
      return values.senderDomain;
    case 'd':
      return domain;
    case 'i':
      return ip === null ? null : ip.family === 4 ? formatIp(ip) : nibbles(ip);
    case 'v':
      return ip === null ? null : ip.family === 4 ? 'in-addr' : 'ip6';
    case 'c':
      return ip === null ? null : formatIp(ip);
    case 'h':
      return values.helo?.slice(0, MAX_VALUE) ?? null;
    case 'p':
      return values.validated === null ? null : validatedName(values.validated, domain);
    case 'r':
      return values.receiver ?? UNKNOWN;
    case 't':
      return values.now === null ? UNKNOWN : String(Math.floor(values.now.getTime() / 1000));
  }
}

/** In upper case, as explanations of other evaluators have them; names are in lower case all the same. */
function nibbles(ip: IpAddress): string {
  return [...expandIpv6(ip).replaceAll(':', '')].join('.').toUpperCase();
}

/** RFC 7208 section 7.3: the domain itself before a name below it before any other. */
function validatedName(names: readonly string[], domain: string): string {
  const own = domain.toLowerCase();
  return names.find((name) => name === own) ?? names.find((name) => name.endsWith(`.${own}`)) ?? names[0] ?? UNKNOWN;
}

function splitAt(value: string, delimiters: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= value.length; at += 1) {
    if (at < value.length && !delimiters.includes(value.charAt(at))) continue;
    parts.push(value.slice(from, at));
    from = at + 1;
  }
  return parts;
}

function urlEscaped(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
