import fs from 'node:fs'; import { readMail } from '../core/src/read/mail.ts'; import { skim } from '../core/src/message/skim.ts';
const dir='/work/shared/corpus/set-of-emails/bsd/'; const bufs=[fs.readFileSync(dir+'lhost-office365-13.eml')];
for(let i=0;i<12000;i++) for(const b of bufs)readMail(skim(b));
