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

  it('with closing the connection that was refused to it is cut off', async () => {
    const { port } = await start(undefined, {}, { ...short, linger: 50 });
    const half = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    half.on('error', () => {});
    half.resume();
    const closed = new Promise<void>((resolve) => half.once('close', () => resolve()));
    const ended = new Promise<void>((resolve) => half.once('end', () => resolve()));
    half.write('garbage\r\n\r\n');
    await ended;
    // what is written to a connection that is gone is answered with a reset
    const more = setInterval(() => half.write('more'), 50);
    await closed;
    clearInterval(more);
  });

  it('with saying anything at all is cut off', async () => {
    const { port } = await start(undefined, {}, short);
    expect(await rawRequest(port)).not.toContain('200 OK');
  });
});

it('who sent a request is told by its connection', async () => {
  const { port } = await start((_, { address }) => new Response(address));
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'X-Forwarded-For': '192.0.2.1' } });
  expect(await response.text()).toBe('127.0.0.1');
});

describe('what is no request', () => {
  const get = (path: string): string => `GET /${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
  /** Answers with the path when it is let, and says what has come. */
  const gated = async () => {
    const gates = new Map<string, () => void>();
    let onCome: () => void = () => {};
    const { port } = await start(async (request) => {
      const path = new URL(request.url).pathname.slice(1);
      await new Promise<void>((open) => {
        gates.set(path, open);
        onCome();
      });
      return new Response(`page ${path} to its end`);
    });
    const came = (count: number): Promise<void> =>
      new Promise((resolve) => {
        onCome = () => {
          if (gates.size === count) resolve();
        };
        onCome();
      });
    return { port, gates, came };
  };

  it('is refused, and the connection closed', async () => {
    const { port } = await start();
    const answer = await rawRequest(port, 'garbage\r\n\r\n');
    expect(statusOf(answer)).toBe(400);
    expect(answer).toContain('This is not an HTTP request.');
  });

  it('does not take the place of the answer to what came before it', async () => {
    const { port, gates, came } = await gated();
    const answer = rawRequest(port, `${get('one')}garbage\r\n\r\n`);
    await came(1);
    gates.get('one')?.();
    expect(statusOf(await answer)).toBe(200);
    expect(await answer).toContain('page one to its end');
    expect((await answer).match(/HTTP\/1\.1 \d/g)).toHaveLength(1);
  });

  it('waits for all answers that run, whichever ends first, and however much of it comes', async () => {
    const { port, gates, came } = await gated();
    const answer = rawRequest(port, get('one') + get('two'), 'garbage\r\n\r\n', 'more garbage\r\n\r\n');
    await came(2);
    gates.get('two')?.();
    gates.get('one')?.();
    expect((await answer).match(/page \w+ to its end|HTTP\/1\.1 \d+/g)).toEqual([
      'HTTP/1.1 200',
      'page one to its end',
      'HTTP/1.1 200',
      'page two to its end',
    ]);
  });

  it('behind an answer that has gone out is refused', async () => {
    const { port } = await start();
    const agent = connect(port, '127.0.0.1');
    const said: string[] = [];
    const closed = new Promise((resolve) => agent.once('close', resolve));
    await new Promise<void>((resolve) => {
      agent.on('data', (chunk) => {
        said.push(String(chunk));
        if (said.join('').endsWith('hello')) resolve();
      });
      agent.write(get('one'));
    });
    agent.write('garbage\r\n\r\n');
    await closed;
    expect(said.join('').match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
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
