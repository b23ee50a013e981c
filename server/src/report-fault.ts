import { ThreadError } from './desk/thread-error.ts';
import { faultPlace } from './fault-place.ts';

/** Longest path that is written down. */
const MAX_PATH = 200;

/**
 * A fault of the service as one line: without the query, the headers or the body of the request, and
 * without the error's message, since addresses of people stand there.
 */
export function faultLine(error: unknown, { method, url }: Pick<Request, 'method' | 'url'>): string {
  const path = new URL(url).pathname.slice(0, MAX_PATH);
  // a thread tells place alone
  const place = error instanceof ThreadError ? error.message : faultPlace(error);
  return `whybounce: ${method} ${path} failed: ${place}`.replaceAll(/\s+/g, ' ');
}
