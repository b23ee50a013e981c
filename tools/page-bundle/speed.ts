import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { decode, encode, type Section } from './proto.ts';
const f = (n: string): Section => ({ name: n, text: readFileSync('/tmp/help/size/p-' + n, 'utf8') });
const sections = ['words.lines', 'wide.lines', 'umeanings', 'usteps', 'diagprose', 'diagnosis'].map(f);
if (process.argv[2] === 'w') { const p = encode(sections); writeFileSync('/tmp/help/size/packed.json', JSON.stringify({ ...p, bytes: [...p.bytes] })); }
else { const p = JSON.parse(readFileSync('/tmp/help/size/packed.json', 'utf8')); p.bytes = Uint8Array.from(p.bytes); for (let i = 0; i < 5; i++) { const t = performance.now(); decode(p, sections); console.log(performance.now() - t | 0); } }
