/**
 * What the field says for one thing, where the pages say another: the word as it is typed → the words
 * that are looked for as well. Only words that lead somewhere else or nowhere without it; near
 * spellings (`graylisting`) are found as typing errors.
 */
export const synonyms: Readonly<Record<string, readonly string[]>> = {
  // Exchange calls a bounce a non-delivery report, RFC 3464 a delivery status notification.
  ndr: ['bounce', 'undeliverable'],
  dsn: ['bounce', 'undeliverable'],
  // The field went from black and white to block and allow; replies still say both.
  blacklist: ['blocklist'],
  blacklisted: ['blocklist'],
  blacklisting: ['blocklist'],
  denylist: ['blocklist'],
  blocklist: ['blacklist'],
  blocklisted: ['blacklisted', 'blocklist'],
  // A list asked by DNS (RFC 5782); the first one was the Real-time Blackhole List.
  rbl: ['blocklist', 'blacklist'],
  dnsbl: ['blocklist', 'blacklist'],
  // The record type of a reverse name; English replies say what it is for.
  ptr: ['rdns', 'reverse'],
  // Replies say that it happened, or name the rate.
  throttling: ['throttled', 'rate'],
  // Who has used up the quota has a full mailbox: replies say either.
  quota: ['full'],
  // As mail systems call the answer of somebody who is away.
  autoreply: ['automatic'],
  vacation: ['autoreply', 'automatic'],
};
