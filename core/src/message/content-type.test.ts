import { expect, it } from 'vitest';
import { parseContentType } from './content-type.ts';

it.each([
  ['text/plain; charset=utf-8', 'text/plain', 'utf-8'],
  ['text/plain charset=utf-8', 'text/plain', 'utf-8'],
  ['Text/Plain\tcharset="ISO-8859-1"', 'text/plain', 'ISO-8859-1'],
  ['text/html ;charset=big5', 'text/html', 'big5'],
  ['text/plain (a comment)', 'text/plain', null],
  ['text', 'text/plain', null],
  ['', 'text/plain', null],
])('reads %j', (value, type, charset) => {
  expect(parseContentType(value)).toEqual({ type, charset, boundary: null, reportType: null });
});

it('reads a multipart without semicolons', () => {
  expect(parseContentType('multipart/report report-type=delivery-status boundary="a b"')).toEqual({
    type: 'multipart/report',
    charset: null,
    boundary: 'a b',
    reportType: 'delivery-status',
  });
});
