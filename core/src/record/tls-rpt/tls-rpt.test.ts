import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainTlsRpt, lintTlsRpt, lintTlsRptRecords, parseTlsRpt, writeTlsRpt } from './index.ts';

const codes = (text: string): string[] => lintTlsRpt(parseTlsRpt(text)).map(({ code }) => code);

describe('a TLS-RPT record', () => {
  it('is read with its places', () => {
    const text = 'v=TLSRPTv1; rua=mailto:tls%2Breports@example.com , https://reports.example.com/v1/tls';
    const { rua } = parseTlsRpt(text);
    expect(rua).toMatchObject([
      { scheme: 'mailto', address: 'tls+reports@example.com', host: null },
      { scheme: 'https', address: null, host: 'reports.example.com' },
    ]);
    expect(rua.map(({ span }) => text.slice(...span))).toEqual(rua.map(({ uri }) => uri));
    expect(codes(text)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['v=TLSRPTv1;rua=mailto:a@example.com', []],
    ['v=TLSRPTv1; rua=mailto:a@example.com;', []],
    ['v=TLSRPTv1 ;rua=mailto:a@example.com', ['space-before-separator']],
    ['v=TLSRPTv1; rua = mailto:a@example.com', ['space-around-equals', 'space-around-equals']],
    ['v=tlsrptv1; rua=mailto:a@example.com', ['no-version']],
    ['rua=mailto:a@example.com; v=TLSRPTv1', ['no-version', 'unknown-tag']],
    ['v=TLSRPTv1', ['no-version', 'no-rua']],
    ['v=TLSRPTv1;', ['no-rua']],
    ['v=TLSRPTv1; rua=', ['empty-value', 'no-rua']],
    ['v=TLSRPTv1; RUA=mailto:a@example.com', ['no-rua']],
    ['v=TLSRPTv1; ruf=mailto:a@example.com', ['no-rua', 'unknown-tag']],
    ['v=TLSRPTv1; rua=a@example.com', ['no-scheme']],
    ['v=TLSRPTv1; rua=reports.example.com', ['no-scheme']],
    ['v=TLSRPTv1; rua=http://reports.example.com/', ['bad-scheme']],
    ['v=TLSRPTv1; rua=mailto:example.com', ['bad-address']],
    ['v=TLSRPTv1; rua=mailto:%zz@example.com', ['bad-address']],
    ['v=TLSRPTv1; rua=https:reports', ['bad-url']],
    ['v=TLSRPTv1; rua=mailto:a@example.com!10m', ['not-encoded']],
    ['v=TLSRPTv1; rua=mailto:a@example.com mailto:b@example.com', ['bad-address']],
    ['v=TLSRPTv1; rua=mailto:a@example.com,MAILTO:a@example.com', ['repeated-target']],
    ['v=TLSRPTv1; rua=mailto:a@example.com; rua=mailto:b@example.com', ['repeated-tag']],
    ['v=TLSRPTv1; rua=mailto:a@example.com; p=none', ['unknown-tag']],
    ['v=TLSRPTv1; rua=mailto:a@example.com; x-1.y=z', ['unknown-tag']],
  ])('%j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('counts only where it is alone', () => {
    const one = 'v=TLSRPTv1; rua=mailto:a@example.com';
    expect(lintTlsRptRecords(['other', one])).toMatchObject({ record: { text: one }, findings: [] });
    expect(lintTlsRptRecords([one, one]).findings.map(({ code }) => code)).toEqual(['several-records']);
    expect(lintTlsRptRecords([]).findings.map(({ code }) => code)).toEqual(['no-record']);
  });

  it('is explained place by place', () => {
    const says = explainTlsRpt(parseTlsRpt('v=TLSRPTv1; rua=mailto:a@example.com,https://r.example.com/t; x=y'));
    expect(says.map(({ term }) => term)).toEqual([
      'v=TLSRPTv1',
      'mailto:a@example.com',
      'https://r.example.com/t',
      'x=y',
    ]);
    expect(says[1]?.says).toContain('a@example.com');
  });
});

describe('a proposal for TLS-RPT', () => {
  it('is a new record', () => {
    const made = writeTlsRpt({ domain: 'Example.COM.', rua: ['tls@example.com', 'https://r.example.com/a,b'] });
    expect(made.record).toEqual({
      name: '_smtp._tls.example.com',
      type: 'TXT',
      text: 'v=TLSRPTv1; rua=mailto:tls@example.com,https://r.example.com/a%2Cb',
    });
    expect(codes(made.record.text)).toEqual([]);
  });

  it('keeps who gets reports already, mends a bare address and drops what is no place', () => {
    const made = writeTlsRpt({
      domain: 'example.com',
      rua: ['new@example.com', 'a@example.com'],
      remove: ['mailto:gone@example.com'],
      record:
        'v=TLSRPTv1; rua=mailto:a@example.com,b@example.com,ftp://c.example/,mailto:gone@example.com,b@example.com; p=none',
    });
    expect(made.record.text).toBe('v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com,mailto:new@example.com');
    expect(made.changes.map(({ kind, from, to }) => `${kind} ${from ?? to}`)).toEqual([
      'kept v=TLSRPTv1',
      'kept rua=mailto:a@example.com',
      'changed rua=b@example.com',
      'removed rua=ftp://c.example/',
      'removed rua=mailto:gone@example.com',
      'removed rua=b@example.com',
      'added rua=mailto:new@example.com',
      'removed p=none',
    ]);
  });

  it.each([
    [{ rua: [] }, 'rua is empty'],
    [{ rua: ['nobody'] }, 'rua has "nobody"'],
    [{ rua: ['http://example.com'] }, 'rua has'],
    [{ domain: 'a b' }, 'domain is "a b"'],
  ])('refuses %j', (part, message) => {
    expect(() => writeTlsRpt({ domain: 'example.com', rua: ['a@example.com'], ...part })).toThrow(message);
  });

  it('reads clean, whatever was published', () => {
    const record = fc.string({
      unit: fc.constantFrom('v=TLSRPTv1', ';', 'rua=', 'mailto:', 'a@example.com', ',', ' ', '!', 'x'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(record, (published) => {
        const made = writeTlsRpt({ domain: 'example.com', rua: ['tls@example.com'], record: published });
        expect(codes(made.record.text)).toEqual([]);
      }),
    );
  });
});
