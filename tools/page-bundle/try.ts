import { readFileSync } from 'node:fs';
import { decode, encode, type Section } from './proto.ts';
const f = (n: string): Section => ({ name: n, text: readFileSync('/tmp/help/size/p-' + n, 'utf8') });
const sections = process.argv[2] ? process.argv.slice(2).map(f) : ['words.lines', 'wide.lines', 'umeanings', 'usteps', 'diagprose', 'diagnosis'].map(f);
let t = performance.now();
const p = encode(sections, true);
console.log('bytes', p.bytes.length, 'decisions', p.decisions, 'ms', performance.now() - t | 0);
for (let i = 0; i < 3; i++) { t = performance.now(); decode(p, sections); console.log('decode ms', performance.now() - t | 0); }
