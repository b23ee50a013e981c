import { Desk, examples } from '@whybounce/web/desk';
import { decoderForm } from '../form/decoder-form.ts';
import { FormError } from '../form/form-error.ts';
import { parseForm } from '../form/parse-form.ts';
import { readPosted } from './read-posted.ts';
import type { ReadResult, ReadTask } from './read-task.ts';
import { serveCalls } from './serve-calls.ts';

/**
 * A thread that reads posted forms, from the bytes of the body on: neither a hostile form nor a hostile
 * mail takes time from the thread that answers requests. Each form gets a desk of its own, which is
 * forgotten with it.
 */
serveCalls(async ({ contentType, body }: ReadTask): Promise<ReadResult> => {
  try {
    const form = decoderForm(parseForm(contentType, Buffer.from(body.buffer, body.byteOffset, body.byteLength)));
    const desk = new Desk({ now: new Date() });
    const exampleText = (id: string): string | null => examples.find((example) => example.id === id)?.text ?? null;
    return { kind: 'read', answer: await readPosted(desk, form, exampleText) };
  } catch (error) {
    if (error instanceof FormError) return { kind: 'refused', fault: error.fault };
    throw error;
  }
});
