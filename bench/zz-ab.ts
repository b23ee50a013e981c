import fs from 'node:fs';
async function load(core: string) { return { ...(await import(core + '/src/read/mail.ts')), ...(await import(core + '/src/message/skim.ts')), ...(await import(core + '/src/message/mail.ts')), ...(await import(core + '/src/read/letter.ts')), ...(await import(core + '/src/read/ndr/index.ts')), ...(await import(core + '/src/read/dsn/dsn.ts')) }; }
const sides = [await load('/tmp/core-before'), await load('../core')];
const dir='/work/shared/corpus/set-of-emails/bsd/'; const bufs=fs.readdirSync(dir).map(f=>fs.readFileSync(dir+f));
const stages: Record<string, (m: any, b: Uint8Array) => void> = {
 readMail: (m,b)=>m.readMail(m.skim(b)), parse: (m,b)=>m.parseMail(m.skim(b)), letter: (m,b)=>new m.Letter(m.parseMail(m.skim(b))), head: (m,b)=>new m.Letter(m.parseMail(m.skim(b))).head,
 dialect: (m,b)=>m.dialectOf(new m.Letter(m.parseMail(m.skim(b)))), text: (m,b)=>new m.Letter(m.parseMail(m.skim(b))).text, original: (m,b)=>new m.Letter(m.parseMail(m.skim(b))).original,
 dsn: (m,b)=>{const l=new m.Letter(m.parseMail(m.skim(b)));const s=m.deliveryStatusOf(l);if(s)m.readDsn(l,s)} };
for (const [name, f] of Object.entries(stages)) {
  const best=[1e9,1e9];
  for (let i=0;i<50;i++) for (const k of [0,1]) { const t=process.cpuUsage(); for(let j=0;j<2;j++) for (const b of bufs) f(sides[k], b); const u=process.cpuUsage(t); best[k]=Math.min(best[k]!, (u.user+u.system)/bufs.length/2); }
  console.log(name.padEnd(10), best[0]!.toFixed(1), '->', best[1]!.toFixed(1));
}
