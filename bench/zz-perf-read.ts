import fs from 'node:fs';
const before = process.env.CORE ?? '../core';
const { readMail } = await import(before + '/src/read/mail.ts');
const { skim } = await import(before + '/src/message/skim.ts');
const { parseMail } = await import(before + '/src/message/mail.ts');
const { Letter } = await import(before + '/src/read/letter.ts');
const { dialectOf } = await import(before + '/src/read/ndr/index.ts');
const { readDsn, deliveryStatusOf } = await import(before + '/src/read/dsn/dsn.ts');
const dir='/work/shared/corpus/set-of-emails/bsd/'; const bufs=fs.readdirSync(dir).map(f=>fs.readFileSync(dir+f));
function cpu(f: ()=>void){let best=1e9;for(let i=0;i<40;i++){const t=process.cpuUsage();f();const u=process.cpuUsage(t);best=Math.min(best,(u.user+u.system)/bufs.length)}return best.toFixed(1)}
console.log(bufs.length, 'mails');
console.log('readMail',cpu(()=>{for(const b of bufs)readMail(skim(b))}));
if (process.env.STAGES) {
console.log('skim',cpu(()=>{for(const b of bufs)skim(b)}));
console.log('parse',cpu(()=>{for(const b of bufs)parseMail(skim(b))}));
console.log('+letter',cpu(()=>{for(const b of bufs)new Letter(parseMail(skim(b)))}));
console.log('+head',cpu(()=>{for(const b of bufs)new Letter(parseMail(skim(b))).head}));
console.log('+dialect',cpu(()=>{for(const b of bufs)dialectOf(new Letter(parseMail(skim(b))))}));
console.log('parse+text',cpu(()=>{for(const b of bufs)new Letter(parseMail(skim(b))).text}));
console.log('parse+original',cpu(()=>{for(const b of bufs)new Letter(parseMail(skim(b))).original}));
console.log('parse+dsn',cpu(()=>{for(const b of bufs){const l=new Letter(parseMail(skim(b)));const s=deliveryStatusOf(l);if(s)readDsn(l,s)}}));
}
