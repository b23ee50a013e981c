import { expect, test } from 'vitest';
import { readSupplementaryInfo } from './supplementary-info.ts';

test.each([
  ['<mx.a.example #5.1.1 smtp;550 5.1.1 Gone>', 'mx.a.example', '5.1.1', 'smtp;550 5.1.1 Gone'],
  ['< #4.4.7 smtp;400 4.4.7 late>', null, '4.4.7', 'smtp;400 4.4.7 late'],
  ['<ex2.a.example #5.1.1>', 'ex2.a.example', '5.1.1', null],
  ['<[192.0.2.9] #5.7.1 smtp;554 <b@c.example>: no #3>', '[192.0.2.9]', '5.7.1', 'smtp;554 <b@c.example>: no #3'],
  ['<e.a.example #<m.b.example #5.2.2 smtp;552 5.2.2 full> #SMTP#>', 'm.b.example', '5.2.2', 'smtp;552 5.2.2 full'],
  ['#5.4.6 smtp;554 5.4.6 loop', null, '5.4.6', 'smtp;554 5.4.6 loop'],
  ['550 no such #5.1 user', null, null, '550 no such #5.1 user'],
  ['', null, null, null],
  [null, null, null, null],
])('takes %s apart', (text, host, status, diagnostic) => {
  expect(readSupplementaryInfo(text)).toEqual({ host, status, diagnostic });
});
