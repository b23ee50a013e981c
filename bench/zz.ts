import fs from 'node:fs';
import { decode } from '../core/src/decode.ts';
const dir='/work/shared/corpus/set-of-emails/bsd/';
const bufs=fs.readdirSync(dir).map(f=>[f,fs.readFileSync(dir+f)] as const);
function wb(){const t=performance.now();for(const [f,b] of bufs)decode(b,{name:f});return (performance.now()-t)*1000/bufs.length}
for(let i=0;i<40;i++){const x=wb();if(i%8==7)console.log(x.toFixed(0),'us/mail')}
