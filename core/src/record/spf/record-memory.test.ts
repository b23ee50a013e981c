import { expect, it } from 'vitest';
import { parseSpf } from './parse.ts';
import { parseOnce } from './record-memory.ts';

it('gives what parsing gives, and the same again', () => {
  const text = 'v=spf1 include:_spf.example.net ip4:192.0.2.0/24 ipv4:192.0.2.1 ~all';
  expect(parseOnce(text)).toEqual(parseSpf(text));
  expect(parseOnce(text)).toBe(parseOnce(text));
});

it('keeps so many records and no long ones', () => {
  const first = parseOnce('v=spf1 -all');
  for (let i = 0; i < 600; i++) parseOnce(`v=spf1 ip4:192.0.2.${i % 256} exists:${i}.example.net -all`);
  expect(parseOnce('v=spf1 -all')).not.toBe(first);
  const long = `v=spf1 ${'ip4:192.0.2.1 '.repeat(200)}-all`;
  expect(parseOnce(long)).not.toBe(parseOnce(long));
  expect(parseOnce(long)).toEqual(parseSpf(long));
});

it('keeps what is asked for again longer than what is not', () => {
  const often = 'v=spf1 include:_spf.often.example -all';
  const first = parseOnce(often);
  for (let i = 0; i < 1_200; i++) {
    parseOnce(`v=spf1 exists:${i}.other.example -all`);
    if (i % 100 === 0) parseOnce(often);
  }
  expect(parseOnce(often)).toBe(first);
});
