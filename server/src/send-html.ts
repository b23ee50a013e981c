import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { chooseEncoding } from './site/encoding.ts';
import { pack } from './site/pack.ts';

/** Smaller bodies fit into one packet as they are. */
const MIN_PACKED = 1_000;

/** Sends a page that was made for this request: packed as the client likes, and kept by nobody. */
export async function sendHtml(
  context: Context,
  html: string,
  status: ContentfulStatusCode = 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const plain = Buffer.from(html);
  const encoding =
    plain.byteLength < MIN_PACKED ? 'identity' : chooseEncoding(context.req.header('Accept-Encoding') ?? null);
  const bytes = await pack(plain, encoding);
  return context.body(bytes as Uint8Array<ArrayBuffer>, status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    Vary: 'Accept-Encoding',
    'Content-Length': String(bytes.byteLength),
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    ...headers,
  });
}

/**
 * Answers HEAD where the page itself is made of what the world says, which is not asked for nothing. How long the page
 * would be is then not known and not said (RFC 9110 section 9.3.2).
 */
export function sendHead(context: Context, headers: Readonly<Record<string, string>> = {}): Response {
  return context.body(null, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    Vary: 'Accept-Encoding',
    ...headers,
  });
}
