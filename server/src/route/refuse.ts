import type { Assets } from '@whybounce/web';
import type { Context } from 'hono';
import { RETRY_AFTER_SECONDS } from '../limits.ts';
import { problemPage } from '../page/problem-page.ts';
import { sendHtml } from '../send-html.ts';
import { problems } from '../wording.ts';

/** Answers with a page that says why not, and what to do. */
export type Refuse = (
  context: Context,
  status: keyof typeof problems,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>;

/** @param assets whose style the page has */
export function refuser(assets: Assets): Refuse {
  return (context, status, headers = {}) =>
    sendHtml(context, problemPage(problems[status], assets), status, {
      ...(status === 503 ? { 'Retry-After': String(RETRY_AFTER_SECONDS) } : {}),
      ...headers,
    });
}
