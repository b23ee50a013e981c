import { expect, test } from 'vitest';
import { networkFirst } from './network-first.ts';

const says = async (answer: Promise<Response>): Promise<string> => (await answer).text();
const kept = async (): Promise<Response> => new Response('kept');
const nothing = async (): Promise<undefined> => undefined;
const after = (milliseconds: number, text: string): Promise<Response> =>
  new Promise((resolve) => setTimeout(() => resolve(new Response(text)), milliseconds));

test('the network counts where it answers', async () => {
  expect(await says(networkFirst(after(1, 'fresh'), kept, 1_000))).toBe('fresh');
  const missing = Promise.resolve(new Response('none', { status: 404 }));
  expect(await says(networkFirst(missing, kept))).toBe('none');
});

test('what is kept stands in where the network is slow, fails, or the server does', async () => {
  expect(await says(networkFirst(after(200, 'fresh'), kept, 5))).toBe('kept');
  expect(await says(networkFirst(Promise.reject(new TypeError('offline')), kept))).toBe('kept');
  expect(await says(networkFirst(Promise.resolve(new Response('down', { status: 503 })), kept))).toBe('kept');
});

test('where nothing is kept, the network may take its time and fail in its own way', async () => {
  expect(await says(networkFirst(after(30, 'fresh'), nothing, 5))).toBe('fresh');
  expect(await says(networkFirst(Promise.resolve(new Response('down', { status: 503 })), nothing))).toBe('down');
  await expect(networkFirst(Promise.reject(new TypeError('offline')), nothing)).rejects.toThrow('offline');
  const late = new Promise<Response>((_, reject) => setTimeout(() => reject(new TypeError('gone')), 20));
  await expect(networkFirst(late, nothing, 5)).rejects.toThrow('gone');
});
