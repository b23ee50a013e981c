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
import { type ClientBindings, networkOf } from '../client.ts';
import { checkPagePolicy } from '../headers.ts';
import { RETRY_AFTER_SECONDS } from '../limits.ts';
import { sendHtml } from '../send-html.ts';
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
    atOrigin(checkDocument(assets, question, state), origin);
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
      const refused = refusalFor(desk, context);
      if (refused !== null) {
        const answer = page(question, { ...notStarted, problem: checkProblems[refused.problem] });
        return sendHtml(context, answer, refused.status, { ...policy, ...refused.headers });
      }
      const lines: CheckLine[] = [];
      await desk.run(question, (line) => void lines.push(line));
      const state = withLines(notStarted, lines);
      // what cannot be checked was not
      const status = state.problem !== null && state.results.length === 0 ? 422 : 200;
      return sendHtml(context, page(question, state), status, policy);
    });
    app.get(`/${kind}/results`, (context) => {
      const question = questionOf(kind, context);
      context.header('Content-Type', 'application/x-ndjson; charset=utf-8');
      context.header('Cache-Control', 'no-store');
      const refused = refusalFor(desk, context);
      if (refused !== null) {
        const line: CheckLine = { type: 'problem', says: checkProblems[refused.problem] };
        return context.body(`${JSON.stringify(line)}\n`, refused.status, refused.headers);
      }
      return stream(context, async (out) => {
        let written = Promise.resolve<unknown>(undefined);
        const write = (line: CheckLine): void => {
          written = written.then(() => out.write(`${JSON.stringify(line)}\n`));
        };
        try {
          await desk.run(question, write);
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

interface Refused {
  readonly problem: 'busy' | 'tooMany' | 'foreign';
  readonly status: 403 | 429 | 503;
  readonly headers: Readonly<Record<string, string>>;
}

/** Why a check is not made for this client now; null where it is. */
export function refusalFor(desk: CheckDesk, context: Context<ClientBindings>): Refused | null {
  // results are asked for by the pages of this site; no other site's page may have its visitors check for it
  if (context.req.header('Sec-Fetch-Site') === 'cross-site') return { problem: 'foreign', status: 403, headers: {} };
  const { address = '' } = (context.env as ClientBindings['Bindings'] | undefined) ?? {};
  const problem = desk.refusal(networkOf({ address }));
  if (problem !== 'busy' && problem !== 'tooMany') return null;
  const headers = { 'Retry-After': String(RETRY_AFTER_SECONDS) };
  return { problem, status: problem === 'busy' ? 503 : 429, headers };
}
