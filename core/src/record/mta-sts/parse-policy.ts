import type { Span } from '../span.ts';

export const mtaStsModes = ['none', 'testing', 'enforce'] as const;

export type MtaStsMode = (typeof mtaStsModes)[number];

/** One line `key: value` of a policy. */
export interface PolicyField {
  /** From 1. */
  readonly line: number;
  /** As it is written: keys are compared with their case (the grammar's `%s`). */
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** Whether a field of the same key stands before it. */
  readonly repeated: boolean;
}

/**
 * - `byte-order-mark`: an invisible character before the first key, which is then another key;
 * - `carriage-return`: a line that ends with CR alone; `blank-line`: between others;
 * - `leading-space`, `space-before-colon`: where the grammar has none;
 * - `no-colon`: a line that is no field;
 * - `too-long`, `too-many`: what was left unread.
 */
export type PolicyFaultKind =
  | 'byte-order-mark'
  | 'carriage-return'
  | 'blank-line'
  | 'leading-space'
  | 'space-before-colon'
  | 'no-colon'
  | 'too-long'
  | 'too-many';

export interface PolicyFault {
  readonly kind: PolicyFaultKind;
  readonly line: number;
  readonly span: Span;
}

/** A policy file with what its fields say. */
export interface MtaStsPolicy {
  readonly text: string;
  /** What it is instead of a policy: a web page, JSON as in drafts of 2016, nothing at all. */
  readonly form: 'policy' | 'html' | 'json' | 'empty';
  readonly fields: readonly PolicyField[];
  readonly faults: readonly PolicyFault[];
  readonly version: string | null;
  /** Null where it is absent or none of the three. */
  readonly mode: MtaStsMode | null;
  /** Seconds; null where it is absent, no number, or larger than the standard allows. */
  readonly maxAge: number | null;
  /** The values of `mx` as written, those that are none included. */
  readonly mx: readonly string[];
}

/** RFC 8461 section 3.2: a year of 365.25 days. */
export const MAX_MAX_AGE = 31_557_600;

/** RFC 8461 section 3.3 suggests 64 kilobytes as the most that a sender reads. */
const MAX_TEXT = 65_536;

/** Most lines that are read: a file of line ends alone would give sixty thousand findings. */
const MAX_LINES = 1_024;

/**
 * Reads a policy file (RFC 8461 section 3.2). Never throws: {@link lintMtaStsPolicy} says what is wrong. Lines end with
 * LF or CRLF; unknown fields are kept and have no meaning; of a repeated field other than `mx` the first counts.
 *
 * @param text the body of the response, read as UTF-8
 */
export function parseMtaStsPolicy(text: string): MtaStsPolicy {
  const form = formOf(text);
  const [fields, faults] = form === 'policy' ? readLines(text) : [[], []];
  const first = (key: string): string | null => fields.find((field) => field.key === key)?.value ?? null;
  const age = first('max_age') ?? '';
  const seconds = /^[0-9]{1,10}$/.test(age) ? Number(age) : null;
  return {
    text,
    form,
    fields,
    faults,
    version: first('version'),
    mode: mtaStsModes.find((mode) => mode === first('mode')) ?? null,
    maxAge: seconds !== null && seconds <= MAX_MAX_AGE ? seconds : null,
    mx: fields.filter(({ key }) => key === 'mx').map(({ value }) => value),
  };
}

function formOf(text: string): MtaStsPolicy['form'] {
  const start = /^\ufeff?\s*(\S?)/.exec(text)?.[1];
  if (start === '') return 'empty';
  if (start === '<') return 'html';
  return start === '{' ? 'json' : 'policy';
}

function readLines(text: string): [PolicyField[], PolicyFault[]] {
  const fields: PolicyField[] = [];
  const faults: PolicyFault[] = [];
  const keys = new Set<string>();
  const end = Math.min(text.length, MAX_TEXT);
  const last = text.slice(0, end).trimEnd().length;
  let at = 0;
  if (text.startsWith('\ufeff')) {
    faults.push({ kind: 'byte-order-mark', line: 1, span: [0, 1] });
    at = 1;
  }
  for (let line = 1; at < end; line++) {
    if (line > MAX_LINES) {
      faults.push({ kind: 'too-many', line, span: [at, end] });
      break;
    }
    const [stop, next, alone] = lineEnd(text, at, end);
    if (alone) faults.push({ kind: 'carriage-return', line, span: [stop, next] });
    const field = readField(text, at, stop, line, faults);
    if (field !== null) {
      fields.push({ ...field, repeated: keys.has(field.key) });
      keys.add(field.key);
    } else if (next < last && isBlank(text, at, stop)) faults.push({ kind: 'blank-line', line, span: [at, next] });
    at = next;
  }
  if (end < text.length) faults.push({ kind: 'too-long', line: 0, span: [end, text.length] });
  return [fields, faults];
}

/** Where the line that starts at `at` stops, where the next one starts, and whether a CR alone parts them. */
function lineEnd(text: string, at: number, end: number): [stop: number, next: number, alone: boolean] {
  for (let index = at; index < end; index++) {
    const unit = text[index];
    if (unit === '\n') return [index, index + 1, false];
    if (unit === '\r') return text[index + 1] === '\n' ? [index, index + 2, false] : [index, index + 1, true];
  }
  return [end, end, false];
}

function readField(
  text: string,
  from: number,
  to: number,
  line: number,
  faults: PolicyFault[],
): Omit<PolicyField, 'repeated'> | null {
  const start = skipBlanks(text, from, to);
  const stop = backOverBlanks(text, start, to);
  if (stop <= start) return null;
  if (start > from) faults.push({ kind: 'leading-space', line, span: [from, start] });
  const colon = text.indexOf(':', start);
  if (colon < 0 || colon >= stop) {
    faults.push({ kind: 'no-colon', line, span: [start, stop] });
    return null;
  }
  const keyEnd = backOverBlanks(text, start, colon);
  if (keyEnd < colon) faults.push({ kind: 'space-before-colon', line, span: [keyEnd, colon] });
  const valueStart = skipBlanks(text, colon + 1, stop);
  return {
    line,
    key: text.slice(start, keyEnd),
    value: text.slice(valueStart, stop),
    keySpan: [start, keyEnd],
    valueSpan: [valueStart, stop],
    span: [start, stop],
  };
}

/** Blanks and tabs alone are white space here (`*WSP`): a no-break space belongs to the value, and spoils it. */
function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

function backOverBlanks(text: string, start: number, at: number): number {
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

function isBlank(text: string, at: number, end: number): boolean {
  return skipBlanks(text, at, end) === end;
}
