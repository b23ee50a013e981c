import { bouncePhrases, bounceSubjects, delaySubjects, deliveredSubjects } from '@whybounce/knowledge/marker';
import type { Letter } from '../letter.ts';
import { bareSubject, hasMarker } from '../marks.ts';
import { findCodes } from '../reply-codes.ts';
import { tellsCode } from '../told-code.ts';

/** Names of those who write reports. */
const reporters =
  /(?:mailer[-_. ]?daemon|post[-_. ]?master|mail[-_ ]?delivery|delivery[-_ ]?(?:subsystem|system|status|agent)|mail[-_ ]?(?:administrator|admin|system|er)\b|mmdf|microsoft exchange|no-?reply.*(?:ndr|bounce)|bounce[-_]?(?:notif|manager))/;

/** Whether a letter comes from somebody whose business reports are. */
export function isFromReporter({ from }: Letter): boolean {
  return reporters.test(from);
}

/** Points for being a report of failed delivery; {@link isBounce} says how many make one. */
function score(letter: Letter): number {
  const { headers } = letter;
  const subject = bareSubject(letter.subject);
  const head = letter.textHead;
  const returnPath = headers.get('return-path');
  let points = 0;
  if (reporters.test(letter.from)) points += 2;
  if (returnPath !== null && /^<?\s*>?$|mailer-daemon|postmaster/i.test(returnPath)) points += 1;
  if (headers.has('x-failed-recipients')) points += 3;
  if (hasMarker(subject, bounceSubjects)) points += 2;
  if (hasMarker(head, bouncePhrases)) points += 2;
  if (letter.returned !== null) points += 1;
  if (letter.mail.contentType.reportType === 'delivery-status') points += 2;
  if (tellsReplyCode(head.slice(0, 2_048))) points += 1;
  return isLetterOfPerson(letter) ? points - 3 : points;
}

/** Whether one of the lines tells a reply code; a number in a sentence is none. */
function tellsReplyCode(head: string): boolean {
  return (
    findCodes(head).replyCode !== null &&
    head.split('\n').some((line) => tellsCode(line) && findCodes(line).replyCode !== null)
  );
}

/** `Dear postmaster,` or `Hallo!` alone on the first line. */
const greeting =
  /^\s*(?:[^\s,.:;@<>()"'\d][^\n,.:;@<>()"]{1,39}[,，]|(?:hi|hello|hey|hallo|moin|hej|hei|ciao|salut|hola)(?:[ \t][^\n.:@]{1,40})?!)[ \t]*(?:\n|$)/;
/** What mail programs put before the subject of an answer. */
const answerSubject = /^\s*(?:re|aw|antw|sv|vs|odp|rif|r|ynt|ha)\s?(?:\[\d{1,3}\])?:/;

/** Whether a person wrote the letter to tell or ask about a bounce: with a greeting, or as an answer. */
function isLetterOfPerson({ from, headers, mail, returned, subject, textHead }: Letter): boolean {
  if (from === '' || reporters.test(from) || headers.has('x-failed-recipients') || headers.has('auto-submitted'))
    return false;
  if (mail.contentType.reportType !== null || returned !== null) return false;
  if (/^<?\s*>?$/.test(headers.get('return-path') ?? 'none')) return false;
  return greeting.test(textHead.slice(0, 200)) || (headers.has('in-reply-to') && answerSubject.test(subject));
}

/** Whether a letter that no dialect claims is a report of failed delivery: one sign is chance, several are not. */
export function isBounce(letter: Letter): boolean {
  return score(letter) >= 3;
}

/** The same for text that somebody pasted without its headers: one sign suffices, as they meant it for a bounce. */
export function isPastedReport(letter: Letter): boolean {
  return score(letter) >= 1;
}

/** Whether a report only warns that the message is late. */
export function isDelay(letter: Letter): boolean {
  if (hasMarker(bareSubject(letter.subject), delaySubjects)) return true;
  const head = letter.textHead;
  // Postfix warns with the words of a failure: "could not be delivered for more than 4 hour(s). It will be retried".
  if (/(?:warning (?:message )?only|you do not need to resend|will be retried until it is)/.test(head)) return true;
  return (
    /(?:this is (?:a|only a) warning|warning message only|you do not need to resend|has been delayed|will (?:continue to )?(?:be )?(?:keep )?(?:re-?)?tr(?:y|ied|ying)|still (?:being )?(?:re)?tr(?:ied|ying)|delivery (?:is|was) delayed|not yet been delivered)/.test(
      head,
    ) &&
    !/(?:permanent(?:ly)? (?:error|fail)|giv(?:en|ing) up|could not be delivered (?:within|for more than))/.test(head)
  );
}

/** Whether a report says that the message did arrive. */
export function isSuccess(letter: Letter): boolean {
  return hasMarker(bareSubject(letter.subject), deliveredSubjects);
}
