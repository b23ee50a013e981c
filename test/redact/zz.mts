import { decode } from '@whybounce/core';
import { Redactor, redactText } from '../../core/src/redact/redactor.ts';
import { shapes } from './bounce-texts.ts';
import { leftoversIn, plantedOf } from './leftover.ts';
import { drawOriginals } from './originals.ts';
import { chanceOf } from './random.ts';
const names = Object.keys(shapes); const N=+(process.argv[2]??2000); let bad=0;
for(let seed=0;seed<N;seed++){ const c=chanceOf(seed); const o=drawOriginals(c); const c2=chanceOf(seed); const o2=drawOriginals(c2); const text=shapes[names[seed%names.length]!]!(o2,c2); const r=new Redactor();
 for(const e of decode(text,{name:`${o.person.local}/x.eml`})){ const p=plantedOf(o,JSON.stringify(e)); const out=r.event(e); const l=leftoversIn(JSON.stringify(out),p); if(l.length){bad++; if(bad<9) console.log(seed,names[seed%names.length],JSON.stringify(l),'\n',JSON.stringify({...e,diagnosis:0,crosswalk:0}).slice(0,1500),'\n',JSON.stringify({...out,diagnosis:0,crosswalk:0}).slice(0,1500));} } }
console.log(N,bad);
