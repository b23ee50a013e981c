import { decodeEncodedWords } from '../../core/src/message/encoded-word.ts';
import type { Originals } from './originals.ts';

/** A word that a text may not hold any more, and how it is looked for. */
export interface Planted {
  readonly what: string;
  readonly word: string;
  /** Numbers count only where they do not go on. */
  readonly isNumeric?: true;
}

/** Local parts shorter than this stand in other words by chance. */
const MIN_LOCAL = 4;

/** What was planted in a text that was written around these originals. */
export function plantedOf(o: Originals, text: string): Planted[] {
  const names = [o.person, o.other].flatMap(({ first, last, local }): Planted[] => [
    { what: 'name', word: `${first} ${last}` },
    { what: 'surname', word: last },
    { what: 'first name', word: first },
    ...(local.length >= MIN_LOCAL ? [{ what: 'local part', word: local }] : []),
    { what: 'local part without its tag', word: local.split('+')[0] ?? local },
  ]);
  const domains = [o.senderDomain, o.recipientDomain].flatMap((domain): Planted[] => [
    { what: 'domain', word: domain },
    { what: 'organisation', word: organisation(domain) },
  ]);
  const all: Planted[] = [
    ...names,
    ...domains,
    { what: 'host', word: o.senderHost },
    { what: 'host', word: o.recipientHost },
    { what: 'host without a dot', word: o.laptop },
    { what: 'IP', word: o.senderIp, isNumeric: true },
    { what: 'IP', word: o.recipientIp, isNumeric: true },
    { what: 'reversed IP', word: o.senderIp.split('.').reverse().join('.'), isNumeric: true },
    { what: 'dashed IP', word: o.recipientIp.replaceAll('.', '-'), isNumeric: true },
    { what: 'IPv6', word: o.ipv6, isNumeric: true },
    { what: 'Message-ID', word: o.messageId.split('@')[0] ?? '' },
    { what: 'queue id', word: o.queueId },
    { what: "Exim's id", word: o.eximId },
    { what: "sendmail's id", word: o.sendmailId },
    { what: 'UUID', word: o.uuid },
    { what: 'subject', word: o.subject },
    { what: "the subject's first word", word: o.subject.split(' ')[0] ?? '' },
    { what: 'helper domain', word: 'kestmunholm' },
  ];
  // What the text does not hold was not planted: not every shape uses everything.
  const readings = readingsOf(text);
  return all.filter((planted) => planted.word.length > 2 && readings.some((reading) => holds(reading, planted)));
}

/** `corp.brontavel-labs.co.uk` → `brontavel-labs` */
function organisation(domain: string): string {
  const labels = domain.replace(/\.(?:co\.uk|com\.br|[a-z]+)$/, '').split('.');
  return labels.at(-1) ?? '';
}

/** Which of the planted words a text still holds, as it stands or as somebody would decode it. */
export function leftoversIn(text: string, planted: readonly Planted[]): Planted[] {
  const readings = readingsOf(text);
  return planted.filter((one) => readings.some((reading) => holds(reading, one)));
}

function holds(text: string, { word, isNumeric }: Planted): boolean {
  const lower = word.toLowerCase();
  for (let at = text.indexOf(lower); at >= 0; at = text.indexOf(lower, at + 1)) {
    if (isNumeric === undefined) return true;
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + lower.length, at + lower.length + 2);
    if (!/[\da-f][.:-]?$/.test(before) && !/^[.:-]?[\da-f]/.test(after)) return true;
  }
  return false;
}

/** A text in lower case: as it is; unfolded; with its escapes, encoded words and base64 undone. */
function readingsOf(text: string): string[] {
  const bare = text.replace(/[\u200b-\u200f\u00ad]/g, '');
  const unescaped = bare
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/[=%]([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&#(\d{2,4});/g, (_, decimal: string) => String.fromCharCode(Number(decimal)))
    .replace(/\\([@.])/g, '$1')
    .replace(/ ?[([](?:at|dot)[)\]] ?/g, (sign) => (sign.includes('at') ? '@' : '.'))
    .normalize('NFKC');
  const decoded = decodeEncodedWords(bare);
  const base64 = bare.replace(/[A-Za-z0-9+/]{12,}={0,2}/g, (run) => {
    try {
      return atob(run);
    } catch {
      return run;
    }
  });
  return [text, bare.replace(/\r?\n[ \t]+/g, ''), unescaped, decoded, base64].map((reading) => reading.toLowerCase());
}
