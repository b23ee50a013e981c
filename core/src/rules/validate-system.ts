import {
  aboutAddress,
  diagnosisTable,
  type Entry,
  type MailSystem,
  type ReasonId,
  reasonIds,
  whileOpen,
} from '@whybounce/knowledge';
import { isCode } from '../match/codes.ts';
import { normalise } from '../text/normalise.ts';
import { compilePattern } from '../text/pattern.ts';
import { suggestion } from './nearest.ts';
import { regexSign } from './regex-sign.ts';

/** Something that is wrong with an entry. */
export interface EntryFault {
  /** Where in the entry: `text[1]`. */
  readonly at: string;
  /** What stands there, and what to write instead. */
  readonly says: string;
}

/** Longest wording: beyond it stands a whole reply, and that is no distinctive text. */
export const MAX_TEXT = 300;
/** Letters that a wording must have in all to be distinctive, and how many where a letter is a word. */
const LEAST_LETTERS = 4;
const LEAST_IDEOGRAPHS = 2;

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ideographs = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** What of an entry the checks look at: both a knowledge file's and an overlay's have it. */
export type CheckedEntry = Pick<
  Entry,
  'id' | 'codes' | 'text' | 'needsCode' | 'needsHost' | 'action' | 'causes' | 'meaning'
> & { readonly reason: string };

/** Whether a word may be the slug of a system or the id of an entry. */
export function isSlug(word: string): boolean {
  return kebab.test(word);
}

/** Whether anything can name a system as the one that refused. */
export function canBeNamed({
  hosts = [],
  domains = [],
  marks = [],
}: Pick<MailSystem, 'hosts' | 'domains' | 'marks'>): boolean {
  return hosts.length > 0 || domains.length > 0 || marks.length > 0;
}

/**
 * What is wrong with an entry by itself, whatever the other entries are: for knowledge files and overlays alike.
 *
 * @param named whether host, mark or recipient domain can name its system
 */
export function entryFaults(entry: CheckedEntry, named: boolean): EntryFault[] {
  const { id, codes = [], text = [], reason, meaning } = entry;
  const faults: EntryFault[] = [];
  const say = (at: string, says: string): void => void faults.push({ at, says });
  if (!isSlug(id)) say('id', `"${id}" is no slug: write lower-case words joined by "-".`);
  if (!isReason(reason))
    say(
      'reason',
      `"${reason}" is not in the vocabulary.${suggestion(reason, reasonIds)} Reasons are such as recipient.unknown or policy.generic.`,
    );
  if (text.length === 0 && codes.length === 0) say('text', 'it has neither text nor codes: give at least one.');
  for (const [i, code] of codes.entries())
    if (!isCode(code)) say(`codes[${i}]`, `"${code}" is no code: write 550, 5.7.1, X.7.26 or 5.7.606-649.`);
  for (const [i, words] of text.entries()) for (const says of wordsFaults(words)) say(`text[${i}]`, says);
  if (entry.needsCode && codes.length === 0)
    say('needsCode', 'there are no codes to need: add codes, or leave it out.');
  if (entry.needsHost && !named)
    say('needsHost', 'nothing names this system, so it cannot hold: give the system hosts, domains or marks.');
  if (!/[.!?。！？।]$/.test(meaning.trim())) say('meaning', 'it is no sentence: end it with a full stop.');
  if (isReason(reason)) checkGates(entry, reason, say);
  return faults;
}

function isReason(reason: string): reason is ReasonId {
  return (reasonIds as readonly string[]).includes(reason);
}

/** An entry says what its words mean; it cannot make a refusal dangerous that is not about the address. */
function checkGates({ action, causes }: CheckedEntry, reason: ReasonId, say: (at: string, says: string) => void): void {
  if (action === 'suppress' && whileOpen[reason].do !== 'suppress')
    say(
      'action',
      `"suppress" is not for ${reason}, which does not say that the address is dead: write hold or fix, or another reason.`,
    );
  if (causes === undefined) return;
  const known = diagnosisTable.causes.map(({ id }) => id as string);
  const usual = diagnosisTable.reasons[reason].shares.flatMap((number, i) =>
    i % 2 === 0 ? (known[number] ?? []) : [],
  );
  let sum = 0;
  for (const [cause, share] of Object.entries(causes)) {
    sum += share;
    if (!known.includes(cause))
      say('causes', `"${cause}" is no cause.${suggestion(cause, known)} Behind ${reason} stand ${usual.join(', ')}.`);
    else if ((aboutAddress as readonly string[]).includes(cause) && !usual.includes(cause))
      say(
        'causes',
        `"${cause}" would have the address suppressed, and ${reason} is not about the address: leave it out.`,
      );
    if (!Number.isInteger(share) || share < 1)
      say('causes', `the share of ${cause} is ${share}: write a whole number of 100.`);
  }
  if (sum !== 100) say('causes', `their shares sum to ${sum}: write them so that they sum to 100.`);
}

/** What is wrong with the words of a rule or the mark of a system (syntax: `Entry.text`). */
export function wordsFaults(words: string): string[] {
  if (words.length > MAX_TEXT)
    return [
      `it has ${words.length} characters, and ${MAX_TEXT} are the most: write the words that tell it from others.`,
    ];
  const sign = regexSign(words);
  if (sign !== null)
    return [
      `"${words}" looks like a regular expression ("${sign}"), and there are none here: write the words themselves, " * " for a gap of any words and "#" for a number.`,
    ];
  const faults: string[] = [];
  let letters = 0;
  for (const { literal, gap } of compilePattern(normalise(words), -1).pieces) {
    const length = literal.trim().length;
    letters += length;
    if (length < 2 && gap !== 'digits')
      faults.push(
        `the words "${literal}" in "${words}" are too short to tell anything: at least two characters between gaps, and in all enough to be distinctive.`,
      );
    if (/\b[45]\d\d[ -]?[45]\.\d+\.\d+\b/.test(literal))
      faults.push(`text "${words}" contains codes: put them into codes.`);
  }
  if (faults.length === 0 && letters < (ideographs.test(words) ? LEAST_IDEOGRAPHS : LEAST_LETTERS))
    faults.push(`"${words}" is too short to tell one refusal from another: write more of the words.`);
  return faults;
}
