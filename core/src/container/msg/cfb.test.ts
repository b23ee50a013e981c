import { expect, test } from 'vitest';
import { CompoundFile } from './cfb.ts';
import { compoundFile, type Tree } from './cfb-fixture.ts';
import { MsgError } from './msg-error.ts';

const bytes = (length: number, seed: number) => Uint8Array.from({ length }, (_, i) => (i * seed) & 0xff);

const tree: Tree = {
  Small: bytes(100, 3),
  Empty: new Uint8Array(),
  'Just below': bytes(4095, 5),
  'Just large': bytes(4096, 7),
  Large: bytes(70_001, 11),
  Folder: { Inner: { Deep: bytes(65, 13) }, Also: bytes(64, 17) },
};

function errorOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error instanceof MsgError ? error.code : error;
  }
  return 'no error';
}

test.each([3, 4] as const)(
  'finds every stream by its upper-case name, in the mini stream or not: version %i',
  (version) => {
    const file = new CompoundFile(compoundFile(tree, version));
    const { children } = file.root;
    const read = (name: string) => {
      const entry = children.get(name);
      return entry === undefined ? null : file.read(entry);
    };
    expect([...children.keys()].sort()).toEqual(['EMPTY', 'FOLDER', 'JUST BELOW', 'JUST LARGE', 'LARGE', 'SMALL']);
    expect(read('SMALL')).toEqual(bytes(100, 3));
    expect(read('EMPTY')).toEqual(new Uint8Array());
    expect(read('JUST BELOW')).toEqual(bytes(4095, 5));
    expect(read('JUST LARGE')).toEqual(bytes(4096, 7));
    expect(read('LARGE')).toEqual(bytes(70_001, 11));
    const deep = children.get('FOLDER')?.children.get('INNER')?.children.get('DEEP');
    expect(deep === undefined ? null : file.read(deep)).toEqual(bytes(65, 13));
  },
);

test('reads a file that stands inside a larger buffer', () => {
  const plain = compoundFile(tree);
  const around = new Uint8Array(plain.length + 700).fill(0xaa);
  around.set(plain, 333);
  const file = new CompoundFile(around.subarray(333, 333 + plain.length));
  expect(file.root.children.get('LARGE')?.size).toBe(70_001);
});

test('says of other files what they are not', () => {
  expect(errorOf(() => new CompoundFile(new Uint8Array()))).toBe('msg-not-ole');
  expect(errorOf(() => new CompoundFile(bytes(9000, 1)))).toBe('msg-not-ole');
  expect(errorOf(() => new CompoundFile(compoundFile(tree).subarray(0, 300)))).toBe('msg-not-ole');
});

/** A good file with one number changed. */
function changed(at: number, value: number, file = compoundFile(tree)): Uint8Array {
  new DataView(file.buffer).setUint32(at, value, true);
  return file;
}

const header = new DataView(compoundFile(tree).buffer);
const fatAt = (header.getUint32(76, true) + 1) * 512;
const directoryAt = (header.getUint32(48, true) + 1) * 512;

/** Where the directory entry of a name stands. */
function entryAt(name: string): number {
  const file = compoundFile(tree);
  for (let at = directoryAt; at < file.length; at += 128) {
    const length = new DataView(file.buffer).getUint16(at + 64, true) - 2;
    if (new TextDecoder('utf-16le').decode(file.subarray(at, at + length)) === name) return at;
  }
  throw new Error(`no entry ${name}`);
}

test.each([
  ['an unknown version', 26, 9],
  ['an odd sector size', 30, 0x00060001],
  ['a directory that lies behind the end', 48, 0x00ffffff],
  ['a mini FAT behind the end', 60, 0x00ffffff],
  ['a chain of FAT sectors behind the end', 68, 0x00ffffff],
  ['a root that claims 4 GB', directoryAt + 120, 0xffffffff],
])('refuses a file with %s', (_, at, value) => {
  expect(errorOf(() => new CompoundFile(changed(at, value)))).toBe('msg-broken');
});

test('refuses a directory chain that runs in a circle', () => {
  const first = header.getUint32(48, true);
  expect(errorOf(() => new CompoundFile(changed(fatAt + 4 * first, first)))).toBe('msg-broken');
});

test('refuses a chain of FAT sectors that runs in a circle', () => {
  const file = changed(68, 0);
  // Sector 0 lists nothing but itself as the next one.
  file.fill(0xff, 512, 1024);
  new DataView(file.buffer).setUint32(1020, 0, true);
  expect(errorOf(() => new CompoundFile(file))).toBe('msg-broken');
});

test.each(['Small', 'Folder'])('refuses a directory in which %s is its own sibling', (name) => {
  const at = entryAt(name);
  const number = (at - directoryAt) / 128;
  expect(errorOf(() => new CompoundFile(changed(at + 68, number)))).toBe('msg-broken');
});

test('refuses a folder that holds itself, and one that holds the root', () => {
  const at = entryAt('Folder');
  expect(errorOf(() => new CompoundFile(changed(at + 76, (at - directoryAt) / 128)))).toBe('msg-broken');
  expect(errorOf(() => new CompoundFile(changed(at + 76, 0)))).toBe('msg-broken');
});

test.each([
  ['4 GB', entryAt('Large') + 120, 0xffffffff],
  ['more than its chain holds', entryAt('Large') + 120, 71_000],
  ['more than its mini chain holds', entryAt('Small') + 120, 4000],
  ['sectors whose table lies behind the end', 76, 0x00ffffff],
  ['more than its chain holds, from elsewhere', entryAt('Large') + 116, 0x00ffffff],
  ['something in a mini stream that ends before', entryAt('Small') + 116, 0x00ffffff],
])('refuses a stream that claims %s, and reads the others', (_, at, value) => {
  const file = new CompoundFile(changed(at, value));
  const name = at >= entryAt('Small') && at < entryAt('Small') + 128 ? 'SMALL' : 'LARGE';
  const entry = file.root.children.get(name);
  expect(errorOf(() => entry && file.read(entry))).toBe('msg-broken');
  const other = file.root.children.get('JUST BELOW');
  expect(other && file.read(other)).toEqual(bytes(4095, 5));
});

test('a stream whose chain circles gives no more bytes than it has, and an endless one an error', () => {
  const start = new DataView(compoundFile(tree).buffer).getUint32(entryAt('Large') + 116, true);
  const file = new CompoundFile(changed(fatAt + 4 * start, start));
  const entry = file.root.children.get('LARGE');
  expect(entry && file.read(entry).length).toBe(70_001);
});

test('streams that lie over each other end with an error, not with a full memory', () => {
  const file = new CompoundFile(compoundFile(tree));
  const large = file.root.children.get('LARGE');
  expect(
    errorOf(() => {
      for (let i = 0; i < 1000; i++) if (large) file.read(large);
    }),
  ).toBe('msg-broken');
});

test('is done with any file that is cut short, at every length', () => {
  const whole = compoundFile(tree);
  for (let length = 0; length < whole.length; length += 97) {
    const outcome = errorOf(() => {
      const file = new CompoundFile(whole.slice(0, length));
      for (const entry of file.root.children.values()) if (entry.isStream) file.read(entry);
    });
    expect(['msg-broken', 'msg-not-ole', 'no error']).toContain(outcome);
  }
});

test('is done with any file in which bytes were changed at random, and throws nothing but its own errors', () => {
  const whole = compoundFile(tree);
  let state = 12_345;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
  for (let round = 0; round < 3000; round++) {
    const file = whole.slice();
    for (let i = 0; i < 4; i++) {
      const where = [0, fatAt, directoryAt][random(3)] ?? 0;
      new DataView(file.buffer).setUint32(where + 4 * random(128), random(3) === 0 ? 0xffffffff : random(200), true);
    }
    const outcome = errorOf(() => {
      const read = new CompoundFile(file);
      for (const entry of read.root.children.values()) if (entry.isStream) read.read(entry);
    });
    expect(['msg-broken', 'msg-not-ole', 'no error']).toContain(outcome);
  }
});
