import { decodeCharset, decodeEncodedWords } from '@whybounce/core/message';
import { MAX_PARAMETERS, MAX_URL } from './limits.ts';

/** A structured MIME field: `attachment; filename="a.pdf"`. */
export interface MimeValue {
  /** What stands before the first semicolon, in lower case. */
  readonly value: string;
  /** By name in lower case; continuations joined and charsets undone (RFC 2231). */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Name, a section number, and a star where the value is percent-encoded: `filename*0*`. */
const nameForm = /^([^*]{1,64})(?:\*(\d{1,3}))?(\*)?$/;

/** Reads such a field; what is malformed is taken as far as it goes. */
export function readMimeValue(text: string): MimeValue {
  const [value = '', ...rest] = piecesOf(text.slice(0, MAX_URL));
  const sections = new Map<string, { readonly place: number; readonly encoded: boolean; readonly text: string }[]>();
  for (const piece of rest.slice(0, MAX_PARAMETERS)) {
    const equals = piece.indexOf('=');
    if (equals < 1) continue;
    const form = nameForm.exec(piece.slice(0, equals).trim().toLowerCase());
    if (form === null) continue;
    const [, name = '', place, star] = form;
    const own = sections.get(name) ?? [];
    own.push({
      place: Number(place ?? 0),
      encoded: star !== undefined,
      text: unquoted(piece.slice(equals + 1).trim()),
    });
    sections.set(name, own);
  }
  const parameters = new Map<string, string>();
  for (const [name, own] of sections) parameters.set(name, joined(own));
  return { value: value.trim().toLowerCase(), parameters };
}

/** Cut at semicolons outside quotes. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted && sign === '\\') i++;
    else if (sign === '"') quoted = !quoted;
    else if (sign === ';' && !quoted) {
      pieces.push(text.slice(from, i));
      from = i + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, text.endsWith('"') ? -1 : undefined).replace(/\\(.)/g, '$1') : text;
}

function joined(sections: { readonly place: number; readonly encoded: boolean; readonly text: string }[]): string {
  const inOrder = sections.toSorted((a, b) => a.place - b.place);
  if (!inOrder.some(({ encoded }) => encoded)) return decodeEncodedWords(inOrder.map(({ text }) => text).join(''));
  // charset'language'text in the first section alone
  const [first = '', ...rest] = inOrder.map(({ text }) => text);
  const [charset = '', , ...words] = first.split("'");
  const isNamed = words.length > 0;
  const bytes = [isNamed ? words.join("'") : first, ...rest].join('').replace(/%([0-9a-f]{2})/gi, percentByte);
  return decodeCharset(bytes, isNamed && charset !== '' ? charset : null);
}

function percentByte(_: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}
