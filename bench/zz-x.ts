import fs from 'node:fs';
import { skim } from '../core/src/message/skim.ts';
import { parseMail } from '../core/src/message/mail.ts';
import { Letter } from '../core/src/read/letter.ts';
import { dialects } from '../core/src/read/ndr/index.ts';
const dir='/work/shared/corpus/set-of-emails/bsd/'; const bufs=fs.readdirSync(dir).map(f=>fs.readFileSync(dir+f));
let n=0,h=0,f=0,na=0; for(const b of bufs){const m=parseMail(skim(b));n+=b.length;const l=new Letter(m).head;h+=l.length; f+=m.parts.reduce((s,p)=>s+p.headers.size,m.headers.size); if(/[^\x00-\x7f]/.test(l))na++}
console.log('avg len',n/bufs.length,'head',h/bufs.length,'fields',f/bufs.length, 'non-ascii heads', na);
const s=dialects.flatMap(d=>d.signs); console.log(s.length, s.filter(w=>w.length<8), s.filter(w=>/[^\x00-\x7f]/.test(w)).length, s.reduce((a,w)=>a+w.length,0));
