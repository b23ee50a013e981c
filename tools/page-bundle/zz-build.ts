import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import { engineOptions } from '/work/main/tools/page-bundle/page-options.ts';
import { br, gz } from '/tmp/help/size/measure.mjs';
const t0 = performance.now();
const r = await build(engineOptions('/work/main/tools/page-bundle/fixture-entry.ts'));
const t = r.outputFiles[0]!.text; writeFileSync('/tmp/help/size/page.js', t);
console.log('chars', t.length, 'br', br(t), 'gz', gz(t), 'build ms', performance.now() - t0 | 0);
const m = /bytes:"([^"]+)"/.exec(t)![1]!; console.log('packed bytes', m.length * 3 / 4, 'br of base64', br(m), 'rest br', br(t.replace(m, '')));
