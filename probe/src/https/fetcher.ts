import { type IncomingMessage, request } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { addressRange, isPublicAddress } from '../address-guard.ts';
import { readBody } from './body.ts';
import { type Connection, connect, wordsOf } from './connect.ts';
import { type HttpsLimits, httpsLimits } from './limits.ts';
import type { ResolveHost } from './resolve.ts';
import type { HttpsFetcher, HttpsResponse } from './response.ts';
import { readTarget, type Target } from './target.ts';

export interface HttpsFetcherOptions {
  /** Looks host names up, once for each request. */
  readonly resolve: ResolveHost;
  readonly limits?: Partial<HttpsLimits> | undefined;
  /** PEM of the roots to trust instead of Node's own: for an own authority, and for tests. */
  readonly ca?: string | undefined;
  /** Default 443. No URL can change it. */
  readonly port?: number | undefined;
  /** Which addresses may be connected to; default those of the public internet. */
  readonly isAllowed?: ((ip: string) => boolean) | undefined;
}

const PORT = 443;
const USER_AGENT = 'whybounce (checks of mail domains)';

type Partly = Partial<HttpsResponse> & Pick<HttpsResponse, 'outcome'>;

/**
 * Fetches from the public web on a stranger's word: the policy hosts, logos and certificates that records
 * name. A name is looked up once, every address that it has is judged, and the judged address itself is
 * connected to, so that a name that changes between two look-ups gains nothing. No redirect is followed
 * (RFC 8461 section 3.3: "HTTP 3xx redirects MUST NOT be followed").
 *
 * @throws RangeError for a limit or port that is none
 */
export function createHttpsFetcher(options: HttpsFetcherOptions): HttpsFetcher {
  const limits = httpsLimits(options.limits);
  const { resolve, ca, port = PORT, isAllowed = isPublicAddress } = options;
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new RangeError(`port is ${String(port)}: write a whole number from 1 to 65535.`);

  async function exchange(target: Target, signal: AbortSignal): Promise<Partly> {
    const resolved = await resolve(target.host);
    if (resolved.outcome !== 'found') return resolved;
    // one address that is not public spoils the name: no honest public name leads to both
    const inside = resolved.addresses.find((ip) => !isAllowed(ip));
    if (inside !== undefined)
      return {
        outcome: 'not-public',
        ip: inside,
        detail: `${target.host} leads to ${inside}, which is not on the public internet (${addressRange(inside)}).`,
      };
    let last: Partly = { outcome: 'no-name', detail: `${target.host} has no address.` };
    for (const ip of resolved.addresses.slice(0, limits.addresses)) {
      if (signal.aborted) break;
      const connection = await connect({ ip, port, host: target.host, ca, signal });
      if (connection.outcome === 'connected') return answer(target, connection, ip);
      last = { ...connection, ip };
      if (connection.outcome !== 'no-connection') break;
    }
    return last;
  }

  async function answer(target: Target, { socket, certificateEnds }: Connection, ip: string): Promise<Partly> {
    const seen = { ip, certificateEnds };
    try {
      const message = await send(target, socket, limits.headers);
      const headers = headersOf(message);
      const head = { ...seen, status: message.statusCode ?? null, headers };
      const body = await readBody(message, headers['content-encoding'] ?? '', limits.body);
      if (!body.tooLarge) return { outcome: 'answered', ...head, body: body.bytes };
      const detail = `The body is larger than ${limits.body} bytes.`;
      return { outcome: 'too-large', ...head, body: body.bytes, detail };
    } catch (error) {
      return { outcome: 'broken', ...seen, detail: `${target.host} at ${ip} gave no whole answer: ${wordsOf(error)}.` };
    } finally {
      socket.destroy();
    }
  }

  return {
    async get(url) {
      const target = readTarget(url);
      if (typeof target === 'string') return response(url, { outcome: 'not-allowed', detail: target });
      const deadline = new AbortController();
      const late = Promise.withResolvers<Partly>();
      const detail = `${target.host} had not answered in full after ${limits.time / 1000} seconds.`;
      const timer = setTimeout(() => {
        late.resolve({ outcome: 'timeout', detail });
        deadline.abort();
      }, limits.time);
      try {
        return response(url, await Promise.race([late.promise, exchange(target, deadline.signal)]));
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Sends the request over a connection that stands, and waits for the head of the answer. */
function send({ host, path }: Target, socket: TLSSocket, maxHeaderSize: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({
      createConnection: () => socket,
      setHost: false,
      method: 'GET',
      path,
      maxHeaderSize,
      headers: { host, 'user-agent': USER_AGENT, accept: '*/*', 'accept-encoding': 'identity', connection: 'close' },
    });
    sent.once('response', resolve);
    // emitted again when the socket is destroyed after the answer
    sent.on('error', reject);
    // an answer 101 closes without an error
    sent.once('close', () => reject(new Error('the server closed the connection')));
    sent.end();
  });
}

/** Names come in lower case; values of one name are joined (RFC 9110 section 5.3). */
function headersOf(message: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function response(url: string, partly: Partly): HttpsResponse {
  return {
    url,
    status: null,
    headers: {},
    body: new Uint8Array(),
    detail: null,
    ip: null,
    certificateEnds: null,
    ...partly,
  };
}
