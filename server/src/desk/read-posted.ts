import type { PostedAnswer } from '@whybounce/web';
import { type DeskCalls, type DeskInput, type FailureView, PASTED } from '@whybounce/web/desk';
import type { DecoderForm, Step } from '../form/decoder-form.ts';
import { FormError } from '../form/form-error.ts';
import { MAX_CARRIED_BYTES } from '../limits.ts';

/** The calls that reading a form needs. */
export type ReadingDesk = Pick<DeskCalls, 'read' | 'open' | 'answer' | 'skip'>;

/**
 * Reads what a form holds, and says to the event that it names what was answered about it. Where the input can
 * be sent back as text (one alone, no binary, not too long) it is, so that the next question can be answered
 * without the server remembering anything.
 *
 * @param exampleText the text of an example by its id; null for an unknown one
 * @throws FormError `empty` where there is nothing to read, `field-value` for an event, answer or example
 *   that there is not
 */
export async function readPosted(
  desk: ReadingDesk,
  form: DecoderForm,
  exampleText: (id: string) => string | null,
): Promise<PostedAnswer> {
  const { text, files } = withExample(form, exampleText);
  const pasted: DeskInput[] = text.trim() === '' ? [] : [{ name: PASTED, content: text, host: form.host }];
  const inputs = [...pasted, ...files];
  if (inputs.length === 0) throw new FormError('empty');
  const sheet = await desk.read(inputs);
  const first = await shownEvent(desk, form, sheet.first);
  const [only] = inputs;
  const back = inputs.length === 1 && only !== undefined ? textToSendBack(only.content) : null;
  return {
    sheet: { ...sheet, first },
    text: back ?? (Buffer.byteLength(text) <= MAX_CARRIED_BYTES ? text : ''),
    carried: back === null ? null : { text: back, host: form.host, answers: answersOf(first) },
  };
}

function withExample(
  { text, files, example }: DecoderForm,
  exampleText: (id: string) => string | null,
): Pick<DecoderForm, 'text' | 'files'> {
  if (example === null) return { text, files };
  const chosen = exampleText(example);
  if (chosen === null) throw new FormError('field-value');
  return { text: chosen, files: [] };
}

async function shownEvent(desk: ReadingDesk, { number, steps }: DecoderForm, first: FailureView): Promise<FailureView> {
  const shown = number ?? first.number;
  try {
    if (steps.length === 0) return number === null ? first : await desk.open(shown);
    let view = first;
    for (const step of steps) view = await say(desk, shown, step);
    return view;
  } catch (cause) {
    // an event beyond the list, a question or an answer that there is not
    throw new FormError('field-value', { cause });
  }
}

function say(desk: ReadingDesk, number: number, step: Step): Promise<FailureView> {
  return 'answer' in step ? desk.answer(number, step.answer) : desk.skip(number, step.skip);
}

function answersOf({ verdict }: FailureView): string[] {
  return (verdict?.answered ?? []).map(({ test, answer }) => answer?.id ?? `${test}:`);
}

/** The input as a field of a form can hold it: text, without the one character that HTML cannot. */
function textToSendBack(content: string | Uint8Array): string | null {
  if (content.length > MAX_CARRIED_BYTES) return null;
  if (typeof content === 'string') return content.includes('\0') ? null : content;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
