import type { Headers } from '../message/headers.ts';
import { noSendingMta, type Reading, type SendingMta } from '../reading.ts';
import { spfReceiver } from './authentication-results.ts';
import { type IpAddressAt, ipAddressesIn, ipAddressOf, isLocalAddress } from './ip-address.ts';

/** Characters of a refusal that are looked at: what names the client stands in its first sentences. */
const MAX_DIAGNOSTIC = 2_048;
/** Characters before and behind an address in which it is said whose it is. */
const REACH = 96;
/** Characters of a trace field that are read. */
const MAX_FIELD = 1_024;

/** Words before an address that make it the connecting client's. */
const clientBefore = [
  'client host(?: rejected)?',
  'client(?: ip)?(?: address)?',
  '(?:your|sending|sender|source|originating|connecting|client) (?:mail ?)?(?:ip|host|server|mta)(?: address)?',
  'your address',
  '(?<!error |reply |response )(?:messages?|e?-?mails?|traffic|connections?|connecting|connects|access) from(?: (?:the )?(?:ip|host)(?: address)?)?',
  'from (?:the )?ip(?: address)?',
  'with ip',
  'cannot find your(?: reverse)? hostname',
  '(?:ptr|reverse dns|rdns|reverse name|ptr record|reputation) (?:record )?(?:for|of)(?: (?:the )?ip(?: address)?)?',
];
const saysClientBefore = new RegExp(
  `(?:^|[^a-z0-9])(?:${clientBefore.join('|')})[\\s:=,'"<(\\[]{0,4}(?:[a-z0-9._-]{1,80}[\\s<(\\[]{1,3})?$`,
);
/** Postfix of a client without a name: `unknown[203.0.113.7]` */
const namelessBefore = /(?:^|[\s<])unknown\[$/;
/** The same in links: a receiver's page that explains why this address was refused. */
const linkBefore = /(?:[?&;]ipr?=|\/ip\/|shtml\?|[?&]search=)$/;
/** `IP: 203.0.113.7`, `IP=…`, `IP address …`, which may also be said of the server. */
const bareBefore = /(?:^|[^a-z0-9])(?:ip|ip address)\s?[:=]?\s?[[(<]?$/;
const serverBefore = /host|server|connect|relay|mx|remote|destination/;

/** Words behind an address that make it the connecting client's. */
const clientBehind = [
  '(?:is|has been|was) (?:temporarily |permanently |currently )?(?:blocked|listed|blacklisted|blocklisted|banned|denied)',
  'blocked (?:using|by|at|for)',
  '(?:black)?listed (?:at|on|in|by)',
  'is not (?:allowed|permitted|authori[sz]ed) to (?:send|relay)',
  'as (?:a )?permitted sender',
  'has (?:a )?(?:poor|bad|low) reputation',
  '(?:has no|does not have a) (?:ptr|reverse)',
  'client host (?:rejected|blocked)',
  'our system has detected',
  'the ip address sending',
];
const saysClientBehind = new RegExp(`^(?:\\]?:\\d{1,5})?[\\]\\s>)'",.:;-]{0,6}(?:${clientBehind.join('|')})`);
/** Google puts a number behind the address of its client: `[203.0.113.7      15]`. */
const googleBehind = /^\s{1,8}\d{1,4}\]/;

/**
 * The connecting client as a refusal names it: `Client host [203.0.113.7] blocked`. An address of which
 * the words leave open whose it is, and the refusing server's own, is not taken; nor is any where two differ.
 *
 * @param diagnostic the refusing server's words on one line
 * @param remoteIp the refusing server's own address
 */
export function clientInRefusal(diagnostic: string, remoteIp: string | null): SendingMta {
  const text = diagnostic.slice(0, MAX_DIAGNOSTIC);
  const host = heloIn(text);
  const addresses = ipAddressesIn(text);
  if (addresses.length === 0) return host === null ? noSendingMta : { host, ip: null };
  const lower = text.toLowerCase();
  let ip: string | null = null;
  for (const address of addresses) {
    if (address.ip === remoteIp || isNowhere(address.ip) || !isClient(lower, address)) continue;
    if (ip !== null && ip !== address.ip) return host === null ? noSendingMta : { host, ip: null };
    ip = address.ip;
  }
  return host === null && ip === null ? noSendingMta : { host, ip };
}

function isClient(lower: string, { start, end }: IpAddressAt): boolean {
  const before = lower.slice(Math.max(0, start - REACH), start);
  const behind = lower.slice(end, end + REACH);
  // An address literal: `<a@[203.0.113.7]>`
  if (/@\[?$/.test(before)) return false;
  return (
    saysClientBefore.test(before) ||
    linkBefore.test(before) ||
    namelessBefore.test(before) ||
    saysClientBehind.test(behind) ||
    (before.endsWith('[') && googleBehind.test(behind)) ||
    (bareBefore.test(before) && !serverBefore.test(before.slice(-48)))
  );
}

/** The HELO name that a refusal quotes. */
function heloIn(text: string): string | null {
  if (!/helo/i.test(text)) return null;
  return hostOf(
    /<([^<>\s]{1,255})>: helo command rejected/i.exec(text)?.[1] ??
      /\b(?:s=)?helo(?:=<|;id=)([^<>;&\s]{1,255})/i.exec(text)?.[1],
  );
}

/**
 * Who handed the message to a server that then refused it itself and wrote the report: the report's
 * `Received-From-MTA` (RFC 3464 section 2.2.4), else what that server noted on the message, its topmost
 * `Received` (RFC 5321 section 4.4) or `Received-SPF`.
 *
 * Where another server refused, that field names a hop on the sending side, which the other side never
 * saw. So it counts only where the report plainly comes from the receiving side: the reporter stands below
 * the recipient's domain, or the client below the sender's and the words are those of a server; and client
 * and reporter are not of one house.
 *
 * @param reading with sender, recipient, reporting and remote MTA
 * @param receivedFrom the field of the report
 * @param returned headers of the message that came back
 */
export function clientOfReporter(
  reading: Pick<Reading, 'reportingMta' | 'remoteHost' | 'recipient' | 'sender' | 'diagnostic'>,
  receivedFrom: string | null,
  returned: Headers | null,
): SendingMta {
  const { reportingMta, remoteHost, recipient, sender } = reading;
  if (reportingMta === null) return noSendingMta;
  if (remoteHost !== null && !sameHouse(remoteHost, reportingMta)) return noSendingMta;
  const isReceiver = recipient !== null && sameHouse(reportingMta, domainOf(recipient));
  const mayBeOwnClient =
    sender !== null && sender !== '' && replyCode.test((reading.diagnostic ?? '').slice(0, MAX_FIELD));
  if (!isReceiver && !mayBeOwnClient) return noSendingMta;
  const client =
    (receivedFrom === null ? null : fromReport(receivedFrom)) ??
    (returned === null ? null : noted(returned, reportingMta));
  if (client === null) return noSendingMta;
  const host = isLocalName(client.host) ? null : client.host;
  const ip = client.ip !== null && isLocalAddress(client.ip) ? null : client.ip;
  // A client with an address of the own network stands on the own side, whatever it calls itself.
  if (client.ip !== null && ip === null) return noSendingMta;
  if (host === null && ip === null) return noSendingMta;
  if (host !== null && sameHouse(host, reportingMta)) return noSendingMta;
  const isOwnClient = mayBeOwnClient && host !== null && sameHouse(host, domainOf(sender));
  return isReceiver || isOwnClient ? { host, ip } : noSendingMta;
}

const replyCode = /\b[45]\d\d[ -]/;

/** `0.0.0.0` and `::` stand where somebody made an address unreadable. */
function isNowhere(ip: string): boolean {
  return ip === '::' || ip.startsWith('0.');
}

/** `dns; mail.example.com (mail.example.com [203.0.113.7])`, `DNS; [203.0.113.7]` */
function fromReport(field: string): SendingMta | null {
  const text = field
    .slice(0, MAX_FIELD)
    .replace(/^[\w-]{1,20}\s{0,8};/, '')
    .trim();
  if (text === '' || text.includes('@')) return null;
  const ip = ipAddressesIn(text)[0]?.ip ?? null;
  const host = hostOf(/^[^\s(]{1,255}/.exec(text)?.[0]);
  return host === null && ip === null ? null : { host, ip };
}

/** What a server of that name noted last of its client on the message. */
function noted(headers: Headers, by: string): SendingMta | null {
  if (headers.has('received')) {
    const field = headers.get('received') ?? '';
    // Most were noted by another server: a look for the name costs less than taking the field apart.
    const received = field.toLowerCase().includes(by.toLowerCase().replace(/\.$/, '')) ? readReceived(field) : null;
    if (received !== null && sameHost(received.by, by)) return received;
  }
  if (!headers.has('received-spf')) return null;
  const spf = (headers.get('received-spf') ?? '').slice(0, MAX_FIELD);
  const receiver = spfReceiver(spf);
  if (receiver === null || !sameHost(receiver, by)) return null;
  const ip = ipAddressOf(/\bclient-ip\s{0,4}=\s{0,4}"?([^\s;"]{2,45})/i.exec(spf)?.[1]);
  const host = hostOf(/\bhelo\s{0,4}=\s{0,4}"?([^\s;"]{1,255})/i.exec(spf)?.[1]);
  return host === null && ip === null ? null : { host, ip };
}

/** A `Received` field's client and server. */
export interface Received extends SendingMta {
  readonly by: string;
}

/**
 * Reads a `Received` field as MTAs write it:
 *
 *     from HELO (rdns [203.0.113.7]) by mx.example.net …        Postfix, sendmail, Google
 *     from rdns ([203.0.113.7] helo=HELO) by mx.example.net …   Exim
 *     from unknown (HELO mail.example.com) (203.0.113.7) by …   qmail
 *     from HELO (203.0.113.7) by mx.example.net (203.0.113.9)   Exchange
 *
 * @returns null where it names no client and server in such a form
 */
export function readReceived(field: string): Received | null {
  const text = field.slice(0, MAX_FIELD);
  const by = /\sby\s{1,8}([\w.-]{1,255})/i.exec(text);
  const from = by === null || !/^\s{0,8}from\s/i.test(text) ? null : text.slice(0, by.index);
  if (by === null || from === null) return null;
  const [first, ...comments] = from.replace(/^\s{0,8}from\s{1,8}/i, '').split('(');
  const comment = comments.join('(');
  const named = /\b(?:helo|ehlo)[= ]\s{0,4}([^\s()]{1,255})/i.exec(comment)?.[1];
  const ip = ipAddressesIn(comment)[0]?.ip ?? ipAddressOf(first) ?? null;
  const host = hostOf(named ?? first?.trim());
  return host === null && ip === null ? null : { host, ip, by: by[1] ?? '' };
}

/** A host name in the form that DNS allows, without the last dot; null for an address or anything else. */
export function hostOf(text: string | null | undefined): string | null {
  const name = text?.replace(/\.$/, '') ?? '';
  if (name.length > 255 || !/^[A-Za-z0-9_](?:[\w-]{0,62}\.)*[\w-]{0,62}[A-Za-z0-9]$/.test(name)) return null;
  return /^[\d.]+$/.test(name) ? null : name;
}

/** Names that say nothing to others: no domain, or one of a private network. */
function isLocalName(host: string | null): boolean {
  return (
    host === null || !host.includes('.') || /(?:^|\.)(?:localhost|localdomain|local|lan|internal|home)$/i.test(host)
  );
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function sameHost(a: string, b: string): boolean {
  return a.toLowerCase().replace(/\.$/, '') === b.toLowerCase().replace(/\.$/, '');
}

/** Whether two names end in the same two labels. Too often yes under `co.uk`, which errs on the side of silence here. */
function sameHouse(a: string, b: string): boolean {
  return houseOf(a) === houseOf(b);
}

function houseOf(name: string): string {
  const host = name.endsWith('.') ? name.slice(0, -1) : name;
  const last = host.lastIndexOf('.');
  const before = last <= 0 ? -1 : host.lastIndexOf('.', last - 1);
  return (before < 0 ? host : host.slice(before + 1)).toLowerCase();
}
