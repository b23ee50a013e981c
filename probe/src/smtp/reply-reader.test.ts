import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smtpLimits } from './limits.ts';
import { type Reply, ReplyReader } from './reply-reader.ts';

function readAll(chunks: readonly Uint8Array[]): { readonly replies: Reply[]; readonly fault: string | null } {
  const reader = new ReplyReader(smtpLimits());
  const replies: Reply[] = [];
  for (const chunk of chunks) {
    reader.push(Buffer.from(chunk));
    for (let reply = reader.take(); reply !== undefined; reply = reader.take()) replies.push(reply);
  }
  reader.end();
  for (let reply = reader.take(); reply !== undefined; reply = reader.take()) replies.push(reply);
  return { replies, fault: reader.fault };
}

const read = (text: string): Reply | undefined => readAll([Buffer.from(text)]).replies[0];

describe('a reply', () => {
  it.each([
    ['250 2.1.5 OK\r\n', '250 2.1.5 OK', 250, '2.1.5'],
    ['250\r\n', '250', 250, null],
    ['250 \r\n', '250 ', 250, null],
    [
      '550-5.7.1 one\r\n550-5.7.1 two\r\n550 5.7.1 three\r\n',
      '550-5.7.1 one\n550-5.7.1 two\n550 5.7.1 three',
      550,
      '5.7.1',
    ],
    // an address and a version are no status codes
    ['220 192.0.2.1 ready\r\n', '220 192.0.2.1 ready', 220, null],
    ['550 5.1.1.2 is an odd number\r\n', '550 5.1.1.2 is an odd number', 550, null],
    ['550 5.7.606 Banned\r\n', '550 5.7.606 Banned', 550, '5.7.606'],
    ['550:no space\r\n', '550:no space', 550, null],
  ])('%j', (octets, text, code, enhancedStatus) =>
    expect(read(octets)).toEqual({ text, code, enhancedStatus, notes: [] }),
  );

  it('is not whole while its last line is missing', () => {
    const reader = new ReplyReader(smtpLimits());
    reader.push(Buffer.from('250-one\r\n250-two\r\n'));
    expect([reader.hasReply, reader.take(), reader.fault]).toEqual([false, undefined, null]);
    expect(reader.begun).toBe('"250-one\\n250-two"');
  });

  it('is the same however its octets come', () => {
    const line = fc.tuple(
      fc.constantFrom('220', '250', '354', '421', '450', '550', '554', '25', 'abc', ''),
      fc.constantFrom('-', ' ', '', '\t', '1'),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('\r\n', '\n', '\r\r\n'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.integer({ min: 1, max: 7 }), (lines, size) => {
        const octets = Buffer.from(lines.flat().join(''));
        const pieces = Array.from({ length: Math.ceil(octets.length / size) }, (_, i) =>
          octets.subarray(i * size, (i + 1) * size),
        );
        expect(readAll(pieces)).toEqual(readAll([octets]));
      }),
    );
  });
});

describe('limits', () => {
  it('one octet a time costs no more than all at once', () => {
    const reader = new ReplyReader(smtpLimits({ line: 1_000_000, reply: 1_000_000, dialogue: 1_000_000 }));
    const octet = Buffer.from('2');
    for (let i = 0; i < 900_000; i++) reader.push(octet);
    expect([reader.fault, reader.hasReply]).toEqual([null, false]);
  });

  it('a reader that has had enough takes nothing more', () => {
    const reader = new ReplyReader(smtpLimits({ line: 16 }));
    reader.push(Buffer.from(`220 ${'x'.repeat(20)}`));
    const { fault } = reader;
    expect(fault).toMatch(/^A line is longer than 16 bytes: "220 x+"\.$/);
    reader.push(Buffer.from('\r\n220 fine\r\n'));
    expect([reader.fault, reader.take()]).toEqual([fault, undefined]);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])('%d would switch a guard off', (value) =>
    expect(() => smtpLimits({ wholeTime: value })).toThrow(
      new RangeError(`limits.wholeTime is ${value}: write a whole number from 1 to 2147483647.`),
    ),
  );

  it('a text is no number', () => expect(() => smtpLimits({ line: '100' as unknown as number })).toThrow(RangeError));
});
