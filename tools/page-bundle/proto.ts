
import { BitReader, type BitSource, divide } from '../../knowledge/src/compact/bit-source.ts';
import { codeTree, type CodeTree } from '../../knowledge/src/compact/code-tree.ts';
import { weightsOf } from '../../knowledge/src/compact/frequencies.ts';import { WORD_END } from '../../knowledge/src/compact/speller.ts';
import { rankWeights, SectionReader, spacedWord } from '../../knowledge/src/compact/section-reader.ts';

export interface Section { name: string; text: string; keys?: number }
class BitWriter implements BitSource {
  bytes: number[] = []; low = 0; high = 0xffffffff; bits: number[] = []; kinds: string[] = []; at = 0; decisions = 0; cost: any = {};
  push(path: number[], kind: string) { for (const b of path) { this.bits.push(b); this.kinds.push(kind); } }
  start() {}
  next(chance: number): number {
    const bit = this.bits[this.at] as number; const k = this.kinds[this.at++]!; this.decisions++; this.cost[k] = (this.cost[k] ?? 0) - Math.log2(Math.max(1/65536, bit ? chance : 1 - chance));
    const middle = divide(this.low, this.high, chance);
    if (bit === 1) this.high = middle; else this.low = middle + 1;
    while ((this.low ^ this.high) >>> 24 === 0) { this.bytes.push(this.low >>> 24); this.low = (this.low << 8) >>> 0; this.high = ((this.high << 8) | 0xff) >>> 0; }
    return bit;
  }
  finish() { this.bytes.push(this.low >>> 24, (this.low >>> 16) & 255, (this.low >>> 8) & 255, this.low & 255); return Uint8Array.from(this.bytes); }
}
function pathsOf(tree: CodeTree) { const paths: number[][] = []; const walk = (n: number, p: number[]) => { if (n < 0) { paths[-1 - n] = p; return; } walk(tree.children[2 * n] as number, [...p, 0]); walk(tree.children[2 * n + 1] as number, [...p, 1]); }; walk(tree.root, []); return paths; }
const token = new RegExp("[\\u0e00-\\u0e7f\\u3040-\\u30ff\\u3400-\\u9fff]|(?:(?![\\u0e00-\\u0e7f\\u3040-\\u30ff\\u3400-\\u9fff])[\\p{L}\\p{N}\\p{M}])+(?:"+(process.env.TOK??"\\.\\d+(?![\\p{L}\\p{N}\\p{M}])")+")*|\\n+|[^\\p{L}\\p{N}\\p{M}\\n]+", 'gu');
export function tokens(text: string): string[] {
  const all = text.match(token) ?? [];
  return all.filter((t, i) => !(t === ' ' && spacedWord.test(all[i - 1] ?? '') && spacedWord.test(all[i + 1] ?? '')));
}

const rankOf = (n: number) => 31 - Math.clz32(n);
function classed(counts: Map<string, number>) {
  const order = [...counts.keys()].sort((a, b) => rankOf(counts.get(a)!) - rankOf(counts.get(b)!));
  const classes: number[] = []; for (const w of order) { const r = rankOf(counts.get(w)!); while (classes.length <= r) classes.push(0); classes[r]++; }
  return { order, classes };
}
const count = (list: Iterable<string>) => { const m = new Map<string, number>(); for (const x of list) m.set(x, (m.get(x) ?? 0) + 1); return m; };
export function encode(sections: Section[], log = false) {
  const toks = sections.map((s) => [...tokens(s.text), '']);
  const counts = count(toks.flat());
  const letters = classed(count([...counts.keys()].flatMap((w) => [...w, WORD_END])));
  const lid = new Map(letters.order.map((x, i) => [x, i]));
  // leaves: words with count>=2, class rank of count-1
  const classes: number[] = []; const bump = (r: number) => { while (classes.length <= r) classes.push(0); classes[r]++; };
  for (const [, n] of counts) if (n > 1) bump(rankOf(n - 1));
  const newClass = rankOf(counts.size); bump(newClass);
  const next: number[] = []; let sum = 0; for (const c of classes) { next.push(sum); sum += c; }
  const newId = next[newClass]!++; next.push(sum);
  const tree = codeTree(weightsOf(classes)), rtree = codeTree(rankWeights(classes)), ltree = codeTree(weightsOf(letters.classes));
  const tp = pathsOf(tree), rp = pathsOf(rtree), lp = pathsOf(ltree);
  const w = new BitWriter(); const ids = new Map<string, number>();
  const kind: string[] = [];
  for (const t of toks.flat()) {
    const known = ids.get(t);
    if (known !== undefined) { w.push(tp[known]!, 'w'); continue; }
    w.push(tp[newId]!, 'w');
    const n = counts.get(t)!; const rank = n > 1 ? rankOf(n - 1) : classes.length;
    w.push(rp[classes.length - rank]!, 'r');
    for (const c of [...t, WORD_END]) w.push(lp[lid.get(c)!]!, 'l');
    ids.set(t, next[rank]!++);
  }
  w.start();
  const reader = new SectionReader(w, letters.order.join(''), letters.classes, classes, newClass);
  if (log) console.log('alphabet', letters.order.length, 'leaves', sum, 'words', counts.size);
  for (const [i, s] of sections.entries()) {
    const b = w.bytes.length, d = w.decisions; w.cost = { w: 0, r: 0, l: 0 };
    const text = reader.read(s.keys === undefined ? undefined : sections[s.keys]!.text.split('\n'));
    if (text !== s.text) throw new Error('differs ' + s.name);
    if (log) console.log(s.name.padEnd(14), 'chars', s.text.length, 'tokens', toks[i]!.length, 'bytes', w.bytes.length - b, 'decisions', w.decisions - d, Object.entries(w.cost).map(([k, v]) => k + (v / 8 | 0)).join(' '));
  }
  const bytes = w.finish();
  return { bytes, letters: letters.order.join(''), letterClasses: letters.classes, classes, newClass, decisions: w.decisions };
}
export function decode(p: ReturnType<typeof encode>, sections: Section[]) {
  const bits = new BitReader(p.bytes);
  const reader = new SectionReader(bits, p.letters, p.letterClasses, p.classes, p.newClass);
  const out: string[] = [];
  for (const s of sections) out.push(reader.read(s.keys === undefined ? undefined : out[s.keys]!.split('\n')));
  return out;
}
