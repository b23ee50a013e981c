import fs from 'node:fs'; import { readMail } from '../core/src/read/mail.ts'; import { skim } from '../core/src/message/skim.ts';
const dir='/work/shared/corpus/set-of-emails/bsd/'; const names=fs.readdirSync(dir); const bufs=names.map(f=>fs.readFileSync(dir+f));
for(let i=0;i<60;i++) for(const b of bufs)readMail(skim(b));
const best=bufs.map(()=>1e9);
for(let r=0;r<40;r++) bufs.forEach((b,i)=>{const t=performance.now();for(let j=0;j<5;j++)readMail(skim(b));best[i]=Math.min(best[i]!,(performance.now()-t)*200)});
const tot=best.reduce((a,b)=>a+b,0); const o=best.map((t,i)=>[t,names[i],bufs[i]!.length] as const).sort((a,b)=>b[0]-a[0]); let c=0;
console.log('mean',tot/bufs.length,'median',o[159]![0]);
for(const [t,n,l] of o.slice(0,30)){c+=t;console.log(t.toFixed(0),n,l,(100*c/tot).toFixed(0)+'%')}
