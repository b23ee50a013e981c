import type { Handler } from 'hono';
import { networkOfRequest } from '../check/refusal.ts';
import type { ClientBindings } from '../client.ts';
import { isFromOtherSite } from '../cross-site.ts';
import type { ReadResult, ReadTask } from '../desk/read-task.ts';
import { ThreadError } from '../desk/thread-error.ts';
import type { ByteBudget } from '../form/byte-budget.ts';
import { postedBody } from '../form/posted-body.ts';
import { discardBody } from '../form/read-body.ts';
import { MAX_BODY_BYTES, MAX_DISCARDED_BYTES, RETRY_AFTER_SECONDS } from '../limits.ts';
import type { Pages } from '../page/pages.ts';
import { sendHtml } from '../send-html.ts';
import { type DecoderProblem, decoderProblems, formFaults } from '../wording.ts';
import { problemOfBody, problemOfThread } from './problem-of.ts';

/** What reads posted forms. */
export interface FormReader {
  /** @throws ThreadError */
  run(task: ReadTask, transfer: readonly ArrayBuffer[]): Promise<unknown>;
}

/** What the decoder's route needs. */
export interface DecoderRoute {
  readonly reader: FormReader;
  readonly pages: Pages;
  readonly budget: ByteBudget;
}

const statusOf = {
  foreign: 403,
  tooSlow: 408,
  tooLarge: 413,
  busy: 503,
  tooLong: 503,
  tooMuchMemory: 503,
} as const satisfies Record<DecoderProblem, number>;

/** May be found before the whole body was read: what was not read of it must not be taken for the next request. */
const foundEarly: ReadonlySet<DecoderProblem> = new Set(['foreign', 'tooSlow', 'tooLarge', 'busy']);

/**
 * `POST /`: the decoder for pages without script. What is posted is read in memory on a thread, and neither
 * stored nor logged; the answer is the page with it.
 */
export function decoder({ reader, pages, budget }: DecoderRoute): Handler<ClientBindings> {
  return async (context) => {
    const refuse = (problem: DecoderProblem): Promise<Response> =>
      sendHtml(context, pages.refusedForm(decoderProblems[problem]), statusOf[problem], {
        ...(statusOf[problem] === 503 ? { 'Retry-After': String(RETRY_AFTER_SECONDS) } : {}),
        ...(foundEarly.has(problem) ? { Connection: 'close' } : {}),
      });
    // the answer could not be read by the other site; but nobody's browser shall work for it
    if (isFromOtherSite(context.req.raw)) {
      await discardBody(context.req.raw.body, MAX_DISCARDED_BYTES).catch(() => {});
      return refuse('foreign');
    }
    const client = networkOfRequest(context);
    const read = await postedBody(context.req.raw, MAX_BODY_BYTES, budget, client);
    // nobody is there any more to read an answer
    if (read === null) return context.body(null, 400);
    if (read.kind !== 'body') return refuse(problemOfBody[read.kind]);
    const { bytes } = read;
    const length = bytes.byteLength;
    try {
      const task: ReadTask = { contentType: context.req.header('Content-Type') ?? null, body: bytes };
      const result = (await reader.run(task, [bytes.buffer])) as ReadResult;
      if (result.kind === 'read') return await sendHtml(context, pages.answer(result.answer));
      const { status, says } = formFaults[result.fault];
      return await sendHtml(context, pages.refusedForm(says), status);
    } catch (error) {
      const problem = error instanceof ThreadError ? problemOfThread(error) : null;
      if (problem === null) throw error;
      return refuse(problem);
    } finally {
      budget.giveBack(client, length);
    }
  };
}
