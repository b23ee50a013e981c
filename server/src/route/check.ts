import {
  type Assets,
  atOrigin,
  type CheckKind,
  type CheckLine,
  type CheckQuestion,
  checkDocument,
  checkKinds,
  notStarted,
  questionPath,
  readQuestion,
  subjectOf,
  withLines,
} from '@whybounce/web';
import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { CheckDesk } from '../check/check-desk.ts';
import { otherNameOf } from '../check/other-name.ts';
import { askerOf, refusalFor } from '../check/refusal.ts';
import type { ClientBindings } from '../client.ts';
import { checkPagePolicy } from '../headers.ts';
import { sendHead, sendHtml } from '../send-html.ts';
import { checkProblems } from '../wording.ts';

/** What the routes of checks need. */
export interface CheckRoute {
  readonly desk: CheckDesk;
  readonly assets: Assets;
  /** The site's own address. */
  readonly origin: string;
  /** Is told of a check that broke, with the request it broke in. */
  readonly onFault: (error: unknown, request: Request) => void;
}

/**
 * `GET /check/domain?domain=…` and its kin: the page, whose script then asks `/check/domain/results?…` and draws
 * what comes; without script the browser goes on to `/check/domain/whole?…`, which waits for all of it.
 */
export function checkRoutes({ desk, assets, origin, onFault }: CheckRoute): Hono<ClientBindings> {
  const app = new Hono<ClientBindings>();
  const policy = { 'Content-Security-Policy': checkPagePolicy };
  const page = (question: CheckQuestion, state: Parameters<typeof checkDocument>[2]): string =>
    atOrigin(checkDocument(assets, question, state, otherNameOf(subjectOf(question) ?? '')), origin);
  for (const kind of checkKinds) {
    app.get(`/${kind}`, async (context) => {
      const question = questionOf(kind, context);
      // a form sends its empty fields too: the address that somebody keeps is the short one
      const address = questionPath(question);
      const { pathname, search } = new URL(context.req.url);
      if (pathname + search !== address)
        return context.body(null, 303, { Location: address, 'Cache-Control': 'no-store' });
      return sendHtml(context, page(question, null), 200, policy);
    });
    app.get(`/${kind}/whole`, async (context) => {
      const question = questionOf(kind, context);
      if (subjectOf(question) === null) return sendHtml(context, page(question, null), 200, policy);
      if (context.req.method === 'HEAD') return sendHead(context, policy);
      const refused = refusalFor(desk, context, 'page');
      if (refused !== null) {
        const answer = page(question, { ...notStarted, problem: checkProblems[refused.problem] });
        return sendHtml(context, answer, refused.status, { ...policy, ...refused.headers });
      }
      const lines: CheckLine[] = [];
      const asker = askerOf(context);
      await desk.run(question, asker, (line) => void lines.push(line));
      // nobody is there any more to read it
      if (asker.gone.aborted) return context.body(null, 400);
      const state = withLines(notStarted, lines);
      // what cannot be checked was not
      const status = state.problem !== null && state.results.length === 0 ? 422 : 200;
      return sendHtml(context, page(question, state), status, policy);
    });
    app.get(`/${kind}/results`, (context) => {
      const question = questionOf(kind, context);
      context.header('Content-Type', 'application/x-ndjson; charset=utf-8');
      context.header('Cache-Control', 'no-store');
      if (context.req.method === 'HEAD') return context.body(null);
      const refused = refusalFor(desk, context, 'data');
      if (refused !== null) {
        const line: CheckLine = { type: 'problem', says: checkProblems[refused.problem] };
        return context.body(`${JSON.stringify(line)}\n`, refused.status, refused.headers);
      }
      const asker = askerOf(context);
      return stream(context, async (out) => {
        let written = Promise.resolve<unknown>(undefined);
        const write = (line: CheckLine): void => {
          written = written.then(() => out.write(`${JSON.stringify(line)}\n`));
        };
        try {
          await desk.run(question, asker, write);
        } catch (error) {
          onFault(error, context.req.raw);
          write({ type: 'problem', says: checkProblems.broken });
        }
        await written;
      });
    });
  }
  return app;
}

function questionOf(kind: CheckKind, context: Context): CheckQuestion {
  return readQuestion(kind, new URL(context.req.url).searchParams);
}
