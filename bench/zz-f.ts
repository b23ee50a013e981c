import fs from 'node:fs';
import { skim } from '../core/src/message/skim.ts';
import { parseMail } from '../core/src/message/mail.ts';
import { Letter } from '../core/src/read/letter.ts';
import { dialects, dialectOf } from '../core/src/read/ndr/index.ts';
import { WordFinder } from '../core/src/text/word-finder.ts';
const dir='/work/shared/corpus/set-of-emails/bsd/'; const bufs=fs.readdirSync(dir).map(f=>fs.readFileSync(dir+f));
function cpu(f: ()=>void){let best=1e9;for(let i=0;i<60;i++){const t=process.cpuUsage();for(let j=0;j<5;j++)f();const u=process.cpuUsage(t);best=Math.min(best,(u.user+u.system)/bufs.length/5)}return best.toFixed(2)}
const ls=bufs.map(b=>new Letter(parseMail(skim(b))));
console.log('head fresh', cpu(()=>{for(const b of bufs)new Letter(parseMail(skim(b))).head}));
const heads=ls.map(l=>l.head); let n=0;
const f=new WordFinder(dialects.flatMap(d=>d.signs));
console.log('finder', cpu(()=>{for(const h of heads)f.find(h,()=>{n++})}));
for(const l of ls)l.text;
console.log('dialectOf with text, head cached', cpu(()=>{for(const l of ls)dialectOf(l)}));
const asked=new Map<string,number>();
for(const d of dialects){const o=d.recognises;(d as any).recognises=(l:Letter)=>{asked.set(d.dialect,(asked.get(d.dialect)??0)+1);return o(l)}}
for(const l of ls)dialectOf(l);
console.log([...asked].sort((a,b)=>b[1]-a[1]).slice(0,20).join(' '));
