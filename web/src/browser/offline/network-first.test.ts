import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { networkFirst, PATIENCE } from './network-first.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const kept = async (): Promise<Response> => new Response('kept');
const nothing = async (): Promise<undefined> => undefined;
const after = (milliseconds: number, text: string): Promise<Response> =>
  new Promise((resolve) => setTimeout(() => resolve(new Response(text)), milliseconds));
const down = (): Promise<Response> => Promise.resolve(new Response('down', { status: 503 }));
const offline = (): Promise<Response> => Promise.reject(new TypeError('offline'));

/** What has been answered when the last timer has run: its text and at which time. */
async function answered(answer: Promise<Response>): Promise<readonly [text: string, milliseconds: number]> {
  const begin = Date.now();
  const read = answer.then(async (response) => [await response.text(), Date.now() - begin] as const);
  read.catch(() => undefined);
  await vi.runAllTimersAsync();
  return read;
}

test('the network counts where it answers', async () => {
  expect(await answered(networkFirst(after(PATIENCE - 1, 'fresh'), kept))).toEqual(['fresh', PATIENCE - 1]);
  const missing = Promise.resolve(new Response('none', { status: 404 }));
  expect(await answered(networkFirst(missing, kept))).toEqual(['none', 0]);
});

test('what is kept stands in where the network is slow, fails, or the server does', async () => {
  expect(await answered(networkFirst(after(PATIENCE + 1, 'fresh'), kept))).toEqual(['kept', PATIENCE]);
  expect(await answered(networkFirst(after(200, 'fresh'), kept, 5))).toEqual(['kept', 5]);
  expect(await answered(networkFirst(offline(), kept))).toEqual(['kept', 0]);
  expect(await answered(networkFirst(down(), kept))).toEqual(['kept', 0]);
});

test('where nothing is kept, the network may take its time and fail in its own way', async () => {
  expect(await answered(networkFirst(after(30, 'fresh'), nothing, 5))).toEqual(['fresh', 30]);
  expect(await answered(networkFirst(down(), nothing))).toEqual(['down', 0]);
  await expect(answered(networkFirst(offline(), nothing))).rejects.toThrow('offline');
  const late = new Promise<Response>((_, reject) => setTimeout(() => reject(new TypeError('gone')), 20));
  await expect(answered(networkFirst(late, nothing, 5))).rejects.toThrow('gone');
});
