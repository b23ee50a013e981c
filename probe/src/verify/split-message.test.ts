import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { dkimVerify } from 'mailauth';
import { describe, expect, it } from 'vitest';
import {
  MAX_BLANK_RUN,
  MAX_FIELD_BYTES,
  MAX_HEADER_BYTES,
  MAX_HEADER_LINES,
  MAX_MESSAGE_BYTES,
  MessageLimitError,
} from './limits.ts';
import { fieldValue, joinMessage, splitMessage } from './split-message.ts';

describe('a message taken apart', () => {
  it('gives fields and body, with the folds of a field in it', () => {
    const { fields, body, bareLineFeeds } = splitMessage(Buffer.from('A: 1\r\n 2\r\nb : 3\r\n\r\nText\r\n'));
    expect(fields.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(fields.map(fieldValue)).toEqual(['1 2', '3']);
    expect(body.toString()).toBe('Text\r\n');
    expect(bareLineFeeds).toBe(0);
  });

  it('gives lines their CR back, and drops the separator of a mailbox', () => {
    const { fields, body, bareLineFeeds } = splitMessage(Buffer.from('From ada Mon Nov  2\nA: 1\n\nText\n'));
    expect(fields).toEqual([{ name: 'a', line: 'A: 1' }]);
    expect(body.toString()).toBe('Text\r\n');
    expect(bareLineFeeds).toBe(3);
  });

  it('has no header where the first line is empty, and no body where none is', () => {
    expect(splitMessage(Buffer.from('\r\nA: 1\r\n'))).toMatchObject({ fields: [], body: Buffer.from('A: 1\r\n') });
    expect(splitMessage(Buffer.from('A: 1\r\n')).body).toHaveLength(0);
    expect(splitMessage(Buffer.alloc(0))).toMatchObject({ fields: [], body: Buffer.alloc(0) });
  });

  it('splits as the verifier does, whatever comes', async () => {
    const messages = fc.string({
      unit: fc.constantFrom('A', ':', ' ', '\t', '\r\n', '\n', 'Bc: d', '\r\n ', '\u00e9', '\u00a0'),
      maxLength: 16,
    });
    await fc.assert(
      fc.asyncProperty(messages, async (text) => {
        const raw = Buffer.from(text, 'latin1');
        const { fields, body } = splitMessage(raw);
        const { headers } = await dkimVerify(joinMessage(fields, body), { resolver: async () => [] });
        expect(fields.map(({ name, line }) => [name, line])).toEqual(
          (headers?.parsed ?? []).map(({ key, line }) => [key ?? '', line.toString('latin1')]),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('limits', () => {
  const limitOf = (text: string | Buffer) => {
    try {
      splitMessage(Buffer.from(text as string, 'latin1'));
      return null;
    } catch (error) {
      return error instanceof MessageLimitError ? error.limit : error;
    }
  };

  it.each([
    ['header-bytes', `A: ${'x'.repeat(MAX_FIELD_BYTES - 10)}\r\n`.repeat(MAX_HEADER_BYTES / MAX_FIELD_BYTES + 1)],
    ['header-lines', 'A: 1\r\n'.repeat(MAX_HEADER_LINES + 1)],
    ['field-bytes', `To: ${'x'.repeat(MAX_FIELD_BYTES)}\r\n`],
    ['field-bytes', `From: ${'<a@example.com>,'.repeat(2_000)}\r\n`],
    ['blank-run', `A: ${' '.repeat(MAX_BLANK_RUN + 1)}x\r\n`],
    ['blank-run', `A: ${'\r'.repeat(MAX_BLANK_RUN + 1)}x\r\n`],
    ['blank-run', `A: ${'\r\n '.repeat(MAX_BLANK_RUN)}x\r\n`],
    [null, `To: ${'a@example.com, '.repeat(4_000)}\r\n\r\n`],
    [null, `\r\n${' '.repeat(1_000_000)}`],
  ])('%s', (limit, text) => {
    expect(limitOf(text)).toBe(limit);
  });

  it('refuses a message that is too large before it looks at it', () => {
    expect(() => splitMessage(new Uint8Array(MAX_MESSAGE_BYTES + 1))).toThrow(/at most 37748736 are verified/);
  });
});
