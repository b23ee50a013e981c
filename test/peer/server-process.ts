import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.ts';
import { findProgram } from './installed.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

/** A real server that runs on loopback in a folder of its own. */
export interface ServerProcess {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** `127.0.0.1:port`. */
  readonly address: string;
  /** The folder with its configuration and data. */
  readonly folder: string;
  /** What it wrote so far to its standard output and error. */
  log(): string;
  /** Ends it by its process id, and removes its folder. */
  stop(): Promise<void>;
}

/** How a server is started. */
export interface ServerPlan {
  /** File name of the program, such as `nsd`. */
  readonly program: string;
  /** Writes the configuration into the folder and gives the arguments. */
  prepare(folder: string, port: number): readonly string[];
  /** Whether it answers by now. Asked again and again until it does. */
  ready(port: number): Promise<boolean>;
}

/** Starts before giving up: another process may take the port that was free a moment ago. */
const STARTS = 3;
const READY_WITHIN_MS = 15_000;
const BETWEEN_QUESTIONS_MS = 20;
/** For an orderly end; then it is killed. */
const END_WITHIN_MS = 3_000;
/** Characters of its output that are kept. */
const LOG_LIMIT = 100_000;

/** Starts a server on a free port and waits until it answers. Throws with its own output where it does not. */
export async function startServer(plan: ServerPlan): Promise<ServerProcess> {
  const path = findProgram(plan.program);
  if (path === null) throw new Error(`${plan.program} is not installed: see test/peer/installed.ts for how to skip.`);
  let complaint = '';
  for (let start = 0; start < STARTS; start++) {
    const port = await freePort();
    const folder = temporaryFolder(plan.program);
    const child = spawn(path, plan.prepare(folder.path, port), { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] });
    const server = running(child, folder, port);
    if (await isReady(plan, child, port)) return server;
    complaint = server.log();
    await server.stop();
  }
  throw new Error(`${plan.program} did not start in ${STARTS} tries. It said:\n${complaint}`);
}

function running(child: ChildProcess, folder: TemporaryFolder, port: number): ServerProcess {
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('latin1')).slice(-LOG_LIMIT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.on('error', (error) => keep(Buffer.from(error.message)));
  // a test run that dies must not leave servers behind
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  return {
    host: '127.0.0.1',
    port,
    address: `127.0.0.1:${port}`,
    folder: folder.path,
    log: () => output,
    async stop() {
      process.off('exit', kill);
      if (!hasEnded(child)) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        const late = setTimeout(kill, END_WITHIN_MS);
        await ended;
        clearTimeout(late);
      }
      folder.remove();
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function isReady(plan: ServerPlan, child: ChildProcess, port: number): Promise<boolean> {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until && !hasEnded(child)) {
    if (await plan.ready(port)) return !hasEnded(child);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_QUESTIONS_MS));
  }
  return false;
}
