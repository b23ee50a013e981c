import { expect, it } from 'vitest';
import { readMimeValue } from './mime-parameters.ts';

it.each([
  ['attachment; filename=a.pdf', 'attachment', { filename: 'a.pdf' }],
  ['Attachment; FileName="a; b\\".pdf"', 'attachment', { filename: 'a; b".pdf' }],
  ["inline; filename*=UTF-8''na%C3%AFve%20file.txt", 'inline', { filename: 'naïve file.txt' }],
  ['x; filename*1="part.txt"; filename*0="long "', 'x', { filename: 'long part.txt' }],
  ["x; filename*0*=iso-8859-1'de'Gr%FC; filename*1*=%DFe.txt", 'x', { filename: 'Grüße.txt' }],
  ['x; filename="=?utf-8?Q?Gr=C3=BC=C3=9Fe?="', 'x', { filename: 'Grüße' }],
  ['text/html; charset="utf-8"; ; =x; broken', 'text/html', { charset: 'utf-8' }],
  ['', '', {}],
])('reads %s', (text, value, parameters) => {
  const read = readMimeValue(text);
  expect([read.value, Object.fromEntries(read.parameters)]).toEqual([value, parameters]);
});

it('reads no more parameters than anybody writes', () => {
  const many = Array.from({ length: 100_000 }, (_, at) => `p${at}=1`).join(';');
  expect(readMimeValue(`x; ${many}`).parameters.size).toBe(64);
});
