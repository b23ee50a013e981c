import { noSendingMta, type SendingMta } from '../../reading.ts';
import { isLocalAddress } from '../ip-address.ts';
import { type JsonObject, textIn, textOf } from './json.ts';

/** A reply code of RFC 5321 section 4.2 in one of the named fields. Mailgun's own numbers (499, 605) are none. */
export function replyCodeIn(object: JsonObject, ...keys: string[]): number | null {
  for (const key of keys) {
    const text = textIn(object, key);
    if (text !== null && /^[2-5][0-5]\d$/.test(text)) return Number(text);
  }
  return null;
}

/** An enhanced status code of RFC 3463 (`5.1.1`) in one of the named fields. */
export function enhancedStatusIn(object: JsonObject, ...keys: string[]): string | null {
  for (const key of keys) {
    const text = textIn(object, key);
    if (text !== null && /^[245]\.\d{1,3}\.\d{1,3}$/.test(text)) return text;
  }
  return null;
}

/** The host of `dns; a8-70.smtp-out.amazonses.com`: the type before the semicolon is that of RFC 3464. */
export function hostOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  return text.slice(text.indexOf(';') + 1).trim() || null;
}

/** An IP address, or null: masked (`xxx.xx.xx.xx`) and impossible ones (`333.0.0.1`) are none. */
export function ipOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null || text.length > 45) return null;
  const isV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);
  const isV6 = /^[0-9a-f:.]+$/i.test(text) && text.split(':').length > 2;
  return isV4 || isV6 ? text : null;
}

/** The platform's own address from which it sent, as a field names it. */
export function sentFrom(value: unknown): SendingMta {
  const ip = ipOf(value);
  return ip === null || isLocalAddress(ip) ? noSendingMta : { host: null, ip };
}

/** Host and address of `mx.example.com [192.0.2.7]`, either of which may be missing. */
export function hostAndIpOf(value: unknown): { host: string | null; ip: string | null } {
  const text = textOf(value);
  if (text === null) return { host: null, ip: null };
  const open = text.indexOf('[');
  if (open === -1) return ipOf(text) === null ? { host: text, ip: null } : { host: null, ip: text };
  const close = text.indexOf(']', open);
  const ip = ipOf(text.slice(open + 1, close === -1 ? undefined : close));
  return { host: text.slice(0, open).trim() || null, ip };
}
