import type { ObservationId, TestId } from '@whybounce/core';
import { MAX_FILE_NAME, MAX_STEPS } from '../limits.ts';
import { unnamedFile } from '../wording.ts';
import type { Field } from './field.ts';
import { FormError } from './form-error.ts';
import { textOf } from './text-of-field.ts';

/** A file as it was posted. */
export interface PostedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** An answer to a question about an event, or a question that is left open. */
export type Step = { readonly answer: ObservationId } | { readonly skip: TestId };

/** What somebody posted to the decoder. */
export interface DecoderForm {
  readonly text: string;
  readonly files: readonly PostedFile[];
  /** The server that gave the reply. */
  readonly host: string | null;
  /** The event that is shown; null where the form does not say. */
  readonly number: number | null;
  /** In the order in which they were given. */
  readonly steps: readonly Step[];
  /** The example that was chosen; null for none. */
  readonly example: string | null;
}

/** An id of the knowledge. Which there are, the engine knows. */
const idForm = /^[a-z0-9][a-z0-9.-]{0,79}$/i;

/** An answer: the test, a colon, and what was found. */
const answerForm = /^[a-z0-9][a-z0-9.-]{0,79}:[a-z0-9][a-z0-9.-]{0,79}$/i;

/**
 * The form of the decoder by its fields: `text`; `file`, several; `host`; `example`; `number` (of an event,
 * from 0); `answered` (`test:outcome`, and `test:` for a question that was left open), several, in order;
 * `answer` and `skip`, the button that was pressed. Other fields are not looked at.
 *
 * @throws FormError `charset`, `field-value`, `too-many-fields`
 */
export function decoderForm(fields: readonly Field[]): DecoderForm {
  const first = (name: string): string => textOf(fields.find((field) => field.name === name));
  const number = first('number').trim();
  if (!/^\d{0,7}$/.test(number)) throw new FormError('field-value');
  const steps = ['answered', 'answer', 'skip'].flatMap((name) =>
    fields.filter((field) => field.name === name).map((field) => stepOf(name, textOf(field))),
  );
  if (steps.length > MAX_STEPS) throw new FormError('too-many-fields');
  const files = fields.filter(({ name }) => name === 'file').flatMap(fileOf);
  return {
    text: first('text'),
    files,
    host: first('host').trim() || null,
    number: number === '' ? null : Number(number),
    steps,
    example: first('example') || null,
  };
}

function stepOf(name: string, value: string): Step {
  const open = name === 'skip' ? value : name === 'answered' && value.endsWith(':') ? value.slice(0, -1) : null;
  if (!(open === null ? answerForm.test(value) : idForm.test(open))) throw new FormError('field-value');
  return open === null ? { answer: value as ObservationId } : { skip: open as TestId };
}

/** A field for files in which none was chosen comes empty and without a name. */
function fileOf({ filename, bytes }: Field): PostedFile[] {
  return bytes.length === 0 && (filename ?? '') === '' ? [] : [{ name: shownName(filename ?? ''), content: bytes }];
}

/** The name as it is shown: without folders, which some browsers send, and without control characters. */
function shownName(sent: string): string {
  const name = sent
    // the three characters that browsers escape in it (RFC 7578 §4.2, HTML standard)
    .replace(/%(22|0D|0A)/gi, (_, hex: string) => (hex === '22' ? '"' : ' '))
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, MAX_FILE_NAME)
    .toWellFormed();
  return name === '' ? unnamedFile : name;
}
