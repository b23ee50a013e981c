import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { quoted } from '../quoted.ts';

/**
 * Names and addresses as parts of commands. They come from strangers' DNS and forms: a line end in one of
 * them would be a command of its own, so only what the grammar allows gets into the dialogue.
 */

/** An address as it stands in MAIL and RCPT, without the angle brackets. */
export interface Path {
  readonly path: string;
  /** Whether it can be said only to a server that offers SMTPUTF8 (RFC 6531). */
  readonly utf8: boolean;
}

/** Octets of a path with its brackets (RFC 5321 section 4.5.3.1.3). */
const MAX_PATH = 256;
/** Octets of a domain (section 4.5.3.1.2). */
const MAX_DOMAIN = 255;

const label = '[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?';
const domain = new RegExp(`^${label}(?:\\.${label})*$`);
/** Letters of other scripts, and the signs of a name. */
const worldDomain = /^[\p{L}\p{M}\p{N}._\u3002-]+$/u;
/** More than `Dot-string` of the RFC: there are real mailboxes with two dots in a row, or one at the end. */
const plainLocal = /^[^\s"(),:;<>@[\\\]\p{C}\p{Z}]+$/u;
const quotedLocal = /^"(?:[^"\\\p{C}]|\\[\x20-\x7e])*"$/u;
const ascii = /^[\x20-\x7e]*$/;

/** The name as it stands in EHLO and HELO: a domain or an address literal; null where it is neither. */
export function heloName(name: string): string | null {
  return isDomain(name) || isLiteral(name) ? name : null;
}

/** The name for SNI: null where it is no host name (RFC 6066 section 3 forbids addresses). */
export function sniName(host: string): string | undefined {
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  return isDomain(name) && isIP(name) === 0 ? name : undefined;
}

/**
 * Reads an address for MAIL or RCPT.
 *
 * @returns the path, with the domain as A-labels (RFC 5890); or why it cannot be said, as a sentence
 */
export function pathOf(address: string): Path | { readonly invalid: string } {
  const shown = quoted(address);
  if (Buffer.byteLength(address) > MAX_PATH - 2)
    return { invalid: `${shown} is longer than the ${MAX_PATH - 2} bytes of an address.` };
  // the one address without a domain that every server must know (RFC 5321 section 4.5.1)
  if (/^postmaster$/i.test(address)) return { path: address, utf8: false };
  const at = address.lastIndexOf('@');
  if (at < 0) return { invalid: `${shown} has no @ and is no address.` };
  const [local, given] = [address.slice(0, at), address.slice(at + 1)];
  if (!address.isWellFormed() || !(plainLocal.test(local) || quotedLocal.test(local)))
    return { invalid: `The part before the @ in ${shown} cannot be part of an address.` };
  const name = ascii.test(given) || !worldDomain.test(given) ? given : domainToASCII(given);
  if (!isDomain(name) && !isLiteral(name))
    return { invalid: `The part after the @ in ${shown} is no name of a domain.` };
  return { path: `${local}@${name}`, utf8: !ascii.test(local) };
}

function isDomain(name: string): boolean {
  return name.length <= MAX_DOMAIN && domain.test(name);
}

/** `[192.0.2.1]`, `[IPv6:2001:db8::1]` (RFC 5321 section 4.1.3). */
function isLiteral(name: string): boolean {
  const inside = /^\[(IPv6:)?([0-9A-Fa-f.:]+)\]$/.exec(name);
  return inside !== null && isIP(inside[2] as string) === (inside[1] === undefined ? 4 : 6);
}
