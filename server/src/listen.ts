import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { answerBrokenRequests } from './broken-request.ts';
import type { Client } from './client.ts';
import { securityHeaders } from './headers.ts';
import {
  HEADERS_TIMEOUT_MS,
  KEEP_ALIVE_MS,
  LINGER_MS,
  MAX_CONNECTIONS,
  MAX_HEADER_BYTES,
  MAX_HEADER_LINES,
  MAX_REQUESTS_PER_SOCKET,
  REQUEST_TIMEOUT_MS,
  STOP_TIMEOUT_MS,
} from './limits.ts';
import { ServeError } from './serve-error.ts';

/** Where to listen. */
export interface ListenOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whether, if the port is taken, one of the next ones does too. */
  readonly mayMove: boolean;
}

/** How long a client may take; tests make these short. */
export interface Timeouts {
  readonly headers: number;
  readonly request: number;
  readonly keepAlive: number;
  /** How often the others are looked at. */
  readonly check: number;
  readonly stop: number;
  /** For taking a refusal and closing the connection. */
  readonly linger: number;
}

export const timeouts: Timeouts = {
  headers: HEADERS_TIMEOUT_MS,
  request: REQUEST_TIMEOUT_MS,
  keepAlive: KEEP_ALIVE_MS,
  check: 2_000,
  stop: STOP_TIMEOUT_MS,
  linger: LINGER_MS,
};

/** A server that answers. */
export interface Listening {
  readonly port: number;
  /** Takes no new connection, lets running requests end, and cuts off what has not ended in time. */
  stop(): Promise<void>;
}

/** Ports that are tried after one that is taken. */
const MAX_MOVES = 20;

/** How often, while it stops, connections are closed whose request has ended. */
const IDLE_CHECK_MS = 50;

/** What answers requests. */
export type Fetch = (request: Request, client: Client) => Response | Promise<Response>;

/**
 * Listens for HTTP.
 *
 * @throws ServeError `port-taken`, `address-refused`
 */
export async function listen(fetch: Fetch, options: ListenOptions, limits: Timeouts = timeouts): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: limits.check,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    getRequestListener((request, { incoming }) => fetch(request, { address: incoming.socket.remoteAddress ?? '' }), {
      overrideGlobalObjects: false,
      errorHandler: malformed,
    }),
  );
  server.maxHeadersCount = MAX_HEADER_LINES;
  server.maxRequestsPerSocket = MAX_REQUESTS_PER_SOCKET;
  server.maxConnections = MAX_CONNECTIONS;
  answerBrokenRequests(server, limits.linger);
  await bind(server, options);
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server, limits.stop) };
}

/** Requests that are no requests: a target or host that is no address. */
function malformed(): Response {
  return new Response('The address of this request cannot be read.\n', {
    status: 400,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

async function bind(server: Server, { host, port, mayMove }: ListenOptions): Promise<void> {
  const last = mayMove && port !== 0 ? Math.min(port + MAX_MOVES, 65_535) : port;
  for (let candidate = port; ; candidate++) {
    try {
      await bindTo(server, host, candidate);
      return;
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && candidate < last) continue;
      throw explain(code, host, port, last, cause);
    }
  }
}

function bindTo(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function explain(code: string | undefined, host: string, port: number, last: number, cause: unknown): ServeError {
  switch (code) {
    case 'EADDRINUSE':
      return new ServeError(
        'port-taken',
        last === port
          ? `--port ${port}: another program listens there. Choose another port, or leave --port out to take a free one.`
          : `The ports from ${port} to ${last} are taken. Name a free one with --port.`,
        { cause },
      );
    case 'EACCES':
      return new ServeError(
        'address-refused',
        `--port ${port}: the system does not let you listen there. Ports from 1024 need no rights.`,
        { cause },
      );
    default:
      return new ServeError(
        'address-refused',
        `--host ${host}: this machine cannot listen there (${code ?? String(cause)}). 127.0.0.1 is this machine alone, 0.0.0.0 every network.`,
        { cause },
      );
  }
}

function stop(server: Server, timeout: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), timeout);
    // a connection whose request has ended would else be kept for the next
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}
