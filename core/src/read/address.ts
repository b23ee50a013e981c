/** RFC 5321 section 4.5.3.1: 64 for the local part and 255 for the domain, and room for route and comments. */
const MAX_ADDRESS = 512;

/**
 * The address of a header or report field: `rfc822; user@example.net`, `<user@example.net>`,
 * `"A. User" <user@example.net> (comment)`, `user@example.net`, internationalised ones too.
 *
 * @returns the bare address, domain in lower case; null where there is none
 */
export function readAddress(field: string | null): string | null {
  if (field === null || field === '') return null;
  let text = field.slice(0, 4 * MAX_ADDRESS).trim();
  const type = !text.includes(';')
    ? null
    : /^(?:rfc822|utf-?8|smtp|x-local-user|unknown|x400|x-[\w-]{1,20})\s*;\s*/i.exec(text);
  if (type !== null) text = text.slice(type[0].length);
  // `+ADw-` and `\x{…}`: the two ways in which RFC 6533 writes what is not ASCII
  if (text.includes('\\x{'))
    text = text.replace(/\\x\{([0-9A-Fa-f]{1,6})\}/g, (whole, hex: string) => codePoint(hex) ?? whole);
  const open = text.lastIndexOf('<');
  const close = text.indexOf('>', open);
  if (open >= 0 && close > open) text = text.slice(open + 1, close);
  return cleanAddress(text);
}

/** Nearly every address, with nothing clinging to it. */
const common = /^[\w.+=-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,250}[A-Za-z0-9]$/;

/** Strips what clings to an address in prose: quotes, brackets, `mailto:`, a source route, trailing signs. */
export function cleanAddress(text: string): string | null {
  if (common.test(text)) {
    const at = text.indexOf('@');
    return `${text.slice(0, at)}@${text.slice(at + 1).toLowerCase()}`;
  }
  let address = text.trim().replace(/^(?:mailto:|smtp:|rfc822;)/i, '');
  if (address.startsWith('@') && address.includes(':')) address = address.slice(address.indexOf(':') + 1);
  // `*user@example.net*` is how Gmail's plain text and Markdown write bold.
  address = address.replace(/^[\s<([{'`,;:*]+/, '').replace(/[\s>)\]}'`,;:.!*]+$/, '');
  // An underscore may well begin an address; no domain ends in one.
  if (address.startsWith('_') && address.endsWith('_')) address = address.slice(1, -1);
  if (address.startsWith('"') && address.endsWith('"') && address.length > 2 && !address.slice(1, -1).includes('"'))
    address = address.slice(1, -1);
  if (address.length === 0 || address.length > MAX_ADDRESS) return null;
  const at = address.lastIndexOf('@');
  if (at <= 0 || at === address.length - 1) return null;
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (!isDomain(domain) || !isLocalPart(local)) return null;
  return `${local}@${domain.toLowerCase()}`;
}

function isDomain(domain: string): boolean {
  return /^(?:[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]{0,253}[\p{L}\p{M}\p{N}])?|\[[\w.:]{2,60}\])$/u.test(domain);
}

function isLocalPart(local: string): boolean {
  return local.startsWith('"') ? local.endsWith('"') : !/[\s<>()[\];:,"\\]/.test(local);
}

function codePoint(hex: string): string | null {
  const code = Number.parseInt(hex, 16);
  return code > 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null;
}

/** Something in running text that looks like an address. */
const inText =
  /[\p{L}\p{N}.!#$%&*+/=?^_{|}~'-]{1,128}@(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,62}\.)?){1,10}[\p{L}\p{N}-]{1,63}|"[^"\n]{1,64}"@[\w.-]{1,255}/gu;

/** Addresses in running text, in their order, each once. */
export function addressesIn(text: string, most: number): string[] {
  const found: string[] = [];
  for (const line of text.split('\n')) {
    if (!line.includes('@')) continue;
    const looked = line.slice(0, 2_048);
    for (const { 0: word, index } of looked.matchAll(inText)) {
      // The sign that closes `_user@example.net_` is no part of a domain.
      const closes = word.startsWith('_') && looked[index + word.length] === '_';
      const address = cleanAddress(closes ? `${word}_` : word);
      if (address !== null && !found.includes(address)) found.push(address);
      if (found.length >= most) return found;
    }
  }
  return found;
}
