import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { root } from './command.ts';

// What the pages show is run: a page that lies is worse than none.

const page = readFileSync(join(root, 'docs', 'diagnosis.md'), 'utf8');
const programs = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');

/** A module beside the packages, as a reader's own would stand. */
async function run(code: string): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'whybounce-docs-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const path = join(folder, 'program.mjs');
    writeFileSync(path, code);
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the program that hands in facts prints what the page says', async () => {
  const [program = ''] = programs;
  const expected = /^\/\/ (.+)$/m.exec(program)?.[1];
  const printed: string[] = [];
  const { log } = console;
  console.log = (...words: unknown[]) => void printed.push(words.join(' '));
  try {
    await run(program);
  } finally {
    console.log = log;
  }
  expect(printed).toEqual([expected]);
});

test('the program of ten lines suppresses a dead mailbox and never for a blocked sender', async () => {
  const program = programs[1] ?? '';
  const statements = program.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('}'));
  expect(statements.length).toBeLessThanOrEqual(10);
  const { send } = (await run(program)) as { send: (...args: unknown[]) => Promise<void> };
  const done: string[] = [];
  const list = {
    suppress: (who: string) => void done.push(`suppress ${who}`),
    retry: (who: string, after: number) => void done.push(`retry ${who} ${after}`),
    hold: (who: string) => void done.push(`hold ${who}`),
  };
  const refused = (response: string) => ({
    sendMail: async () => {
      const responseCode = Number(response.slice(0, 3));
      throw Object.assign(new Error(response), {
        code: 'EENVELOPE',
        command: 'RCPT TO',
        response,
        responseCode,
        rejected: ['ada@example.org'],
        rejectedErrors: [{ recipient: 'ada@example.org', response, responseCode, command: 'RCPT TO' }],
      });
    },
  });
  await send(refused('550 5.1.1 The email account that you tried to reach does not exist'), {}, list);
  await send(refused('550 5.7.1 Service unavailable; client host [192.0.2.7] blocked using zen.example.org'), {}, list);
  await send(refused('450 4.2.0 Greylisted, try again in 300 seconds'), {}, list);
  await send({ sendMail: async () => ({ accepted: ['ada@example.org'], rejected: [] }) }, {}, list);
  expect(done).toEqual(['suppress ada@example.org', 'hold ada@example.org', 'retry ada@example.org 300']);
});
