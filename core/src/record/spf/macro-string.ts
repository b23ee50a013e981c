import type { Span } from '../span.ts';
import { MAX_NAME } from './limits.ts';

/** The letters of RFC 7208 section 7.2; `c`, `r` and `t` stand in explanations alone. */
export type MacroLetter = 's' | 'l' | 'o' | 'd' | 'i' | 'p' | 'v' | 'h' | 'c' | 'r' | 't';

/** Text as it comes out: `%%`, `%_` and `%-` are decoded. */
export interface MacroText {
  readonly kind: 'text';
  readonly value: string;
  readonly span: Span;
  /** Written as `%%`, `%_` or `%-`. */
  readonly escaped: boolean;
}

/** `%{ir}`, `%{d2}`, `%{L1r-}`. */
export interface Macro {
  readonly kind: 'macro';
  readonly letter: MacroLetter;
  /** An upper-case letter: the value is escaped as in a URL. */
  readonly escape: boolean;
  /** How many parts stay, counted from the right; null for all. */
  readonly keep: number | null;
  readonly reverse: boolean;
  /** What parts the value; `.` where nothing is written. */
  readonly delimiters: string;
  readonly span: Span;
}

export type MacroPart = MacroText | Macro;

/** A value that may hold macros (RFC 7208 section 7.1). */
export interface MacroString {
  readonly text: string;
  readonly span: Span;
  readonly parts: readonly MacroPart[];
}

/** Where a macro-string breaks the grammar. */
export interface MacroFault {
  readonly code: 'macro-syntax' | 'macro-letter' | 'macro-only-in-explanation' | 'macro-zero';
  readonly span: Span;
}

const escapes: Readonly<Record<string, string>> = { '%': '%', _: ' ', '-': '%20' };
const macroBody = /^([a-z])(\d*)(r?)([.\-+,/_=]*)$/i;
const letters = 'slodipvhcrt';

/**
 * Reads a macro-string. What breaks the grammar is told and stands as text, so that the rest is read all the same.
 *
 * @param start where the text begins in its record: spans count from there
 * @param explanation whether it is the text of an explanation, where `c`, `r` and `t` are allowed
 */
export function parseMacroString(
  text: string,
  start: number,
  explanation: boolean,
): { readonly value: MacroString; readonly faults: readonly MacroFault[] } {
  const parts: MacroPart[] = [];
  const faults: MacroFault[] = [];
  const add = (value: string, from: number, to: number, escaped: boolean) =>
    parts.push({ kind: 'text', value, span: [start + from, start + to], escaped });
  let at = 0;
  while (at < text.length) {
    const percent = text.indexOf('%', at);
    const end = percent === -1 ? text.length : percent;
    if (end > at) add(text.slice(at, end), at, end, false);
    if (percent === -1) break;
    const next = text.charAt(percent + 1);
    const decoded = escapes[next];
    if (decoded !== undefined) {
      at = percent + 2;
      add(decoded, percent, at, true);
      continue;
    }
    const close = next === '{' ? text.indexOf('}', percent) : -1;
    at = close === -1 ? percent + 1 : close + 1;
    const span: Span = [start + percent, start + at];
    const macro = close === -1 ? 'macro-syntax' : readMacro(text.slice(percent + 2, close), span, explanation);
    if (typeof macro === 'string') {
      faults.push({ code: macro, span });
      add(text.slice(percent, at), percent, at, false);
    } else parts.push(macro);
    // no second brace: every other `%{` would be searched to the end of the text in vain
    if (next === '{' && close === -1) {
      if (at < text.length) add(text.slice(at), at, text.length, false);
      break;
    }
  }
  return { value: { text, span: [start, start + text.length], parts }, faults };
}

function readMacro(body: string, span: Span, explanation: boolean): Macro | MacroFault['code'] {
  const read = macroBody.exec(body);
  if (read === null) return 'macro-syntax';
  const [, letter = '', digits = '', reverse = '', delimiters = ''] = read;
  const lower = letter.toLowerCase();
  if (!letters.includes(lower)) return 'macro-letter';
  if (!explanation && 'crt'.includes(lower)) return 'macro-only-in-explanation';
  const keep = digits === '' ? null : Number(digits);
  if (keep === 0) return 'macro-zero';
  return {
    kind: 'macro',
    letter: lower as MacroLetter,
    escape: letter !== lower,
    // no name has more parts than characters
    keep: keep === null ? null : Math.min(keep, MAX_NAME * 2),
    reverse: reverse !== '',
    delimiters: delimiters === '' ? '.' : delimiters,
    span,
  };
}

const none: ReadonlySet<MacroLetter> = new Set();

/** The letters of the macros in a value, each once. */
export function lettersOf(value: MacroString): ReadonlySet<MacroLetter> {
  if (!value.parts.some(({ kind }) => kind === 'macro')) return none;
  return new Set(value.parts.flatMap((part) => (part.kind === 'macro' ? [part.letter] : [])));
}

/** The name that a value stands for where it has no macros, in lower case without the final dot; null where it has any. */
export function plainName(value: MacroString): string | null {
  let name = '';
  for (const part of value.parts) {
    if (part.kind === 'macro') return null;
    name += part.value;
  }
  return (name.endsWith('.') ? name.slice(0, -1) : name).toLowerCase();
}
