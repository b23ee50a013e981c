import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  explainTlsa,
  formatTlsa,
  isUsableTlsa,
  lintTlsa,
  lintTlsaRecords,
  parseTlsa,
  type TlsaRecord,
  tlsaName,
  tlsaRollover,
} from './index.ts';

const SHA256 = 'ab'.repeat(32);
const record = (fields: Partial<TlsaRecord> = {}): TlsaRecord => ({
  usage: 3,
  selector: 1,
  matchingType: 1,
  data: SHA256,
  ...fields,
});

describe('a TLSA record', () => {
  it.each<[string, Partial<TlsaRecord>]>([
    [`3 1 1 ${SHA256}`, {}],
    [`3 1 1 ${SHA256.toUpperCase().replace(/(.{32})/, '$1 ')}`, {}],
    [`_25._tcp.mx.example.com. 3600 IN TLSA ( 3 1 1\n ${SHA256} )`, {}],
    [`DANE-TA Cert SHA2-512 ${'0f'.repeat(64)}`, { usage: 2, selector: 0, matchingType: 2, data: '0f'.repeat(64) }],
    ['3 1 0 3059', { matchingType: 0, data: '3059' }],
    ['3 1 255 00', { matchingType: 255, data: '00' }],
  ])('is read from %j', (text, expected) => {
    expect(parseTlsa(text)).toEqual({ record: record(expected), fault: null });
  });

  it.each([
    ['', 'three numbers'],
    ['3 1', 'three numbers'],
    ['3 1 256 00', 'three numbers'],
    ['3 1 1', 'data is missing'],
    ['3 1 1 abc', 'hexadecimal'],
    ['3 1 1 ab:cd', 'hexadecimal'],
    ['3 1 1 '.repeat(20_000), 'longer than'],
  ])('is not read from %j', (text, why) => {
    expect(parseTlsa(text).fault).toContain(why);
  });

  it.each<[Partial<TlsaRecord>, string[], boolean]>([
    [{}, [], true],
    [{ usage: 2, selector: 0 }, [], true],
    [{ usage: 0 }, ['pkix-usage'], false],
    [{ usage: 1 }, ['pkix-usage'], false],
    [{ usage: 7 }, ['unknown-usage'], false],
    [{ selector: 2 }, ['unknown-selector'], false],
    [{ selector: 0 }, ['whole-certificate'], true],
    [{ matchingType: 0, data: '30' }, ['full-data'], true],
    [{ matchingType: 2, data: 'ab'.repeat(64) }, ['sha-512'], true],
    [{ matchingType: 2 }, ['sha-512', 'data-length'], false],
    [{ matchingType: 9 }, ['unknown-matching'], false],
    [{ data: 'ab'.repeat(20) }, ['data-length'], false],
    [{ data: '' }, ['no-data'], false],
    [{ data: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }, ['empty-digest'], true],
  ])('%j', (fields, codes, usable) => {
    const one = record(fields);
    const findings = lintTlsa(one);
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(isUsableTlsa(one)).toBe(usable);
    const text = formatTlsa(one);
    for (const { span } of findings)
      expect(text.slice(...(span ?? [0, 0]))).toBe(span === null ? '' : text.slice(...span).trim());
  });

  it('marks the part that is wrong', () => {
    const one = record({ usage: 11, selector: 12, matchingType: 13 });
    const text = formatTlsa(one);
    expect(lintTlsa(one).map(({ span }) => text.slice(...(span ?? [0, 0])))).toEqual(['11', '12', '13']);
    expect(explainTlsa(one).map(({ term, span }) => text.slice(...span) === term)).toEqual([true, true, true, true]);
    expect(explainTlsa(record())[0]?.says).toContain('DANE-EE');
  });

  it('stands below the host and the port', () => {
    expect(tlsaName('MX.example.com.')).toBe('_25._tcp.mx.example.com');
  });

  it('is written and read alike', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const data = fc
      .uint8Array({ minLength: 1, maxLength: 70 })
      .map((bytes) => Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join(''));
    fc.assert(
      fc.property(byte, byte, byte, data, (usage, selector, matchingType, hex) => {
        const one = { usage, selector, matchingType, data: hex };
        expect(parseTlsa(formatTlsa(one)).record).toEqual(one);
      }),
    );
  });
});

describe('the TLSA records of a server', () => {
  it('are of no use where none can be used', () => {
    expect(lintTlsaRecords([record({ usage: 1 })]).findings.map(({ code }) => code)).toEqual(['none-usable']);
    expect(lintTlsaRecords([record(), record()]).findings.map(({ code }) => code)).toEqual(['repeated']);
    expect(lintTlsaRecords([record()])).toMatchObject({ findings: [], each: [{ findings: [] }] });
    expect(lintTlsaRecords([]).findings).toEqual([]);
  });

  const next = record({ data: 'cd'.repeat(32) });
  const authority = record({ usage: 2, data: 'ef'.repeat(32) });

  it.each<[string, TlsaRecord[], boolean[] | null, string | null, boolean]>([
    ['one alone', [record()], [true], null, false],
    ['one alone, unseen', [record()], null, null, false],
    ['now and next', [record(), next], [true, false], 'current-and-next', true],
    ['now and next, unseen', [record(), next], null, 'current-and-next', true],
    ['two that both are now', [record(), record({ selector: 0 })], [true, true], null, false],
    ['two that are not now', [record(), next], [false, false], null, false],
    ['key and authority', [record(), authority], [true, true], 'key-and-authority', true],
    ['key and another authority', [record(), authority], [true, false], 'current-and-next', true],
    [
      'a next one by another digest',
      [record(), record({ matchingType: 2, data: 'cd'.repeat(64) })],
      [true, false],
      null,
      false,
    ],
    ['two of two kinds, unseen', [record(), record({ selector: 0 })], null, null, false],
    ['the same twice', [record(), record()], [true, true], null, false],
    [
      'a usable one and one that is not',
      [record(), record({ usage: 1, data: 'cd'.repeat(32) })],
      [true, false],
      null,
      false,
    ],
    ['none', [], [], null, false],
  ])('can be changed from: %s', (_, records, matches, scheme, ready) => {
    const found = tlsaRollover(records, matches);
    expect(found).toMatchObject({ scheme, ready });
    expect(found.fix === null).toBe(ready);
  });
});
