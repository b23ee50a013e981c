import { isDigit, isLetter, isUpper } from './character.ts';
import type { Stretch } from './plain-view.ts';
import { isAllProtected, isProtected, isSystemName } from './vocabulary.ts';

/** Longest display name that is looked for before an address. */
const MAX_DISPLAY = 128;
/** Most words of an unquoted one. */
const MAX_DISPLAY_WORDS = 4;

/** Words of those who write reports: a display name of nothing else names nobody. */
const reporterWords = new Set(
  `administrator admin agent antispam antivirus auto automatic bounce bounces customer daemon delivery desk do e email
  error exchange failure filter gateway google help host internet list mail mailer mailbox manager message microsoft mmdf
  no not notification notifications office online outlook postmaster program recipients reply report reports returned sender
  server service services smtp spam status sub subsystem support system the transport undisclosed user virus web
 fbl feedback loop abuse interscan messaging security suite`.split(/\s+/),
);

/** First names that are ordinary words, too: before a surname and in a salutation they are names. */
const ambiguousNames = new Set(
  `april art august basil bill bob carol chance chase chip christian dale dean dick drew earl ernest eve faith frank gene
  grace grant guy hope hunter iris ivy jack jean june joy lance mark max may miles nick norm olive pat peg penny ray rich
  rob robin rose ruby rusty sandy sue summer victor violet will wade ward`.split(/\s+/),
);

/** Whether a display name names nobody: `Mail Delivery System`. */
export function isReporterName(display: string): boolean {
  const words = display.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.every((word) => reporterWords.has(word) || isSystemName(word));
}

/** One to five words with capitals and nothing else: the value of a field that may hold a name. */
export function looksLikeName(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?:,? (?:\p{Lu}[\p{L}\p{M}'’.-]{0,40}|v[ao]n|de[rn]?|di|da|la|le|bin|al)){0,4}$/u.test(
    text,
  );
}

/** Whether a text has a letter: something that can be a name. */
export function hasLetters(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isLetter(text.charCodeAt(at))) return true;
  return false;
}

/**
 * The display name before `<` in running text: `"Roe, Jane" <…`, `Jane Roe <…`. Words that are not capitalised, and
 * those of refusals, are none.
 *
 * @param open offset of the `<`
 * @param least offset before which nothing is taken
 */
export function displayBefore(text: string, open: number, least: number): Stretch | null {
  let end = open;
  while (end > least && text[end - 1] === ' ') end--;
  if (end === open && text[end - 1] !== '"') return null;
  if (text[end - 1] === '"') {
    const from = Math.max(least, end - 1 - MAX_DISPLAY);
    const quote = text.slice(from, end - 1).lastIndexOf('"');
    if (quote < 0) return null;
    const inner = text.slice(from + quote + 1, end - 1);
    return hasLetters(inner) && !inner.includes('\n') && !isReporterName(inner) && !inner.includes('@')
      ? { start: from + quote + 1, end: end - 1 }
      : null;
  }
  let start = end;
  for (let words = 0, at = end; words < MAX_DISPLAY_WORDS; words++) {
    let from = at;
    while (from > least && isNameSign(text.charCodeAt(from - 1))) from--;
    const word = text.slice(from, at).replace(/\.$/, '');
    const lower = word.toLowerCase();
    if (from === at || !isUpper(text.charCodeAt(from)) || (isAllProtected(lower) && !ambiguousNames.has(lower))) break;
    start = from;
    if (text[from - 1] !== ' ' || from - 1 <= least) break;
    at = from - 1;
  }
  return start < end ? { start, end } : null;
}

/** What words of a name are made of. */
function isNameSign(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x27 || code === 0x2d || code === 0x2e || code === 0x2019;
}

/** Words of address behind which a name follows. */
const salutations = new Set(
  `dear hello hi hey hallo liebe lieber herr herrn frau mr mrs ms miss dr prof sir madam cher chère chers monsieur madame
  mme hola estimado estimada señor señora buongiorno gentile egregio signor signora ciao caro cara beste geachte heer
  mevrouw hei hej hallå kära kære bonjour salut olá prezado prezada drogi droga szanowny szanowna sayın merhaba
  уважаемый уважаемая здравствуйте`.split(/\s+/),
);

const capitalised =
  /(?:(?:Mr|Mrs|Ms|Dr|Prof|Herr|Herrn|Frau|Sr|Sra)\.? ){0,2}(\p{Lu}[\p{L}\p{M}'’-]{0,40}\.?(?: \p{Lu}[\p{L}\p{M}'’-]{0,40}\.?){0,2})/uy;

/** The name behind `Dear`, `Mr` and their like; null where ordinary words follow. `word` is lower case and ends at `end`. */
export function nameAfter(text: string, word: string, end: number): Stretch | null {
  if (!salutations.has(word)) return null;
  let at = end;
  if (text[at] === '.') at++;
  if (text[at] !== ' ') return null;
  capitalised.lastIndex = at + 1;
  const found = capitalised.exec(text);
  const name = found?.[1]?.replace(/\.$/, '');
  if (found === null || name === undefined) return null;
  const words = name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  // The ordinary words at its end belong to the sentence: "Dear Jane, Your message"
  if (words.length === 0 || words.every((part) => isProtected(part) && !ambiguousNames.has(part))) return null;
  const nameEnd = found.index + found[0].length - (found[0].endsWith('.') ? 1 : 0);
  return { start: nameEnd - name.length, end: nameEnd };
}

const comment = />?[ \t]{0,2}\(([^()<>@\n]{2,64})\)/y;

/** A name in brackets behind an address: `jane@example.net (Jane Roe)`; null for words of any other kind. */
export function nameInComment(text: string, end: number): Stretch | null {
  comment.lastIndex = end;
  const found = comment.exec(text);
  const inner = found?.[1] ?? '';
  if (found === null || !/^"?\p{Lu}[\p{L}\p{M}'’.-]*(?:,? \p{Lu}[\p{L}\p{M}'’.-]*){0,3}"?$/u.test(inner)) return null;
  const words = inner.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.every(isProtected)) return null;
  const close = found.index + found[0].length - 1;
  return { start: close - inner.length, end: close };
}
