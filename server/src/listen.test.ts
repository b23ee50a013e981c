import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { rawRequest, statusOf } from '../../test/server/raw-request.ts';
import { type Fetch, type Listening, type ListenOptions, listen, timeouts } from './listen.ts';

const running: Listening[] = [];
const start = async (
  fetch: Fetch = () => new Response('hello'),
  options: Partial<ListenOptions> = {},
  limits = timeouts,
): Promise<Listening> => {
  const listening = await listen(fetch, { host: '127.0.0.1', port: 0, mayMove: false, ...options }, limits);
  running.push(listening);
  return listening;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((listening) => listening.stop()));
});

describe('a port that is taken', () => {
  it('that was asked for is told', async () => {
    const { port } = await start();
    await expect(start(undefined, { port })).rejects.toMatchObject({
      name: 'ServeError',
      code: 'port-taken',
      message: expect.stringMatching(`--port ${port}: another program listens there`),
    });
  });

  it('that was not asked for is left for the next free one', async () => {
    const { port } = await start();
    const next = await start(undefined, { port, mayMove: true });
    expect(next.port).toBeGreaterThan(port);
    expect(await (await fetch(`http://127.0.0.1:${next.port}/`)).text()).toBe('hello');
  });
});

it('an address that this machine does not have is told', async () => {
  await expect(start(undefined, { host: '192.0.2.1' })).rejects.toMatchObject({
    code: 'address-refused',
    message: expect.stringMatching(/--host 192\.0\.2\.1: .*127\.0\.0\.1/),
  });
});

describe('a client that is slow on purpose', () => {
  const short = { ...timeouts, headers: 150, request: 300, check: 50 };

  it('with its headers is cut off', async () => {
    const { port } = await start(undefined, {}, short);
    const answer = await rawRequest(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect(statusOf(answer)).toBe(408);
    expect(answer).toContain('X-Content-Type-Options: nosniff');
  });

  it('with its body is cut off', async () => {
    let tell: (error: unknown) => void = () => {};
    const failed = new Promise<unknown>((resolve) => {
      tell = resolve;
    });
    const read: Fetch = async (request) => new Response(await request.text().catch((error) => String(tell(error))));
    const { port } = await start(read, {}, short);
    const answer = await rawRequest(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc');
    expect([408, null]).toContain(statusOf(answer));
    // whoever reads the body is told, and does not wait for ever
    expect(await failed).toBeInstanceOf(Error);
  });

  it('with saying anything at all is cut off', async () => {
    const { port } = await start(undefined, {}, short);
    expect(await rawRequest(port)).not.toContain('200 OK');
  });
});

describe('stopping', () => {
  it('lets a request that runs end, and takes no new one', async () => {
    let answer: (response: Response) => void = () => {};
    let isAsked: () => void = () => {};
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const { port, stop } = await start(() => {
      isAsked();
      return new Promise<Response>((resolve) => {
        answer = resolve;
      });
    });
    const response = fetch(`http://127.0.0.1:${port}/`);
    await asked;
    const stopped = stop();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    answer(new Response('to the end'));
    expect(await (await response).text()).toBe('to the end');
    await stopped;
  });

  it('cuts off what does not end, and connections that only wait', async () => {
    let isAsked: () => void = () => {};
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const never: Fetch = () => {
      isAsked();
      return new Promise<Response>(() => {});
    };
    const { port, stop } = await start(never, {}, { ...timeouts, stop: 50 });
    const idle = connect(port, '127.0.0.1');
    idle.on('error', () => {});
    const closed = new Promise((resolve) => idle.once('close', resolve));
    const response = fetch(`http://127.0.0.1:${port}/`);
    await asked;
    const refused = expect(response).rejects.toThrow();
    await stop();
    await refused;
    await closed;
  });
});
