import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { securityHeaders } from './headers.ts';

/** What Node's parser refuses, before there is a request. */
const parserAnswers: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers of this request are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive. Send it again.'],
};

/**
 * Answers what is no request, or does not come to its end, and closes its connection. Answers that already
 * run on it go out first: what is written between their bytes would be taken for a part of them.
 *
 * @param lingerMs what a client gets to take the answer and close its side; cut off at once, the answer may be
 *   lost on its way
 */
export function answerBrokenRequests(server: Server, lingerMs: number): void {
  const running = new WeakMap<Socket, Set<ServerResponse>>();
  const ending = new WeakSet<Socket>();
  server.on('request', ({ socket }, response) => {
    const responses = running.get(socket) ?? new Set();
    running.set(socket, responses.add(response));
    response.once('close', () => responses.delete(response));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // whatever follows upon what could not be read is an error again
    if (ending.has(socket)) return;
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    ending.add(socket);
    // one that waits for the rest of its request will not get it: it is the one that is refused
    const owed = [...(running.get(socket) ?? [])].filter(({ req, headersSent }) => req.complete || headersSent);
    if (owed.length === 0) endWith(refusal(error), socket, lingerMs);
    else void Promise.all(owed.map(closed)).then(() => endWith('', socket, lingerMs));
  });
}

function closed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => response.once('close', resolve));
}

/** Says the last, and does not wait for ever until the other side has closed too. */
function endWith(last: string, socket: Socket, lingerMs: number): void {
  const cut = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(cut));
  socket.end(last);
}

function refusal({ code = '' }: NodeJS.ErrnoException): string {
  const [status, says] = parserAnswers[code] ?? ['400 Bad Request', 'This is not an HTTP request.'];
  const headers = Object.entries({
    ...securityHeaders,
    'Cache-Control': 'no-store',
    Connection: 'close',
    'Content-Length': String(says.length + 1),
    'Content-Type': 'text/plain; charset=utf-8',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\n${headers.join('')}\r\n${says}\n`;
}
