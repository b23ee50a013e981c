import { expect, it } from 'vitest';
import { archiveNames } from './archive-names.ts';

it.each([
  ['nothing', []],
  ['text', [...Buffer.from('no archive at all, but long enough')]],
  ['an end alone', [0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]],
  ['an end that points beyond itself', [0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0xff)]],
])('finds no names in %s', (_, bytes) => {
  expect(archiveNames(Uint8Array.from(bytes)) ?? []).toEqual([]);
});

it('reads a directory that lies about its lengths', () => {
  const entry = Buffer.alloc(46 * 5_000);
  for (let at = 0; at < entry.length; at += 46) entry.writeUInt32LE(0x02014b50, at);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  expect(archiveNames(Buffer.concat([entry, end]))).toHaveLength(2_000);
  entry.writeUInt16LE(0xffff, 28);
  expect(archiveNames(Buffer.concat([entry, end]))).toHaveLength(1);
});
