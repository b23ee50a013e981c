import { expect, it } from 'vitest';
import { readOffer } from './observation-channel.ts';

const offer = (observed: unknown, subject: unknown = 'example.net'): ReturnType<typeof readOffer> =>
  readOffer({ type: 'offer', subject, observed });

it('takes ids and notes as text, of each test one outcome', () => {
  const observed = [
    { id: 'mx-target:gateway', note: 'a' },
    { id: 'domain-dns:fine', note: 'b', more: 1 },
    { id: 'mx-target:moved-away', note: 'c' },
  ];
  expect(offer(observed)).toEqual({
    subject: 'example.net',
    observed: [
      { id: 'mx-target:moved-away', note: 'c' },
      { id: 'domain-dns:fine', note: 'b' },
    ],
  });
});

it.each([
  null,
  undefined,
  'offer',
  7,
  [],
  { type: 'taken' },
  { type: 'offer' },
  { type: 'offer', subject: 'x', observed: 'y' },
  { type: 'offer', subject: 'x', observed: [] },
  { type: 'offer', subject: 7, observed: [{ id: 'a:b', note: 'c' }] },
  {
    type: 'offer',
    subject: 'x',
    observed: [null, 1, { id: 'no-test', note: 'a' }, { id: ':b', note: 'a' }, { id: 'a:b' }],
  },
  { type: 'offer', subject: 'x', observed: [{ id: `a:${'b'.repeat(200)}`, note: 'c' }] },
])('%j is none', (data) => {
  expect(readOffer(data)).toBeNull();
});

it('cuts what is too long', () => {
  const many = Array.from({ length: 1_000 }, (_, i) => ({ id: `t${i}:x`, note: 'n'.repeat(10_000) }));
  const read = offer(many, 's'.repeat(10_000));
  expect(read?.observed).toHaveLength(40);
  expect([read?.subject.length, read?.observed[0]?.note.length]).toEqual([253, 600]);
});
