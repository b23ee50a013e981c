import { describe, expect, it } from 'vitest';
import { MAX_CHECKS, MAX_LEFT_CHECKS, MAX_NETWORK_CHECKS } from '../limits.ts';
import { Places } from './places.ts';

/** A check that ends when it is told to, of a client that goes when it is told to. */
function begin(places: Places, network: string): { end: () => Promise<void>; leave: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const client = new AbortController();
  const held = places.hold(network, client.signal, () => promise);
  return {
    end: () => {
      resolve();
      return held;
    },
    leave: () => client.abort(),
  };
}

const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('places', () => {
  it('give one network its share and no more, whether its clients wait or went away', async () => {
    const places = new Places();
    const own = times(MAX_NETWORK_CHECKS).map(() => begin(places, 'a'));
    expect([places.refusal('a'), places.refusal('b')]).toEqual(['running', null]);
    for (const { leave } of own) leave();
    expect(places.refusal('a')).toBe('running');
    await own[0]?.end();
    expect(places.refusal('a')).toBeNull();
  });

  it('are free for others as soon as clients went away, up to so many that still run', async () => {
    const places = new Places();
    const first = times(MAX_CHECKS).map((index) => begin(places, `a${index}`));
    expect(places.refusal('b')).toBe('busy');
    first[0]?.leave();
    expect(places.refusal('b')).toBeNull();
    for (const { leave } of first) leave();
    expect(first).toHaveLength(MAX_LEFT_CHECKS);
    const second = times(MAX_CHECKS).map((index) => begin(places, `b${index}`));
    second[0]?.leave();
    expect(places.refusal('c')).toBe('busy');
    await first[0]?.end();
    expect(places.refusal('c')).toBeNull();
    await Promise.all([...first, ...second].map(({ end }) => end()));
    const third = times(MAX_CHECKS).map((index) => {
      begin(places, `d${index}`);
      return places.refusal('e');
    });
    expect(third).toEqual([...times(MAX_CHECKS - 1).map(() => null), 'busy']);
  });

  it('are given back by what throws, and count those who went before they began', async () => {
    const places = new Places();
    for (const _ of times(MAX_NETWORK_CHECKS))
      await expect(places.hold('a', AbortSignal.abort(), () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(places.refusal('a')).toBeNull();
  });
});
