import { domainToASCII } from 'node:url';
import { decodeCharset, decodeEncodedWords } from '@whybounce/core/message';
import { MAX_ADDRESS_FIELD, MAX_MAILBOXES } from './limits.ts';

/** One mailbox of an address field. */
export interface Mailbox {
  /** Its display name, decoded; empty where it has none. */
  readonly name: string;
  /** As written, without angle brackets. */
  readonly address: string;
  readonly local: string;
  /** In lower case and ASCII; null where what stands there is no address. */
  readonly domain: string | null;
}

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
/** RFC 5322 section 3.2.3 dot-atom, with what RFC 6532 adds; a quoted local part is taken as it is. */
const localForm = /^(?:"[^"\r\n]{0,64}"|[^\s"(),:;<>@[\\\]]{1,64})$/u;

/**
 * Reads an address field (RFC 5322 section 3.4) in one pass: groups are opened, comments and routes dropped.
 *
 * @param value the unfolded field, one UTF-16 unit per octet
 */
export function readMailboxes(value: string): Mailbox[] {
  const text = decodeCharset(value.slice(0, MAX_ADDRESS_FIELD), null);
  const mailboxes: Mailbox[] = [];
  let phrase = '';
  let angle: string | null = null;
  let comment = 0;
  let quoted = false;
  const finish = () => {
    const bare = (angle ?? phrase).trim();
    if (bare !== '' && mailboxes.length < MAX_MAILBOXES) mailboxes.push(mailboxOf(angle === null ? '' : phrase, bare));
    phrase = '';
    angle = null;
  };
  let inAngle = false;
  const add = (sign: string) => {
    if (inAngle) angle = (angle ?? '') + sign;
    else phrase += sign;
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] as string;
    if (quoted) {
      if (sign === '\\') add(sign + (text[++i] ?? ''));
      else {
        if (sign === '"') quoted = false;
        add(sign);
      }
    } else if (comment > 0) {
      if (sign === '\\') i++;
      else if (sign === '(') comment++;
      else if (sign === ')') comment--;
    } else if (sign === '"') {
      quoted = true;
      add(sign);
    } else if (sign === '(') comment++;
    else if (sign === '<') {
      inAngle = true;
      angle = '';
    } else if (sign === '>') inAngle = false;
    else if (inAngle) add(sign);
    else if (sign === ',' || sign === ';') finish();
    // the name of a group: `Friends: a@example.com, b@example.com;`
    else if (sign === ':') phrase = '';
    else add(sign);
  }
  finish();
  return mailboxes;
}

function mailboxOf(phrase: string, address: string): Mailbox {
  // a source route (RFC 5322 section 4.4) is of no use any more
  const bare = address.startsWith('@') ? address.slice(address.lastIndexOf(':') + 1) : address;
  const at = bare.lastIndexOf('@');
  const local = at < 0 ? bare : bare.slice(0, at);
  const name = decodeEncodedWords(
    phrase
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replace(/\\(.)/g, '$1'),
  ).trim();
  return { name, address: bare, local, domain: at < 1 || !localForm.test(local) ? null : domainOf(bare.slice(at + 1)) };
}

/** A domain with at least two labels in its ASCII form; null for what is none. */
export function domainOf(text: string): string | null {
  const trimmed = text.trim().replace(/\.$/, '').toLowerCase();
  if (trimmed === '' || trimmed.length > 1_000) return null;
  const name = /[^\u0021-\u007e]/.test(trimmed) ? domainToASCII(trimmed) : trimmed;
  if (!name.includes('.') || name.length > 253) return null;
  return name.split('.').every((one) => label.test(one)) && !/^[\d.]+$/.test(name) ? name : null;
}
