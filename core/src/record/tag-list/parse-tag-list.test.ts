import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTag, parseTagList, type TagListOptions } from './parse-tag-list.ts';

function faults(text: string, options?: TagListOptions): string[] {
  return parseTagList(text, options).faults.map(({ kind, span }) => `${kind} ${span.join('-')}`);
}

describe('a list of tags', () => {
  it('gives names and values with their places', () => {
    const list = parseTagList('v=DMARC1; p = none ;rua=mailto:a@example.com');
    expect(list.faults).toEqual([]);
    expect(list.endsWithSeparator).toBe(false);
    expect(
      list.tags.map(({ name, value, nameSpan, valueSpan, span }) => [name, value, nameSpan, valueSpan, span]),
    ).toEqual([
      ['v', 'DMARC1', [0, 1], [2, 8], [0, 8]],
      ['p', 'none', [10, 11], [14, 18], [10, 18]],
      ['rua', 'mailto:a@example.com', [20, 23], [24, 44], [20, 44]],
    ]);
  });

  it('keeps what is inside a value, and further equals signs', () => {
    const list = parseTagList('k=rsa; p=MIIB IjAN\r\n Bg==; n=a=b');
    expect(list.tags.map(({ value }) => value)).toEqual(['rsa', 'MIIB IjAN\r\n Bg==', 'a=b']);
    expect(list.faults).toEqual([]);
  });

  it.each([
    ['v=A1', false],
    ['v=A1;', true],
    ['v=A1; ', true],
    ['v=A1; p=x', false],
    ['', false],
  ])('%j ends with a separator: %s', (text, ends) => {
    const list = parseTagList(text);
    expect(list.endsWithSeparator).toBe(ends);
    expect(list.faults).toEqual([]);
  });

  it.each([
    [' v=A1', ['leading-space 0-1']],
    ['v=A1;; p=x', ['stray-separator 5-6']],
    [';v=A1', ['stray-separator 0-1']],
    ['v=A1; none', ['no-equals 6-10']],
    ['v=A1; =none', ['no-name 6-11']],
    ['v=A1; p=', ['empty-value 6-8']],
    ['v=A1; p = ; q=1', ['empty-value 6-9']],
    ['v=A1; "p=none"', ['bad-name 6-8']],
    ['v=A1; p=n\u00f6ne', ['bad-character 9-10']],
    ['v=A1; p=a; p=b', ['repeated 11-14']],
    ['v=A1; p=a; P=b', []],
  ])('%j', (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('allows line breaks and blanks only where the kind of record does', () => {
    expect(faults('v=A1;\r\n p=x')).toEqual([]);
    expect(faults('v=A1;\r\n p=x', { space: 'plain' })).toEqual(['line-break 5-8']);
    expect(faults('v=A1; p=x\ny', { space: 'plain' })).toEqual(['line-break 9-10']);
    expect(faults('v=A1; p =x', { spaceAroundEquals: false })).toEqual(['space-around-equals 7-8']);
    expect(faults('v=A1; p= x', { spaceAroundEquals: false })).toEqual(['space-around-equals 8-9']);
  });

  it('finds the first tag of a name', () => {
    const list = parseTagList('P=1; p=2; p=3');
    expect(findTag(list, 'p')?.value).toBe('2');
    expect(findTag(list, 'p', true)?.value).toBe('1');
    expect(findTag(list, 'q')).toBeUndefined();
  });

  it('reads no more than a record can hold, and says so', () => {
    const long = parseTagList(`v=A1; n=${'x'.repeat(70_000)}`);
    expect(long.faults).toEqual([{ kind: 'too-long', span: [65_535, 70_008] }]);
    expect(parseTagList(`v=A1; n=${'x\u00f6'.repeat(30_000)}`).faults).toHaveLength(8);
    const many = parseTagList('a;'.repeat(30_000));
    expect(many.faults).toHaveLength(257);
    expect(many.faults.at(-1)).toEqual({ kind: 'too-many', span: [512, 60_000] });
  });

  it('never throws, and its places always hold what it says', () => {
    const text = fc.string({
      unit: fc.constantFrom('v', 'p', '=', ';', ' ', '\t', '\r\n', '"', 'é', '\0'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.boolean(), fc.boolean(), (record, plain, spaceAroundEquals) => {
        const list = parseTagList(record, { space: plain ? 'plain' : 'folding', spaceAroundEquals });
        for (const { name, value, nameSpan, valueSpan } of list.tags) {
          expect(record.slice(...nameSpan)).toBe(name);
          expect(record.slice(...valueSpan)).toBe(value);
        }
        for (const { span } of list.faults) {
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(record.length);
        }
      }),
    );
  });
});
