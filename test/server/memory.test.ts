import { ZoneDns } from '@whybounce/core/dns';
import { Probe } from '@whybounce/probe';
import { createApp, openSite } from '@whybounce/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSmallSite } from './small-site.ts';

const small = makeSmallSite();
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  app = createApp({
    site: await openSite(small.folder),
    origin: 'https://bounce.example.net',
    about: { version: '1.2.3', knowledgeVersion: '2026.11.0' },
    probe: new Probe({ instruments: { dns: new ZoneDns({}) } }),
    threads: {
      readers: { run: async () => ({ kind: 'refused', fault: 'empty' }) },
      searcher: { run: async () => [] },
    },
  });
});
afterAll(() => small.remove());

const MEGABYTE = new Uint8Array(1024 * 1024);

/** A form that sends so many megabytes and then nothing, until it is let end. */
function heldForm(megabytes: number, address: string) {
  let end: () => void = () => {};
  let sent = 0;
  let onSent: () => void = () => {};
  const isSent = new Promise<void>((resolve) => {
    onSent = resolve;
  });
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent++ < megabytes) return controller.enqueue(MEGABYTE);
        onSent();
        return new Promise<void>((resolve) => {
          end = () => {
            controller.close();
            resolve();
          };
        });
      },
    },
    { highWaterMark: 0 },
  );
  const response = post(body, address);
  return { isSent, end: () => end(), response };
}
const post = async (body: BodyInit, address: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.request('/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit, { address });
const form = (): BodyInit => new URLSearchParams({ text: '' });

it('a client that holds its share of the memory shuts the form for itself, and for nobody else', async () => {
  const held = [24, 24, 24].map((megabytes) => heldForm(megabytes, '2001:db8::1'));
  await Promise.all(held.map(({ isSent }) => isSent));
  // from another address of the same network
  const beyond = heldForm(4, '2001:db8::beef');
  await beyond.isSent;
  beyond.end();
  const refused = await beyond.response;
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  expect(refused.headers.get('connection')).toBe('close');
  for (const address of ['2001:db8:1::1', '192.0.2.1', '198.51.100.1'])
    expect((await post(form(), address)).status).toBe(422);
  const other = heldForm(24, '192.0.2.1');
  await other.isSent;
  for (const { end } of [...held, other]) end();
  for (const { response } of [...held, other]) expect((await response).status).toBe(422);
  // and all of it is free again
  const again = heldForm(24, '2001:db8::1');
  await again.isSent;
  again.end();
  expect((await again.response).status).toBe(422);
});

it('a form of another site is thrown away, and its connection closed', async () => {
  let isRead = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      isRead = true;
      controller.close();
    },
  });
  const response = await post(body, '192.0.2.1', { 'Sec-Fetch-Site': 'cross-site' });
  expect([response.status, response.headers.get('connection'), isRead]).toEqual([403, 'close', true]);
});

it('a form that is answered leaves the connection open for the next', async () => {
  expect((await post(form(), '192.0.2.1')).headers.get('connection')).toBeNull();
});
