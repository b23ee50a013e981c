import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extendedErrors } from './extended-error.ts';

const option = (code: number, data: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(code, 0);
  head.writeUInt16BE(data.length, 2);
  return Buffer.concat([head, data]);
};
const error = (code: number, text = ''): Buffer =>
  option(15, Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(text)]));

it('names the code and gives the words of the server', () => {
  expect(
    extendedErrors(Buffer.concat([option(10, Buffer.alloc(8)), error(6, 'no signatures'), error(22), error(999)])),
  ).toEqual(['DNSSEC Bogus (6): no signatures', 'No Reachable Authority (22)', 'Unknown Error (999)']);
});

it('shows no character that moves a cursor or turns the text, and no more than 200 letters', () => {
  expect(extendedErrors(error(0, 'a\u001b[31m\u202eb\r\nc'))).toEqual(['Other Error (0): a [31m b c']);
  expect(extendedErrors(error(0, 'é'.repeat(60_000 / 2)))[0]).toHaveLength('Other Error (0): '.length + 200);
});

it('tells four errors at most, and reads on to no end that is not there', () => {
  expect(extendedErrors(Buffer.concat(Array.from({ length: 10_000 }, () => error(3))))).toHaveLength(4);
  const lying = error(6, 'x');
  lying.writeUInt16BE(60_000, 2);
  expect(extendedErrors(lying)).toEqual([]);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (octets) => extendedErrors(Buffer.from(octets)).length <= 4));
});
