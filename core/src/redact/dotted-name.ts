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

/** Decides what a word with dots in it is, in time linear to its length. */
export function dottedKind(word: string): DottedKind {
  if (canonicalIpv4(word) !== null || /^\d{1,3}\.\d{1,3}\.\d{1,3}\.[xX]{1,3}$/.test(word)) return 'ip';
  const lower = word.toLowerCase();
  if (isRuleName(lower)) return /\.[a-z]{2,24}$/.test(lower) && !isCode(word) ? 'host' : 'said';
  const labels = word.split('.');
  const top = labels.at(-1) ?? '';
  if (!isTopLabel(top)) return looksLikeId(word) && !isAllProtected(word) ? 'id' : 'said';
  if (word.length > MAX_HOST) return 'id';
  if (labels.every((label) => label.length === 1)) return 'said';
  // RESOLVER.ADR.RecipientNotFound, System.Net.Mail: names of programs, no hosts
  if (isCode(word)) return 'said';
  if (labels.length === 2 && isSentenceBreak(labels[0] ?? '', top)) return 'said';
  if (extensions.has(top.toLowerCase())) return 'file';
  return 'host';
}

/** A label of CamelCase at the end: no registry's. Exchange's own codes may have any word at their end. */
function isCode(word: string): boolean {
  if (/^(?:resolver\.(?:adr|con|fwd|grp|mt|pf|rst)|storedrv|smtpsend|dsngeneration)\./i.test(word)) return true;
  return /\.[A-Za-z]{0,24}[a-z][A-Z][A-Za-z]{0,24}$/.test(word) || /^[A-Z][a-z]+(?:\.[A-Z][a-z]+){2,8}$/.test(word);
}

/** `rejected.Please` */
function isSentenceBreak(before: string, after: string): boolean {
  if (!sentenceStarts.has(after.toLowerCase()) || !/^[A-Za-z]+$/.test(before)) return false;
  return /^[A-Z][a-z]*$/.test(after) ? /[a-z]$/.test(before) : isProtected(before.toLowerCase());
}
