import { describe, expect, it } from 'vitest';
import { ContentCache } from './content-cache.ts';

const weighing = (bytes: number) => () => Promise.resolve({ bytes: new Uint8Array(bytes) });

describe('ContentCache', () => {
  it('makes a body once for all who ask at the same time, and keeps it', async () => {
    const cache = new ContentCache(100);
    let made = 0;
    const make = async () => {
      made++;
      return { bytes: new Uint8Array(10) };
    };
    const all = await Promise.all([cache.get('a', make), cache.get('a', make), cache.get('a', make)]);
    await cache.get('a', make);
    expect(made).toBe(1);
    expect(new Set(all).size).toBe(1);
  });

  it('holds no more bytes than it may, and forgets what was not asked for longest', async () => {
    const cache = new ContentCache(100);
    await cache.get('a', weighing(40));
    await cache.get('b', weighing(40));
    await cache.get('a', weighing(40));
    await cache.get('c', weighing(40));
    expect(cache.bytes).toBe(80);
    let isMadeAgain = false;
    await cache.get('a', async () => {
      isMadeAgain = true;
      return { bytes: new Uint8Array(40) };
    });
    expect(isMadeAgain).toBe(false);
    await cache.get('huge', weighing(101));
    expect(cache.bytes).toBe(80);
  });

  it('tells all who asked that it could not be made, and tries again for the next', async () => {
    const cache = new ContentCache(100);
    const fail = () => Promise.reject(new Error('gone'));
    const both = await Promise.allSettled([cache.get('a', fail), cache.get('a', fail)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await cache.get('a', weighing(1))).bytes.byteLength).toBe(1);
  });
});
