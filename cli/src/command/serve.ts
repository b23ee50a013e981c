import { DEFAULT_HOST, DEFAULT_PORT, ServeError, type Service, serve } from '@whybounce/server';
import { EXIT_DECODED } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import { listKeysOf } from './list-keys.ts';

/** Options of `whybounce serve`. */
export interface ServeCommand {
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
  readonly url?: string;
  /** DNS servers that checks ask. */
  readonly resolver?: readonly string[];
  /** False by `--no-connect`: checks do not connect to mail servers. */
  readonly connect?: boolean;
  /** False by `--no-lists`: checks do not ask blocklists. */
  readonly lists?: boolean;
  /** `OPERATOR=KEY` for each blocklist that wants one. */
  readonly listKey?: readonly string[];
  /** The name to greet mail servers with. */
  readonly helloName?: string;
}

/** `whybounce serve`: the pages at an address of this machine, until it is stopped. Returns the exit code. */
export async function serveCommand(command: ServeCommand): Promise<number> {
  const { port, resolver = [], connect, lists, listKey = [], helloName, ...options } = command;
  if (port !== undefined && !/^\d{1,5}$/.test(port))
    throw new UsageError(`--port ${port}: write a whole number from 0 to 65535.`);
  const listKeys = listKeysOf(listKey);
  const stopped = untilStopped();
  const service = await started({
    ...options,
    version,
    port: port === undefined ? undefined : Number(port),
    checks: {
      resolvers: resolver.length === 0 ? undefined : resolver,
      connect,
      lists,
      listKeys,
      ownName: helloName,
    },
  });
  if (port === undefined && service.port !== DEFAULT_PORT)
    process.stdout.write(`Port ${DEFAULT_PORT} is taken, so this is port ${service.port}.\n`);
  process.stdout.write(`Whybounce is at ${service.address}\n`);
  if (!isLoopback(options.host) && options.url === undefined)
    process.stdout.write('Other machines reach it too. Name the address by which they do with --url.\n');
  process.stdout.write('Press Ctrl-C to stop it.\n');
  await stopped;
  await service.stop();
  return EXIT_DECODED;
}

/** Whether an address is one of this machine alone. */
function isLoopback(host: string = DEFAULT_HOST): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

async function started(options: Parameters<typeof serve>[0]): Promise<Service> {
  try {
    return await serve(options);
  } catch (error) {
    if (error instanceof ServeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** Resolves at the first signal to stop; a second one ends the process at once, as it would without this. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
