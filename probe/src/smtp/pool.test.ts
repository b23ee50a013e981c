import { describe, expect, it } from 'vitest';
import { nothingHeard } from './heard.ts';
import type { SmtpObservation, SmtpProber, SmtpRequest } from './observation.ts';
import { pooledProber, rememberingProber } from './pool.ts';

const request: SmtpRequest = {
  host: 'mx.example.net',
  ip: '192.0.2.1',
  port: 25,
  helo: 'probe.example.org',
  mailFrom: '',
  recipients: [],
  tls: true,
};

/** A prober whose dialogues end when the test says so. */
function heldProber() {
  const open: { readonly request: SmtpRequest; readonly end: (error?: Error) => void }[] = [];
  const most = { all: 0, host: 0 };
  let begun = 0;
  const prober: SmtpProber = {
    probe: (asked) =>
      new Promise<SmtpObservation>((resolve, reject) => {
        begun++;
        const own = {
          request: asked,
          end(error?: Error) {
            open.splice(open.indexOf(own), 1);
            if (error === undefined) resolve({ request: asked, ...nothingHeard(asked, 'answered', null) });
            else reject(error);
          },
        };
        open.push(own);
        most.all = Math.max(most.all, open.length);
        most.host = Math.max(most.host, open.filter((other) => other.request.ip === asked.ip).length);
      }),
  };
  return { prober, open, most, begun: () => begun };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('pooledProber', () => {
  it('has one dialogue for equal requests while it is under way, and a new one afterwards', async () => {
    const { prober, open, begun } = heldProber();
    const pool = pooledProber(prober);
    const asked = [pool.probe(request), pool.probe({ ...request, recipients: [] }), pool.probe({ ...request })];
    await settled();
    expect(begun()).toBe(1);
    open[0]?.end();
    const [first, ...others] = await Promise.all(asked);
    for (const other of others) expect(other).toBe(first);
    const later = pool.probe(request);
    await settled();
    expect(begun()).toBe(2);
    open[0]?.end();
    await later;
  });

  it.each<Partial<SmtpRequest>>([
    { host: 'other.example.net' },
    { port: 26 },
    { recipients: ['a@example.net'] },
    { tls: false },
    { tlsVersions: { min: 'TLSv1', max: 'TLSv1.1' } },
  ])('takes a request with %o for another', async (other) => {
    const { prober, open, begun } = heldProber();
    const pool = pooledProber(prober, { perHost: 2 });
    const asked = [pool.probe(request), pool.probe({ ...request, ...other })];
    await settled();
    expect(begun()).toBe(2);
    for (const dialogue of [...open]) dialogue.end();
    await Promise.all(asked);
  });

  it('has no more dialogues than allowed, with one address and in all, and forgets nobody', async () => {
    const { prober, open, most, begun } = heldProber();
    const pool = pooledProber(prober, { perHost: 2, total: 5 });
    const asked = Array.from({ length: 60 }, (_, i) =>
      pool.probe({ ...request, ip: `192.0.2.${i % 4}`, host: `mx${i}.example.net` }),
    );
    for (let left = 60; left > 0; left--) {
      await settled();
      expect(open.length).toBeGreaterThan(0);
      // in no order of their own
      open[(left * 7) % open.length]?.end();
    }
    expect(await Promise.all(asked)).toHaveLength(60);
    expect(begun()).toBe(60);
    expect(most).toEqual({ all: 5, host: 2 });
  });

  it('does not let a busy host keep others waiting', async () => {
    const { prober, open } = heldProber();
    const pool = pooledProber(prober, { perHost: 1, total: 2 });
    const asked = ['a', 'b', 'c'].map((host) => pool.probe({ ...request, host }));
    asked.push(pool.probe({ ...request, ip: '192.0.2.2' }));
    await settled();
    expect(open.map((own) => own.request.ip)).toEqual(['192.0.2.1', '192.0.2.2']);
    while (open.length > 0) {
      open[0]?.end();
      await settled();
    }
    await Promise.all(asked);
  });

  it('gives the place back when a dialogue throws', async () => {
    const { prober, open, begun } = heldProber();
    const pool = pooledProber(prober, { total: 1 });
    const broken = pool.probe(request);
    const next = pool.probe({ ...request, ip: '192.0.2.2' });
    await settled();
    open[0]?.end(new Error('a fault of our own'));
    await expect(broken).rejects.toThrow('a fault of our own');
    await settled();
    expect(begun()).toBe(2);
    open[0]?.end();
    expect((await next).outcome).toBe('answered');
  });

  it('does not try what would wait behind too many', async () => {
    const { prober, open } = heldProber();
    const pool = pooledProber(prober, { total: 1, waiting: 1 });
    const asked = [pool.probe(request), pool.probe({ ...request, host: 'b' })];
    const tooMany = await pool.probe({ ...request, host: 'c', recipients: ['a@example.net'] });
    const detail = '1 other dialogues are waiting for their turn already.';
    expect(tooMany).toMatchObject({ outcome: 'not-tried', detail, recipients: [{ notTried: detail }] });
    for (let i = 0; i < 2; i++) {
      await settled();
      open[0]?.end();
    }
    await Promise.all(asked);
  });

  it.each([{ perHost: 0 }, { total: Number.NaN }, { waiting: -1 }])('refuses %o', (limits) =>
    expect(() => pooledProber(heldProber().prober, limits)).toThrow(/of the pool is .*: write a whole number from 1\./),
  );
});

describe('rememberingProber', () => {
  it('asks once for each request for as long as it lives', async () => {
    const { prober, open, begun } = heldProber();
    const run = rememberingProber(prober);
    const first = run.probe(request);
    open[0]?.end();
    expect(await run.probe({ ...request })).toBe(await first);
    expect(begun()).toBe(1);
    const other = rememberingProber(prober).probe(request);
    expect(begun()).toBe(2);
    open[0]?.end();
    await other;
  });
});
