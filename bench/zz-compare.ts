import fs from 'node:fs'; import { createHash } from 'node:crypto';
const core = process.env.CORE ?? '../core';
const { decode } = await import(core + '/src/index.ts');
const { readMail } = await import(core + '/src/read/mail.ts');
const { skim } = await import(core + '/src/message/skim.ts');
const out: string[] = [];
for (const dir of ['/work/shared/corpus/set-of-emails/bsd/','/work/shared/corpus/set-of-emails/not/','/work/main/examples/'])
 for (const f of fs.readdirSync(dir).sort()) { if (!f.endsWith('.eml')) continue; const b = fs.readFileSync(dir+f);
  out.push(f + ' ' + JSON.stringify(readMail(skim(b))));
  out.push(f + ' P ' + JSON.stringify(readMail(skim(b), {pasted: true})));
  // mutations: cut, CRLF swap, upper-cased, header removed
  const s = skim(b); const n = s.length;
  for (const [k, m] of [['cut', s.slice(0, (n*2/3)|0)], ['cut3', s.slice(0, (n/3)|0)], ['crlf', s.replaceAll('\r\n','\n').replaceAll('\n','\r\n')], ['lf', s.replaceAll('\r\n','\n')], ['nofrom', s.replace(/^From:.*\n/im,'')], ['noct', s.replace(/^Content-Type:.*\n/im,'')], ['body', s.slice(Math.max(0,s.search(/\r?\n\r?\n/)))], ['up', s.toUpperCase()], ['low', s.toLowerCase()], ['fwd', 'From: a@b.c\nSubject: Fwd: x\n\nsee\n\n-----Original Message-----\n' + s], ['att', 'From: a@b.c\nSubject: Fwd: x\nContent-Type: multipart/mixed; boundary="qqqq"\n\n--qqqq\nContent-Type: text/plain\n\nhi\n--qqqq\nContent-Type: message/rfc822\n\n' + s + '\n--qqqq--\n']] as const)
   out.push(f + ' ' + k + ' ' + JSON.stringify(readMail(m, {pasted: true})));
 }
fs.writeFileSync(process.argv[2]!, out.join('\n')); console.log(out.length, createHash('sha1').update(out.join('\n')).digest('hex'));
