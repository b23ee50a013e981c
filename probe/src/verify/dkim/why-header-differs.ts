import type { Buffer } from 'node:buffer';
import { quoted } from '../../quoted.ts';
import { type Field, fieldValue } from '../split-message.ts';
import type { Budget } from './cut-search.ts';
import { type Signature, signedInput } from './signature.ts';
import type { LikelyCause } from './verdict.ts';

/** Bytes that a field counts for when the signed ones are looked for among all. */
const COST_OF_FIELD = 64;

/** A header as it may have been before somebody on its way changed it. */
interface FormerHeader {
  readonly fields: readonly Field[];
  readonly cause: Omit<LikelyCause, 'proven'>;
}

/**
 * Tells by what a header was changed after it was signed: undoes one known kind of change after the other, and two that
 * lists make together, until the signature comes out right.
 *
 * @param isSigned whether what is hashed of a header is what was signed
 * @param budget of the whole message: it is used up by what is tried
 */
export function whyHeaderDiffers(
  signature: Signature,
  fields: readonly Field[],
  isSigned: (input: Buffer) => boolean,
  budget: Budget,
): LikelyCause[] {
  const matches = (former: readonly Field[], canonicalization?: 'simple' | 'relaxed') => {
    if (budget.bytes < 0) return false;
    const input = signedInput(signature, former, canonicalization);
    budget.bytes -= input.length + former.length * COST_OF_FIELD;
    return isSigned(input);
  };
  const refolded = byCanonicalization(signature, (way) => matches(fields, way));
  if (refolded !== null) return [refolded];
  const subjects = [...formerSubjects(signature, fields)];
  const others = [...formerFields(signature, fields)];
  for (const { fields: former, cause } of [...subjects, ...others])
    if (matches(former)) return [{ ...cause, proven: true }];
  // a list that marks the subject also sets Reply-To or From
  for (const subject of subjects)
    for (const other of formerFields(signature, subject.fields))
      if (matches(other.fields))
        return [
          { ...subject.cause, proven: true },
          { ...other.cause, proven: true },
        ];
  return guesses(signature, fields);
}

function byCanonicalization(signature: Signature, matches: (way: 'simple' | 'relaxed') => boolean): LikelyCause | null {
  const own = signature.canonicalization?.header;
  if (own === 'simple' && matches('relaxed'))
    return {
      kind: 'header-refolded',
      proven: true,
      says: 'Blanks or line breaks in the header were changed after it was signed, and nothing else. c=relaxed/relaxed overlooks that.',
      quote: null,
    };
  if (own === 'relaxed' && matches('simple'))
    return {
      kind: 'other-canonicalization',
      proven: true,
      says: 'The signer hashed the header as c=simple would, and wrote c=relaxed. Every receiver must refuse that: the signing program is at fault.',
      quote: null,
    };
  return null;
}

/** Marks that lists and filters put before a subject, also behind `Re:`. */
const subjectMark =
  /^((?:(?:re|aw|fwd?|wg)[ \t]*:[ \t]*){0,3})(?:\[[^\]]{1,80}\]|\*{2,8}[^*]{1,40}\*{2,8}|(?:external|extern|spam|caution)[ \t]*:)[ \t]*/i;
/** Marks that are taken away one after the other. */
const MAX_MARKS = 4;

function* formerSubjects({ signedHeaders }: Signature, fields: readonly Field[]): Generator<FormerHeader> {
  const at = fields.findLastIndex(({ name }) => name === 'subject');
  const field = fields[at];
  if (field === undefined || !signedHeaders.includes('subject')) return;
  const value = fieldValue(field);
  let subject = value;
  for (let i = 0; i < MAX_MARKS; i++) {
    const bare = subject.replace(subjectMark, '$1');
    if (bare === subject) return;
    subject = bare;
    yield {
      fields: replaced(fields, at, `${field.line.slice(0, field.line.indexOf(':'))}: ${subject}`),
      cause: {
        kind: 'subject-changed',
        says: `The subject is now ${quoted(value)}, and was signed as ${quoted(subject)}: a mailing list or filter put a mark before it.`,
        quote: value.slice(0, 300),
      },
    };
  }
}

/** Where programs that replace a field keep its former value. */
const keptAs: readonly (readonly [string, readonly string[]])[] = [
  ['from', ['x-original-from', 'x-google-original-from', 'original-from', 'reply-to']],
  ['message-id', ['x-google-original-message-id', 'x-original-message-id', 'x-microsoft-original-message-id']],
  ['to', ['x-original-to', 'x-apparently-to']],
  ['subject', ['x-original-subject']],
  ['date', ['x-original-date', 'x-google-original-date']],
];
const encodings = ['8bit', '7bit', 'quoted-printable', 'base64'];

function* formerFields({ signedHeaders }: Signature, fields: readonly Field[]): Generator<FormerHeader> {
  const signed = new Set(signedHeaders);
  for (const [name, copies] of keptAs) {
    const at = fields.findLastIndex((field) => field.name === name);
    if (at < 0 || !signed.has(name)) continue;
    for (const copy of copies) {
      const kept = fields.findLast((field) => field.name === copy);
      if (kept !== undefined) yield changed(fields, at, fieldValue(kept), `its former value stands in ${copy}`);
    }
  }
  const encoding = fields.findLastIndex(({ name }) => name === 'content-transfer-encoding');
  if (encoding >= 0 && signed.has('content-transfer-encoding'))
    for (const word of encodings) yield changed(fields, encoding, word, 'a server on the way encoded the body anew');
  for (const [at, field] of fields.entries()) {
    if (!signed.has(field.name)) continue;
    yield {
      fields: fields.filter((_, other) => other !== at),
      cause: {
        kind: 'field-added',
        says: `The field ${field.name} was added after the message was signed; without it the signature is right.`,
        quote: field.line.replaceAll('\r\n', '').slice(0, 300),
      },
    };
  }
}

function changed(fields: readonly Field[], at: number, value: string, why: string): FormerHeader {
  const field = fields[at] as Field;
  return {
    fields: replaced(fields, at, `${field.line.slice(0, field.line.indexOf(':'))}: ${value}`),
    cause: {
      kind: 'field-changed',
      says: `The field ${field.name} is now ${quoted(fieldValue(field))}, and was signed as ${quoted(value)}: ${why}.`,
      quote: fieldValue(field).slice(0, 300),
    },
  };
}

function replaced(fields: readonly Field[], at: number, line: string): Field[] {
  return fields.map((field, other) => (other === at ? { ...field, line } : field));
}

/** Fields that every message is sent with. */
const always = ['from', 'to', 'date', 'subject', 'message-id'];

function guesses({ signedHeaders }: Signature, fields: readonly Field[]): LikelyCause[] {
  const causes: LikelyCause[] = [];
  for (const name of always)
    if (signedHeaders.includes(name) && !fields.some((field) => field.name === name))
      causes.push({
        kind: 'field-removed',
        proven: false,
        says: `The field ${name} was signed, and the message has none: it may have been taken out.`,
        quote: null,
      });
  const list = fields.find(({ name }) => name === 'list-id' || name === 'list-post');
  if (list !== undefined)
    causes.push({
      kind: 'list-passed',
      proven: false,
      says: `The message passed a mailing list (${fieldValue(list).slice(0, 200)}), and lists often change Subject, From and Reply-To.`,
      quote: null,
    });
  return causes;
}
