import { type Assets, atOrigin, type MessageAnswer, messageDocument } from '@whybounce/web';
import { type Context, Hono } from 'hono';
import type { CheckDesk } from '../check/check-desk.ts';
import type { MessageResult } from '../check/message-task.ts';
import type { MessageTester } from '../check/message-testers.ts';
import { askerOf, refusalFor } from '../check/refusal.ts';
import type { ClientBindings } from '../client.ts';
import { ThreadError } from '../desk/thread-error.ts';
import type { ByteBudget } from '../form/byte-budget.ts';
import { postedBody } from '../form/posted-body.ts';
import { discardBody } from '../form/read-body.ts';
import {
  MAX_DISCARDED_BYTES,
  MAX_EARLIER_BYTES,
  MAX_MESSAGE_BYTES,
  MAX_PART_HEADER_BYTES,
  RETRY_AFTER_SECONDS,
} from '../limits.ts';
import { sendHtml } from '../send-html.ts';
import { formFaults, messageProblems } from '../wording.ts';
import { problemOfBody, problemOfThread } from './problem-of.ts';

/** What the route of messages needs. */
export interface MessageRoute {
  readonly tester: MessageTester;
  /** Who may ask how often, and how many checks run at once. */
  readonly desk: CheckDesk;
  readonly budget: ByteBudget;
  readonly assets: Assets;
  /** The site's own address. */
  readonly origin: string;
  /** Is told of each check that broke, as a line without any of the message. */
  readonly report: (line: string) => void;
}

type MessageProblem = keyof typeof messageProblems;

const statusOf = {
  foreign: 403,
  tooSlow: 408,
  tooLarge: 413,
  empty: 422,
  tooMany: 429,
  running: 429,
  busy: 503,
  tooLong: 503,
  tooMuchMemory: 503,
} as const satisfies Record<MessageProblem, number>;

/** Found before the whole body was read: what was not read of it must not be taken for the next request. */
const foundEarly: ReadonlySet<MessageProblem> = new Set([
  ...(['foreign', 'tooSlow', 'tooLarge'] as const),
  ...(['tooMany', 'running', 'busy'] as const),
]);

/** A form is its files and little more. */
const MAX_FORM_BYTES = MAX_MESSAGE_BYTES + MAX_EARLIER_BYTES + 16 * MAX_PART_HEADER_BYTES;

/**
 * `GET /check/message`: the form; `POST`: the test of what it holds. The message is read in memory on a thread, and neither
 * stored nor logged. The page has no script that reads the form, and none may connect: what it holds goes out when it is sent.
 */
export function messageRoute({ tester, desk, budget, assets, origin, report }: MessageRoute): Hono<ClientBindings> {
  const app = new Hono<ClientBindings>();
  const page = (answer: Partial<MessageAnswer>): string => {
    const whole = { given: {}, run: null, problem: null, ...answer };
    return atOrigin(messageDocument(assets, whole, MAX_MESSAGE_BYTES / 1024 / 1024), origin);
  };
  const refuse = (context: Context, problem: MessageProblem): Promise<Response> => {
    const status = statusOf[problem];
    return sendHtml(context, page({ problem: messageProblems[problem] }), status, {
      ...(status === 503 || status === 429 ? { 'Retry-After': String(RETRY_AFTER_SECONDS) } : {}),
      ...(foundEarly.has(problem) ? { Connection: 'close' } : {}),
    });
  };
  app.get('/', (context) => sendHtml(context, page({})));
  app.post('/', async (context) => {
    const early = refusalFor(desk, context, 'data');
    if (early !== null) {
      await discardBody(context.req.raw.body, MAX_DISCARDED_BYTES).catch(() => {});
      return refuse(context, early.problem);
    }
    const asker = askerOf(context);
    const read = await postedBody(context.req.raw, MAX_FORM_BYTES, budget, asker.network);
    // nobody is there any more to read an answer
    if (read === null) return context.body(null, 400);
    if (read.kind !== 'body') return refuse(context, problemOfBody[read.kind]);
    const { bytes } = read;
    const length = bytes.byteLength;
    try {
      const task = { contentType: context.req.header('Content-Type') ?? null, body: bytes };
      const result = (await desk.counted(asker, () => tester.run(task, [bytes.buffer]))) as MessageResult;
      if (result.kind === 'refused') {
        if (result.fault === 'empty') return await refuse(context, 'empty');
        const { status, says } = formFaults[result.fault];
        return await sendHtml(context, page({ problem: says }), status);
      }
      for (const fault of result.faults) report(`whybounce: ${fault}`);
      return await sendHtml(context, page(result.answer), result.answer.run === null ? 422 : 200);
    } catch (error) {
      const problem = error instanceof ThreadError ? problemOfThread(error) : null;
      if (problem === null) throw error;
      return refuse(context, problem);
    } finally {
      budget.giveBack(asker.network, length);
    }
  });
  return app;
}
