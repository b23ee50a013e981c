import {
  autoReplySubjects,
  bounceSubjects,
  challengePhrases,
  delaySubjects,
  deliveredSubjects,
  readReceiptSubjects,
} from '@whybounce/knowledge/marker';
import { SHORTEST_WORD, WordFinder } from '../text/word-finder.ts';
import { isProtected } from './vocabulary.ts';

/** Longest subject that is looked into; RFC 5322 ends a line at 998. */
const MAX_SUBJECT = 998;

/** Subjects of reports that no list of markers has: of complaints, and of list servers. */
const reportSubjects = [
  'complaint about message from',
  'email feedback report for ip',
  'email abuse report',
  'loop alert: duplicated message-id',
  'loop alert:',
  'loop back warning:',
  'warning: uniq id',
  'security alert',
  'not member article from',
  'fml error',
  'fml system error',
  'fml status report',
  'rejected posting to',
  'report domain:',
].map((text) => ({ text, at: 'start' as const }));

const complaintWords = ['abuse report', 'spam report', 'feedback report'].map((text) => ({
  text,
  at: 'anywhere' as const,
}));

const markers: readonly { readonly text: string; readonly at: 'start' | 'anywhere' }[] = [
  ...reportSubjects,
  ...complaintWords,
  ...bounceSubjects,
  ...delaySubjects,
  ...deliveredSubjects,
  ...autoReplySubjects,
  ...readReceiptSubjects,
  ...challengePhrases,
];
const longMarkers = markers.filter(({ text }) => text.length >= SHORTEST_WORD);
const shortMarkers = markers.filter(({ text }) => text.length < SHORTEST_WORD);

let finder: WordFinder | undefined;

/** `Re:`, `FW: `, `[EXTERNAL] ` and the like, which tell nothing of the message. */
const prefix =
  /^(?:[\s*#!]|(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw)(?:\[\d{1,3}\])?:|\[(?:external|extern|ext|spam)\]|\*{2,5}spam\*{2,5})+/i;

/** A stretch of a subject that is the sender's own: offsets, the end exclusive. */
export type OwnStretch = readonly [start: number, end: number];

/**
 * Finds what of a subject is the sender's own. What tells the kind of mail (`Undeliverable:`, `Re:`) is not, nor
 * are the ordinary words around it: `Undelivered Mail Returned to Sender` has nothing of its own.
 *
 * @param subject decoded
 * @returns ascending; empty where nothing has to be hidden
 */
export function ownStretches(subject: string): OwnStretch[] {
  const start = prefix.exec(subject.slice(0, MAX_SUBJECT))?.[0].length ?? 0;
  const bare = subject.slice(start, MAX_SUBJECT);
  const lower = bare.toLowerCase();
  // a few capitals get longer by it: then no offset would fit
  const known = lower.length === bare.length ? knownStretch(lower) : null;
  if (known === null) return trimmed(subject, start, subject.length);
  return [
    ...(isOrdinary(subject.slice(start, start + known[0])) ? [] : trimmed(subject, start, start + known[0])),
    ...(isOrdinary(subject.slice(start + known[1])) ? [] : trimmed(subject, start + known[1], subject.length)),
  ];
}

/** Without the blanks and signs before it and the blanks behind; empty where it has no word. */
function trimmed(subject: string, start: number, end: number): OwnStretch[] {
  const text = subject.slice(start, end);
  const first = text.search(/[\p{L}\p{M}\p{N}[("#<]/u);
  return /[\p{L}\p{N}]/u.test(text) ? [[start + first, start + text.trimEnd().length]] : [];
}

function isOrdinary(text: string): boolean {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every((word) => isProtected(word.toLowerCase()));
}

/** The longest known words at the start of a subject in lower case, else within it. */
function knownStretch(subject: string): OwnStretch | null {
  finder ??= new WordFinder(longMarkers.map(({ text }) => text));
  const hits = shortMarkers.filter(({ text }) => subject.startsWith(text));
  finder.find(subject, (word) => {
    const marker = longMarkers[word];
    if (marker !== undefined) hits.push(marker);
  });
  let best: OwnStretch | null = null;
  for (const { text, at } of hits) {
    const begin = subject.startsWith(text) ? 0 : at === 'start' ? -1 : subject.indexOf(text);
    if (begin < 0) continue;
    const isBetter =
      best === null ||
      (begin === 0 && best[0] > 0) ||
      ((begin === 0) === (best[0] === 0) && text.length > best[1] - best[0]);
    if (isBetter) best = [begin, begin + text.length];
  }
  return best;
}
