import { expect, it } from 'vitest';
import { MAX_FIELDS } from '../limits.ts';
import { FormError } from './form-error.ts';
import { parseUrlencoded } from './urlencoded.ts';

const read = (body: string) =>
  parseUrlencoded(Buffer.from(body, 'latin1')).map(({ name, bytes }) => [name, bytes.toString('utf8')]);

it.each(['text=550+5.1.1+no&host=mx.example.net', 'a=1&a=2&&b&=c&d==e&', 'x=%C3%A4%20%2B+%zz%4', 'x=%', 'a%3Db=1', ''])(
  'reads %j as the URL standard does',
  (body) => {
    expect(read(body)).toEqual([...new URLSearchParams(body)]);
  },
);

it('refuses more fields than a form has', () => {
  expect(() => read('a&'.repeat(MAX_FIELDS))).not.toThrow();
  expect(() => read('a&'.repeat(MAX_FIELDS + 1))).toThrow(FormError);
});

it('gives bytes that are no UTF-8 as they are', () => {
  expect(parseUrlencoded(Buffer.from('a=%ff%fe'))[0]?.bytes).toEqual(Buffer.from([0xff, 0xfe]));
});
