import { findCodes } from './reply-codes.ts';

/** A code where a reply begins: at the line's start, behind quotes, brackets, bullets or a quoted line's sign. */
const atStart = /^[\s"'(<>[*#|«“‘-]{0,12}(?:[245]\d\d(?:[ .,:;)\]"'>-]|$)|[245]\.\d{1,3}\.\d{1,3}(?![\w.]))/;
/** Reply code and enhanced status side by side stand in nothing but a reply, and so does qmail's `(#5.1.1)`. */
const together = /(?:^|[^\d.])[245]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}(?![\w.])|\(#[245]\.\d{1,3}\.\d{1,3}\)/;
/** `Fehler 550`, `erreur : 554`: the word for an error in front of the code, in the tongues of mail programs. */
const error =
  /(?:erreur|fehler(?:code)?|errore|erro|fout(?:code)?|fel(?:kod)?|feil(?:kode)?|fejl(?:kode)?|virhe|błąd|chyba|hiba|eroare|hata|σφάλμα|ошибка)\s?[:#]?\s?['"(]?[245]\d\d(?![\d.])/iu;
/** What a person would not write beside a number unless they speak of mail. */
const ofMail =
  /\b(?:e?smtp|lmtp|mta|mx|dsn|ndr|ehlo|helo|rcpt|mail(?:box|server|er|-?daemon|s|ing)?|e-?mails?|inbox|quota|said|status|diagnostic|respon(?:se|ded)|repl(?:y|ied)|errors?|reject(?:ed|s|ion)?|refus(?:ed|es|al)|bounc(?:ed?|es|ing)|undeliver\w*|deliver\w*|recipients?|senders?|users? (?:is )?unknown|unknown users?|no such user|servers?|hosts?|relay\w*|spam\w*|block(?:ed|list)?|blacklist\w*|denied|grey-?list\w*|spf|dkim|dmarc|rdns|ptr|postmaster|remote|fail(?:ed|ure|s)|deferr(?:ed|al)|permanent(?:ly)?|temporar(?:y|ily)|polic(?:y|ies)|connection|domains?|accounts?|mensaje|correo|courriel|destinatario|destinataire|empfänger|postfach|absender|nachricht|mensagem|messaggio|posta|bericht)\b|[\p{L}\p{N}_.+-]@[\p{L}\p{N}]|\[?\b\d{1,3}(?:\.\d{1,3}){3}\b|[a-z0-9]\.[a-z0-9-]{2,63}\[|[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/iu;
/** Longest line that is looked at: words of mail stand near the code. */
const MAX_LINE = 2_048;

/**
 * Whether a line tells a code of a reply, and not a price, a number of an order or a paragraph: `50% off all 550 shoes`
 * and `the invoice 5.1.1 is 550 EUR` tell none.
 */
export function tellsCode(line: string): boolean {
  const looked = line.slice(0, MAX_LINE);
  if (atStart.test(looked)) return true;
  return findCodes(looked).at >= 0 && (together.test(looked) || error.test(looked) || ofMail.test(looked));
}
