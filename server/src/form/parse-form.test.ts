import { expect, it } from 'vitest';
import { MAX_FIELD_NAME } from '../limits.ts';
import { parseForm } from './parse-form.ts';

const multipart = Buffer.from('--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nx\r\n--b--');

it.each([
  ['multipart/form-data; boundary=b', multipart],
  ['Multipart/Form-Data; charset=utf-8; boundary="b"', multipart],
  ['application/x-www-form-urlencoded', Buffer.from('text=x')],
  ['application/x-www-form-urlencoded;charset=UTF-8', Buffer.from('text=x')],
])('reads %s', (type, body) => {
  expect(parseForm(type, body)).toMatchObject([{ name: 'text', bytes: Buffer.from('x') }]);
});

it.each([
  [null, 'media-type'],
  ['', 'media-type'],
  ['text/plain', 'media-type'],
  ['application/json', 'media-type'],
  ['multipart/mixed; boundary=b', 'media-type'],
  ['multipart/form-data', 'boundary'],
  ['multipart/form-data; boundary=b; charset=utf-16', 'charset'],
  ['application/x-www-form-urlencoded; charset=iso-8859-1', 'charset'],
])('refuses %s', (type, fault) => {
  expect(() => parseForm(type, multipart)).toThrow(expect.objectContaining({ fault }));
});

it('refuses long names of fields', () => {
  const body = Buffer.from(`${'n'.repeat(MAX_FIELD_NAME + 1)}=x`);
  expect(() => parseForm('application/x-www-form-urlencoded', body)).toThrow(
    expect.objectContaining({ fault: 'field-name' }),
  );
});
