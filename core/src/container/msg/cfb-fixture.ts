/** Writes compound files for the tests, with FAT, mini FAT and mini stream ([MS-CFB]). */

/** A folder of a compound file: streams and folders by name. */
export interface Tree {
  readonly [name: string]: Uint8Array | Tree;
}

interface Node {
  readonly name: string;
  readonly type: 1 | 2 | 5;
  readonly content: Uint8Array;
  left: number;
  right: number;
  child: number;
  start: number;
}

const NONE = 0xffffffff;
const END = 0xfffffffe;
const FAT_SECTOR = 0xfffffffd;

/** The bytes of a compound file that holds the tree: version 3 has sectors of 512 bytes, version 4 of 4,096. */
export function compoundFile(tree: Tree, version: 3 | 4 = 3): Uint8Array {
  const sectorSize = version === 3 ? 512 : 4096;
  const nodes: Node[] = [
    { name: 'Root Entry', type: 5, content: new Uint8Array(), left: NONE, right: NONE, child: NONE, start: END },
  ];
  addChildren(nodes, 0, tree);
  const sectors: Uint8Array[] = [];
  const fat: number[] = [];
  const mini: Uint8Array[] = [];
  const miniFat: number[] = [];
  for (const node of nodes) {
    if (node.type !== 2 || node.content.length === 0) continue;
    node.start =
      node.content.length < 4096
        ? place(node.content, 64, mini, miniFat)
        : place(node.content, sectorSize, sectors, fat);
  }
  const miniStream = join(mini);
  const root = nodes[0] as Node;
  if (miniStream.length > 0) root.start = place(miniStream, sectorSize, sectors, fat);
  const miniFatStart = miniFat.length > 0 ? place(numbers(miniFat, sectorSize), sectorSize, sectors, fat) : END;
  const directoryStart = place(join(nodes.map((node) => entry(node, miniStream.length))), sectorSize, sectors, fat);
  let fatSectors = 1;
  while (fatSectors * (sectorSize / 4) < fat.length + fatSectors) fatSectors++;
  if (fatSectors > 109) throw new Error('this writer makes no files of more than 7 MB');
  const firstFat = fat.length;
  for (let i = 0; i < fatSectors; i++) fat.push(FAT_SECTOR);
  const header = new Uint8Array(sectorSize);
  const view = new DataView(header.buffer);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, version, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, version === 3 ? 9 : 12, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, fatSectors, true);
  view.setUint32(48, directoryStart, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, miniFatStart, true);
  view.setUint32(64, Math.ceil((miniFat.length * 4) / sectorSize), true);
  view.setUint32(68, END, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i < fatSectors ? firstFat + i : NONE, true);
  return join([header, ...sectors, numbers(fat, sectorSize)]);
}

/** Adds a folder's entries as a balanced tree, ordered by length and then by upper case, as the format wants it. */
function addChildren(nodes: Node[], parent: number, tree: Tree): void {
  const names = Object.keys(tree).sort((a, b) => a.length - b.length || (a.toUpperCase() < b.toUpperCase() ? -1 : 1));
  const first = nodes.length;
  for (const name of names) {
    const value = tree[name];
    const isStream = value instanceof Uint8Array;
    nodes.push({
      name,
      type: isStream ? 2 : 1,
      content: isStream ? value : new Uint8Array(),
      left: NONE,
      right: NONE,
      child: NONE,
      start: isStream ? END : 0,
    });
  }
  const link = (from: number, to: number): number => {
    if (from >= to) return NONE;
    const middle = (from + to) >> 1;
    const node = nodes[first + middle] as Node;
    node.left = link(from, middle);
    node.right = link(middle + 1, to);
    return first + middle;
  };
  (nodes[parent] as Node).child = link(0, names.length);
  for (const [i, name] of names.entries()) {
    const value = tree[name];
    if (value !== undefined && !(value instanceof Uint8Array)) addChildren(nodes, first + i, value);
  }
}

/** Puts bytes into sectors of their own, chains these, and says which is the first. */
function place(content: Uint8Array, size: number, sectors: Uint8Array[], fat: number[]): number {
  const start = sectors.length;
  for (let at = 0; at < content.length; at += size) {
    const sector = new Uint8Array(size);
    sector.set(content.subarray(at, at + size));
    sectors.push(sector);
    fat.push(at + size < content.length ? sectors.length : END);
  }
  return start;
}

function entry(node: Node, miniStreamLength: number): Uint8Array {
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < node.name.length; i++) view.setUint16(2 * i, node.name.charCodeAt(i), true);
  view.setUint16(64, 2 * node.name.length + 2, true);
  view.setUint8(66, node.type);
  view.setUint8(67, 1);
  view.setUint32(68, node.left, true);
  view.setUint32(72, node.right, true);
  view.setUint32(76, node.child, true);
  view.setUint32(116, node.start, true);
  view.setUint32(120, node.type === 5 ? miniStreamLength : node.content.length, true);
  return bytes;
}

function numbers(values: readonly number[], size: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((values.length * 4) / size) * size).fill(0xff);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) view.setUint32(4 * i, value, true);
  return bytes;
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
