import { isTopLabel, MAX_HOST } from './host-name.ts';
import { looksLikeId } from './identifier.ts';
import { canonicalIpv4 } from './ip-address.ts';
import { isAllProtected, isProtected, isRuleName } from './vocabulary.ts';

/** What a word with dots in it is. `said`: words of a refusal, which stay. */
export type DottedKind = 'ip' | 'host' | 'file' | 'id' | 'said';

/** Extensions of files that stand in refusals and on web pages, none of them a top-level domain that mail comes from. */
const extensions = new Set(
  `ascx asp aspx avi bat bin bmp bz2 cer cfg cfm cgi class conf cpl crt csv dat dll doc docm docx dot dotx eml exe gif gz
  hlp hta htm html ics img iso jar jpeg jpg js jse json jsp key lnk log lua lzh mdb mht mp3 mp4 msg msi odp ods odt ost p12
  p7m p7s pdf pem php pif png pot potx pps ppt pptm pptx ps1 pst pub rar rtf scr shtml svg tar tgz tif tiff tmp txt vbe vbs
  vcf war wav wma wmv wsf xhtml xls xlsm xlsx xml yaml yml zip`.split(/\s+/),
);

/** Words with which the next sentence begins where the blank behind the full stop was forgotten. */
const sentenceStarts = new Set(
  `access all an and any are as at by can check click contact do email error find follow for from get go have http https
  if it learn mail mailbox message more no not one our please read recipient reply reason retry see send sender server
  someone sorry that the there this to try unable use user visit we what when you your`.split(/\s+/),
);

/** A label of this length that looks like an id makes one of the whole, however it ends. */
const MIN_SCRAMBLED = 12;

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const clinging = new RegExp(`(?:^|[^\\d.])(${octet}(?:\\.${octet}){3})(?![\\d.])`);

/** Where an IPv4 address stands in a word with which it was run together: `ip_192.0.2.1`; null where none does. */
export function ipWithin(word: string): { readonly start: number; readonly end: number } | null {
  const found = clinging.exec(word);
  if (found === null) return null;
  const end = found.index + found[0].length;
  return { start: end - (found[1] ?? '').length, end };
}

/** Decides what a word with dots in it is, in time linear to its length. */
export function dottedKind(word: string): DottedKind {
  if (canonicalIpv4(word) !== null || /^\d{1,3}\.\d{1,3}\.\d{1,3}\.[xX]{1,3}$/.test(word)) return 'ip';
  const lower = word.toLowerCase();
  if (isRuleName(lower)) return /\.[a-z]{2,24}$/.test(lower) && !isCode(word) ? 'host' : 'said';
  const labels = word.split('.');
  const top = labels.at(-1) ?? '';
  if (!isTopLabel(top)) {
    if (looksLikeId(word) && !isAllProtected(word)) return 'id';
    // mx1.customer.net2: something clings to a host
    return labels.length > 2 &&
      labels.some((label) => /^[a-z-]{4,}$/i.test(label) && !isAllProtected(label)) &&
      !isCode(word)
      ? 'host'
      : 'said';
  }
  if (word.length > MAX_HOST) return 'id';
  if (labels.every((label) => label.length === 1)) return 'said';
  // RESOLVER.ADR.RecipientNotFound, System.Net.Mail: names of programs, no hosts
  if (isCode(word))
    return labels.some((label) => label.length >= MIN_SCRAMBLED && /\d/.test(label) && looksLikeId(label))
      ? 'id'
      : 'said';
  if (labels.length === 2 && isSentenceBreak(labels[0] ?? '', top)) return 'said';
  if (extensions.has(top.toLowerCase())) return 'file';
  return 'host';
}

/** A label of CamelCase at the end: no registry's. Exchange's own codes may have any word at their end. */
function isCode(word: string): boolean {
  if (/^(?:resolver\.(?:adr|con|fwd|grp|mt|pf|rst)|storedrv|smtpsend|dsngeneration)\./i.test(word)) return true;
  return (
    /^[A-Z].*\.[A-Za-z]{0,24}[a-z][A-Z][A-Za-z]{0,24}$/.test(word) || /^[A-Z][a-z]+(?:\.[A-Z][a-z]+){2,8}$/.test(word)
  );
}

/** `rejected.Please` */
function isSentenceBreak(before: string, after: string): boolean {
  if (!sentenceStarts.has(after.toLowerCase()) || !/^[A-Za-z]+$/.test(before)) return false;
  return /^[A-Z][a-z]*$/.test(after) ? /[a-z]$/.test(before) : isProtected(before.toLowerCase());
}
