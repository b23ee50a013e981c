import { describe, expect, it } from 'vitest';
import { MalformedMessage } from './malformed.ts';
import { readName, whyNotAsked } from './name.ts';

const label = (text: string): number[] => [text.length, ...Buffer.from(text, 'latin1')];
const octets = (...values: (number | number[])[]): Buffer => Buffer.from(values.flat());

describe('reading a name', () => {
  it('lowers its case and tells where it ends', () => {
    expect(readName(octets(label('Mail'), label('EXAMPLE'), label('com'), 0, 9), 0)).toEqual({
      name: 'mail.example.com',
      end: 18,
    });
    expect(readName(octets(0), 0)).toEqual({ name: '.', end: 1 });
  });

  it('keeps a dot within a label apart from the dot between labels, and shows what does not print', () => {
    expect(readName(octets(label('a.b'), label('c\\'), label('\u00e4\u0007'), 0), 0).name).toBe(
      'a\\.b.c\\\\.\\228\\007',
    );
  });

  it('follows a pointer to what stands before', () => {
    const message = octets(label('example'), label('com'), 0, label('mail'), 0xc0, 0);
    expect(readName(message, 13)).toEqual({ name: 'mail.example.com', end: 20 });
  });

  it.each([
    ['a pointer to itself', octets(0xc0, 0), 0],
    ['a pointer forward', octets(0xc0, 2, 0), 0],
    ['two pointers in a circle', octets(0xc0, 2, 0xc0, 0), 2],
    ['a label and a pointer back to it', octets(label('a'), 0xc0, 0), 2],
    ['a label that runs past the end', octets(5, 1, 2), 0],
    ['a name without an end', octets(label('a')), 0],
    ['half a pointer', octets(0xc0), 0],
    ['an unknown form of label', octets(0x40, 0), 0],
    ['another unknown form', octets(0x80, 0), 0],
    ['256 octets', octets(...Array.from({ length: 4 }, () => label('x'.repeat(63))), 0), 0],
    ['a beginning past the end', octets(0), 5],
  ])('throws for %s', (_, message, start) => {
    expect(() => readName(message, start)).toThrow(MalformedMessage);
  });

  it('takes 255 octets', () => {
    const longest = octets(...Array.from({ length: 3 }, () => label('x'.repeat(63))), label('y'.repeat(61)), 0);
    expect(longest).toHaveLength(255);
    expect(readName(longest, 0).name).toHaveLength(253);
  });

  it('climbs no ladder of pointers', () => {
    const ladder = Buffer.alloc(16_000);
    for (let at = 2; at < ladder.length; at += 2) ladder.writeUInt16BE(0xc000 | (at - 2), at);
    ladder.writeUInt16BE(0x0000, 0);
    expect(readName(ladder, 20).end).toBe(22);
    expect(() => readName(ladder, 15_998)).toThrow('more than 32 pointers');
  });
});

describe('names that are not asked for', () => {
  it.each([
    'example.com',
    '.',
    '_dmarc.example.com',
    '*.example.com',
    'xn--bcher-kva.example',
    `${'x'.repeat(63)}.example`,
  ])('asks for %s', (name) => expect(whyNotAsked(name)).toBeNull());

  it.each([
    ['', 'empty part'],
    ['a..example', 'empty part'],
    ['.example', 'empty part'],
    [`${'x'.repeat(64)}.example`, 'has 64 letters; at most 63 fit'],
    [`${'x'.repeat(63)}.`.repeat(4).slice(0, -1), 'has 255 letters; at most 253'],
    ['bücher.example', 'holds "ü"'],
    ['a\u0000b.example', 'code 0'],
    ['a\\.b.example', 'code 92'],
  ])('%j', (name, why) => expect(whyNotAsked(name)).toContain(why));
});
