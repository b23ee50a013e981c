import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { launcher, whybounce } from '../command.ts';
import { makeSmallSite } from './small-site.ts';

/** The built command in a process of its own, as a user starts it. */
interface Running {
  readonly child: ChildProcess;
  /** What it printed until it answered. */
  readonly said: string;
  readonly address: string;
  readonly ended: Promise<number | null>;
}
const children: ChildProcess[] = [];
const servers: Server[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) server.close();
});

function start(...args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [launcher, 'serve', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const address = /Whybounce is at (\S+)/.exec(said)?.[1];
      if (address !== undefined && said.includes('Press Ctrl-C')) resolve({ child, said, address, ended });
    });
    void ended.then(() => reject(new Error(`It ended before it answered: ${said}`)));
  });
}

/** Holds a port; any for 0. */
function hold(port: number): Promise<number> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) => {
    // a port that somebody else holds is as good
    server.once('error', () => resolve(port));
    server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
}

describe('whybounce serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('answers when it says so, reads a form, and stops at %s', async (signal) => {
    const { child, said, address, ended } = await start('--port', '0');
    expect(said).toMatch(/^Whybounce is at http:\/\/127\.0\.0\.1:\d+\/\nPress Ctrl-C to stop it\.\n$/);
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`<link rel="canonical" href="${address}"`);
    const health = (await (await fetch(new URL('/health', address))).json()) as { version: string };
    expect(health.version).toMatch(/^\d+\.\d+\.\d+/);
    const answer = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ text: '550 5.1.1 no such user' }),
    });
    expect(answer.status).toBe(200);
    expect((await fetch(new URL('/search?q=full', address))).status).toBe(200);
    child.kill(signal);
    expect(await ended).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  it('takes the next free port where its own is taken, and says so', async () => {
    await hold(5541);
    const { said } = await start();
    expect(said).toMatch(/^Port 5541 is taken, so this is port \d+\.\nWhybounce is at /);
  });

  it('says that others reach it, when they do', async () => {
    const { said, address } = await start('--port', '0', '--host', '0.0.0.0');
    expect(said).toContain('Other machines reach it too');
    expect((await fetch(address)).status).toBe(200);
  });

  it('makes checks as it is told to', async () => {
    const { address } = await start('--port', '0', '--resolver', '127.0.0.1:1', '--no-connect', '--no-lists');
    const results = async (path: string): Promise<string> => (await fetch(new URL(path, address))).text();
    expect(await results('/check/mx/results?host=mx.example.com')).toContain(
      'Connecting to mail servers is switched off here.',
    );
    const ip = await results('/check/ip/results?ip=192.0.2.1');
    expect(ip).toContain('Asking blocklists is switched off here.');
    expect(ip).toContain('could-not-determine');
  });

  it('puts the address into the pages that others use', async () => {
    const { address } = await start('--port', '0', '--url', 'https://bounce.example.net');
    expect(await (await fetch(address)).text()).toContain('<link rel="canonical" href="https://bounce.example.net/"');
  });
});

describe('whybounce serve refuses', () => {
  it('a port that was asked for and is taken', async () => {
    const port = await hold(0);
    const { code, stderr } = whybounce(['serve', '--port', String(port)]);
    expect([code, stderr]).toEqual([
      2,
      `whybounce: --port ${port}: another program listens there. Choose another port, or leave --port out to take a free one.\n`,
    ]);
  });

  it.each([
    [['--port', 'web'], '--port web: write a whole number from 0 to 65535.'],
    [['--port', '70000'], '--port 70000: write a whole number from 0 to 65535.'],
    [['--port', '-1'], '--port -1: write a whole number from 0 to 65535.'],
    [['--url', 'bounce.example.net/mail'], '--url bounce.example.net/mail: this is no web address.'],
    [['--port', '0', '--host', '192.0.2.1'], '--host 192.0.2.1: this machine cannot listen there'],
    [['--resolver', 'dns.example'], '--resolver "dns.example" is no address of a name server'],
    [['--data', launcher], `--data ${launcher}: this is a file. Name a folder.`],
  ])('%j', (args, says) => {
    const { code, stdout, stderr } = whybounce(['serve', ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`whybounce: ${says}`);
  });

  it('a data folder below a file', () => {
    const site = makeSmallSite();
    try {
      const file = join(site.folder, 'file');
      writeFileSync(file, '');
      const { code, stderr } = whybounce(['serve', '--data', join(file, 'data')]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${file} is a file. Name another folder.`)]);
    } finally {
      site.remove();
    }
  });
});
