import { MAX_RECIPIENTS } from '../../message/limits.ts';
import { addressesIn, cleanAddress } from '../address.ts';
import { plain } from '../plain.ts';
import { firstParagraph, joinReply } from './blocks.ts';
import type { Failure } from './dialect.ts';

/**
 * The part for people of a report of Exchange Online, which is what gets copied out of Outlook:
 *
 *     Your message to jane.doe@contoso.example couldn't be delivered.
 *     jane.doe wasn't found at contoso.example.
 *     me        Office 365        jane.doe
 *     Action Required             Recipient
 *     Unknown To address
 */
export interface Summary {
  readonly recipients: readonly string[];
  /** The sentence and the labels of the picture below it. */
  readonly words: string;
  /** Where the sentence stands. */
  readonly at: number;
}

/** Lines in which the sentence is looked for. */
const MAX_LOOKED_AT = 200;
/** Lines below the sentence that belong to the picture: three names, two labels, and what is wrong. */
const PICTURE = 8;
/** Longest label of the picture; what is longer is advice. */
const MAX_LABEL = 60;
/** Longest sentence that is looked at. */
const MAX_SENTENCE = 600;

/** The picture shows the sender, the service and the recipient, in every language. */
const service = /(?:^|\s)(?:office|microsoft) 365(?:\s|$)/;
/** Sentences that Microsoft alone writes so: local part, then domain. */
const ownSentences = [
  /(?:^|\s)(\S{1,64}) wasn't found at (\S{3,255}?)\.?\s*$/,
  /(?:^|\s)(\S{1,64}) wurde (?:unter|bei|in) (\S{3,255}?) nicht gefunden\.?\s*$/,
];

/** Words of which one stands in each such part: the service, or one of the own sentences. */
export const summarySigns = ['office 365', 'microsoft 365', "wasn't found at", 'nicht gefunden'];

/**
 * Finds that part. In a language whose sentence is not known it is known by its build: an address in the title,
 * its two halves apart from one another in the sentence below, and the service in the picture.
 */
export function summaryIn(lines: readonly string[]): Summary | null {
  const looked = lines.slice(0, MAX_LOOKED_AT);
  let titled: readonly string[] = [];
  let titleAt = -1;
  for (const [at, line] of looked.entries()) {
    if (line.length > MAX_SENTENCE || line.trim() === '') continue;
    const sentence = plain(line);
    const own = ownSentences.map((form) => form.exec(sentence)).find((found) => found !== null) ?? null;
    const parted = own === null ? partedIn(sentence, titled) : null;
    if (own !== null || parted !== null) {
      const picture = pictureBelow(looked, at);
      if (own === null && !picture.some((label) => service.test(plain(label)))) continue;
      const built = own === null ? null : cleanAddress(`${own[1]}@${own[2]}`);
      // Above may stand the address of the reporter alone.
      const isTitle = built === null || titled.some((address) => address.toLowerCase() === built);
      const recipients = isTitle ? titled : [built];
      if (recipients.length === 0) continue;
      return {
        recipients,
        words: joinReply([line, ...picture]) ?? '',
        at,
      };
    }
    const named = addressesIn(line, MAX_RECIPIENTS);
    if (named.length > 0) [titled, titleAt] = [named, at];
    else if (at - titleAt > TITLE_ABOVE) titled = [];
  }
  return null;
}

/** Lines between the title and the sentence, blank ones with them. */
const TITLE_ABOVE = 6;

/** The address of the title whose halves stand in the sentence apart from one another; null where it names none so. */
function partedIn(sentence: string, titled: readonly string[]): string | null {
  return (
    titled.find((address) => {
      const lower = address.toLowerCase();
      const at = lower.lastIndexOf('@');
      return (
        !sentence.includes(lower) && hasWord(sentence, lower.slice(0, at)) && hasWord(sentence, lower.slice(at + 1))
      );
    }) ?? null
  );
}

function hasWord(sentence: string, word: string): boolean {
  const at = sentence.indexOf(word);
  if (at < 0) return false;
  return !/[\p{Script=Latin}\d@]/u.test(`${sentence[at - 1] ?? ''}${sentence[at + word.length] ?? ''}`);
}

/** Headings of what follows, and a status: with it the part for administrators has begun. */
const pictureEnd = /^(?:how to fix it|more info for email admins)|[45]\d\d [45]\.\d{1,3}\.\d/i;

function pictureBelow(lines: readonly string[], at: number): string[] {
  const picture: string[] = [];
  for (const line of lines.slice(at + 1)) {
    const label = line.trim();
    if (label === '') continue;
    if (label.length > MAX_LABEL || picture.length >= PICTURE || pictureEnd.test(label)) break;
    picture.push(label);
  }
  return picture;
}

/** `Status code: 550 5.1.10` with nothing behind it, in whatever language the label is; the colon may be missing. */
const statusLine = /^\s*[^\s:：\d][^:：@\d]{1,60}[:：]?\s{0,8}([45]\d\d) ([45])\.(\d{1,3})\.(\d{1,3})\s*$/;

/**
 * One failure for each recipient. Where the part for administrators follows with a status that is not about the
 * address, its explanation speaks: the sentence for people is the same for a loop between two servers.
 */
export function readSummary(lines: readonly string[]): Failure[] {
  const summary = summaryIn(lines);
  if (summary === null) return [];
  let told: Omit<Failure, 'recipient'> = { diagnostic: summary.words };
  for (const [i, line] of lines.slice(summary.at, summary.at + MAX_LOOKED_AT).entries()) {
    const [, code = '', digit = '', subject = '', detail = ''] = line.length > 200 ? [] : (statusLine.exec(line) ?? []);
    if (code === '') continue;
    const enhancedStatus = `${digit}.${subject}.${detail}`;
    const explained = joinReply(firstParagraph(lines.slice(summary.at + i + 1))) ?? '';
    told =
      subject === '1'
        ? { ...told, replyCode: Number(code), enhancedStatus }
        : { diagnostic: `${code} ${enhancedStatus} ${explained}`.trim() };
    break;
  }
  return summary.recipients.map((recipient) => ({ recipient, ...told }));
}
