import { fileURLToPath } from 'node:url';
import { decodeReply } from '@whybounce/core/reply';
import { Probe, type ProbeOptions } from '@whybounce/probe';
import { createApp } from './app.ts';
import { createMessageTesters } from './check/message-testers.ts';
import { checkDataFolder } from './data-folder.ts';
import { createThreads } from './desk/threads.ts';
import { type Fetch, type Listening, listen } from './listen.ts';
import { parseOrigin } from './parse-origin.ts';
import { ServeError } from './serve-error.ts';
import { openSite } from './site/site.ts';

/**
 * The port that is taken when none is asked for. Nothing common listens there; it is easy to keep in mind
 * as the code that the project is named for: 550 5.4.1.
 */
export const DEFAULT_PORT = 5541;

/** This machine alone: what is pasted holds addresses of people. */
export const DEFAULT_HOST = '127.0.0.1';

/** How to serve; everything has a default. */
export interface ServeOptions {
  /** The version that `/health` tells. */
  readonly version: string;
  /** From 1 to 65535, or 0 for any. Without it {@link DEFAULT_PORT} or one of the next. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** The address by which others reach it, such as `https://bounce.example.net`; default: the one it listens at. */
  readonly url?: string | undefined;
  /** A folder for what is stored. */
  readonly data?: string | undefined;
  /** The folder of the built pages; default: those of the package `@whybounce/web`. */
  readonly site?: string | undefined;
  /** How checks ask the world; default: by the resolvers of this machine, mail servers and blocklists included. */
  readonly checks?: ProbeOptions | undefined;
}

/** A service that answers. */
export interface Service {
  /** Where it answers, such as `http://127.0.0.1:5541/`. */
  readonly address: string;
  readonly port: number;
  /** Stops it: running requests may end, new ones are not taken. */
  stop(): Promise<void>;
}

/**
 * Starts the service. It answers when this returns.
 *
 * @throws ServeError with a sentence that says what to change
 */
export async function serve(options: ServeOptions): Promise<Service> {
  const { version, port, host = DEFAULT_HOST, url, data } = options;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new ServeError('option-invalid', `--port ${port}: write a whole number from 0 to 65535.`);
  if (data !== undefined) await checkDataFolder(data);
  const given = url === undefined ? null : parseOrigin(url);
  const site = await openSite(options.site ?? builtSite());
  const probe = probeOf(options.checks);

  // the pages hold the address, and the port is known only when it listens
  let answer: Fetch = () => new Response(null, { status: 503 });
  const listening: Listening = await listen((request, client) => answer(request, client), {
    host,
    port: port ?? DEFAULT_PORT,
    mayMove: port === undefined,
  });
  const address = addressOf(host, listening.port);
  const threads = createThreads();
  const tester = createMessageTesters(options.checks);
  const app = createApp({
    site,
    threads,
    probe,
    tester,
    origin: given ?? new URL(address).origin,
    about: { version, knowledgeVersion: decodeReply('250 2.0.0 OK').knowledgeVersion },
  });
  answer = (request, client) => app.fetch(request, client);
  const stop = async (): Promise<void> => {
    await listening.stop();
    await threads.close();
    await tester.close();
    await probe.close();
  };
  return { address, port: listening.port, stop };
}

/** @throws ServeError for a resolver that is no address */
function probeOf(checks: ProbeOptions | undefined): Probe {
  try {
    return new Probe(checks);
  } catch (error) {
    if (error instanceof RangeError)
      throw new ServeError('option-invalid', `--resolver ${error.message}`, { cause: error });
    throw error;
  }
}

/** Where somebody at this machine finds it. */
function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
}

function builtSite(): string {
  return fileURLToPath(new URL('.', import.meta.resolve('@whybounce/web/site/manifest.json')));
}
