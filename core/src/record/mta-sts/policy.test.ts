import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainMtaStsPolicy, explainMxCoverage, lintMtaStsPolicy, parseMtaStsPolicy } from './index.ts';

const GOOD = 'version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.example.net\r\nmax_age: 1209600\r\n';

const codes = (text: string): string[] => lintMtaStsPolicy(parseMtaStsPolicy(text)).map(({ code }) => code);

describe('an MTA-STS policy', () => {
  it('is read with the places of its fields', () => {
    const policy = parseMtaStsPolicy(GOOD);
    expect(policy).toMatchObject({
      version: 'STSv1',
      mode: 'enforce',
      maxAge: 1_209_600,
      mx: ['mail.example.com', '*.example.net'],
      faults: [],
    });
    expect(policy.fields.map(({ line, key, valueSpan }) => [line, key, GOOD.slice(...valueSpan)])).toEqual([
      [1, 'version', 'STSv1'],
      [2, 'mode', 'enforce'],
      [3, 'mx', 'mail.example.com'],
      [4, 'mx', '*.example.net'],
      [5, 'max_age', '1209600'],
    ]);
    expect(codes(GOOD)).toEqual([]);
    expect(codes(GOOD.replaceAll('\r\n', '\n'))).toEqual([]);
    expect(codes(GOOD.trimEnd())).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['<!doctype html><html></html>', ['is-html']],
    ['{"version": "STSv1"}', ['is-json']],
    [' \r\n', ['empty']],
    [`\ufeff${GOOD}`, ['byte-order-mark']],
    [GOOD.replaceAll('\r\n', '\r'), Array(5).fill('carriage-return')],
    [GOOD.replace('mode:', '\r\nmode:'), ['blank-line']],
    [GOOD.replace('mode:', ' mode :'), ['leading-space', 'space-before-colon']],
    [GOOD.replace('mode: enforce', 'mode enforce'), ['no-colon', 'no-mode']],
    [GOOD.replace('version: STSv1\r\n', ''), ['no-version']],
    [GOOD.replace('STSv1', 'stsv1'), ['bad-version']],
    [GOOD.replace('enforce', 'Enforce'), ['bad-mode']],
    [GOOD.replace('enforce', '\u00a0enforce'), ['bad-mode']],
    [GOOD.replace('enforce', 'testing'), ['mode-testing']],
    [GOOD.replace('enforce', 'none'), ['mode-none']],
    [GOOD.replace('1209600', '31557600'), []],
    [GOOD.replace('1209600', '31557601'), ['max-age-too-large']],
    [GOOD.replace('1209600', '1 week'), ['bad-max-age']],
    [GOOD.replace('1209600', '3600'), ['short-max-age']],
    [GOOD.replace(/max_age.*/, ''), ['no-max-age']],
    [GOOD.replace('max_age', 'max-age'), ['misspelt-field', 'no-max-age']],
    [GOOD.replace('max_age', 'maxage'), ['misspelt-field', 'no-max-age']],
    [GOOD.replaceAll('mx:', 'nmx:'), ['misspelt-field', 'misspelt-field', 'no-mx']],
    [GOOD.replace('mode:', 'Mode:'), ['misspelt-field', 'no-mode']],
    [`${GOOD}mode: none\r\n`, ['repeated-field']],
    [`${GOOD}contact: postmaster\r\n`, ['unknown-field']],
    [`${GOOD}# a comment: here\r\n`, ['bad-key']],
    [`${GOOD}mx: MAIL.example.com\r\n`, ['repeated-mx']],
    [`${GOOD}mx: *.com\r\n`, ['wide-mx']],
  ])('%j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    '',
    '192.0.2.1',
    '[192.0.2.1]',
    '2001:db8::1',
    'mx1.example.com, mx2.example.com',
    'https://mx.example.com',
    'mx.example.com:25',
    'mx.example.com.',
    '.example.com',
    '*',
    '*example.com',
    'mx.*.example.com',
    '*.*.example.com',
    'mäil.example.com',
    '-mx.example.com',
    'mx..example.com',
    'mx_1.example.com',
  ])('finds no mail server in mx: %s', (value) => {
    const findings = lintMtaStsPolicy(parseMtaStsPolicy(`${GOOD}mx: ${value}\n`));
    expect(findings.map(({ code }) => code)).toEqual(['bad-mx']);
    expect(findings[0]?.says).toContain('Line 6');
  });

  it('is explained line by line', () => {
    const says = explainMtaStsPolicy(parseMtaStsPolicy(GOOD)).map((line) => line.says);
    expect(says).toHaveLength(5);
    expect(says[3]).toContain('one label before example.net');
    expect(says[4]).toContain('2 weeks');
  });

  it('tells which mail servers it leaves out', () => {
    const policy = parseMtaStsPolicy(GOOD);
    expect(explainMxCoverage(policy, ['mail.example.com.', 'a.example.net'])).toBeNull();
    expect(explainMxCoverage(policy, ['mail.example.com', 'a.b.example.net'])).toContain('a.b.example.net');
    expect(explainMxCoverage(parseMtaStsPolicy(GOOD.replace('enforce', 'none')), ['x.example'])).toBeNull();
  });

  it('of any length is read to its limit', () => {
    expect(codes(`${GOOD}${'x: y\n'.repeat(20_000)}`)).toContain('too-many');
    expect(codes('\n'.repeat(1_000_000) + GOOD)).toEqual(expect.arrayContaining(['too-many', 'too-long']));
    expect(codes(`a${' '.repeat(1_000_000)}:`)).toContain('too-long');
  });

  it('never throws, and its places hold what it says', () => {
    const piece = fc.constantFrom(
      'version',
      'mode',
      'mx',
      'max_age',
      ':',
      ' ',
      '\t',
      '\n',
      '\r',
      '\ufeff',
      '*.',
      'a.b',
      '1',
      'é',
      '<',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const policy = parseMtaStsPolicy(text);
        for (const { key, value, keySpan, valueSpan } of policy.fields) {
          expect(text.slice(...keySpan)).toBe(key);
          expect(text.slice(...valueSpan)).toBe(value);
        }
        for (const { span } of lintMtaStsPolicy(policy)) {
          if (span === null) continue;
          expect(span[0]).toBeLessThanOrEqual(span[1]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
