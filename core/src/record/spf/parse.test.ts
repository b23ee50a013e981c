import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RECORD } from './limits.ts';
import { parseSpf } from './parse.ts';

/** The findings that break the grammar, each with the words at its place. */
function faults(text: string): string[] {
  const { findings } = parseSpf(text);
  return findings
    .filter(({ severity }) => severity === 'critical')
    .map(({ code, span }) => `${code} ${span === null ? '' : text.slice(...span)}`);
}

describe('a record', () => {
  it('is read term by term, with places', () => {
    const text =
      'v=spf1 ip4:192.0.2.77/24  ~MX:mail.example.com/28//64 Include:%{d2}._spf.example.net -all exp=why.example.com';
    const record = parseSpf(text);
    expect(record.valid).toBe(true);
    expect(record.findings).toEqual([]);
    expect(record.terms.map(({ span }) => text.slice(...span))).toEqual(record.terms.map((term) => term.text));
    const [ip4, mx, include, all, exp] = record.terms;
    expect(ip4).toMatchObject({ name: 'ip4', qualifier: '+', network: '192.0.2.0/24', domain: null, span: [7, 24] });
    expect(mx).toMatchObject({
      name: 'mx',
      qualifier: '~',
      prefix4: 28,
      prefix6: 64,
      domain: { text: 'mail.example.com' },
    });
    expect(include).toMatchObject({
      name: 'include',
      domain: {
        parts: [
          { kind: 'macro', letter: 'd', keep: 2, reverse: false, escape: false, delimiters: '.' },
          { kind: 'text', value: '._spf.example.net' },
        ],
      },
    });
    expect(all).toMatchObject({ name: 'all', qualifier: '-' });
    expect(exp).toMatchObject({ kind: 'modifier', name: 'exp', value: { text: 'why.example.com' } });
  });

  it('reads macros with all their transformers, and escapes', () => {
    const { terms } = parseSpf('v=spf1 exists:%{L3R-+}.%%a%_b%-c.%{ir}.example');
    expect(terms[0]).toMatchObject({
      domain: {
        parts: [
          { letter: 'l', escape: true, keep: 3, reverse: true, delimiters: '-+' },
          { value: '.' },
          { value: '%', escaped: true },
          { value: 'a' },
          { value: ' ' },
          { value: 'b' },
          { value: '%20' },
          { value: 'c.' },
          { letter: 'i', keep: null, reverse: true },
          { value: '.example' },
        ],
      },
    });
  });

  it.each([
    ['V=SPF1 A MX:EXAMPLE.COM -ALL'],
    ['v=spf1'],
    ['v=spf1 a:foo:bar/baz.example.com a/24//64 mx//0 ptr ip6:::1/0 ?all'],
    ['v=spf1 a:example.xn--zckzah a:example.com. a:%{d} include:_spf.example.com'],
    ['v=spf1 moo.cow-far_out=man:dog/cat default=+ -all'],
    ['v=spf1  a   -all '],
  ])('%s keeps to the grammar', (text) => {
    expect(faults(text)).toEqual([]);
    expect(parseSpf(text).valid).toBe(true);
  });

  it.each([
    ['v=spf1 ip4:2001:db8::1', ['address-family 2001:db8::1']],
    ['v=spf1 ip6:192.0.2.1', ['address-family 192.0.2.1']],
    ['v=spf1 ip4:192.0.2.0/33 a -all', ['bad-prefix 33']],
    ['v=spf1 ip4:192.0.2.0/024', ['bad-prefix 024']],
    ['v=spf1 ip4:192.0.2.0//24', ['bad-prefix /24']],
    ['v=spf1 ip6:2001:db8::/129', ['bad-prefix 129']],
    ['v=spf1 ip4:192.0.2', ['bad-address 192.0.2']],
    ['v=spf1 ip4', ['missing-address ']],
    ['v=spf1 ip4:', ['missing-address :']],
    ['v=spf1 ipv4:192.0.2.1', ['unknown-mechanism ipv4:192.0.2.1']],
    ['v=spf1 ip4:192.0.2.1,192.0.2.2', ['bad-address 192.0.2.1,192.0.2.2']],
    ['v=spf1 a: mx:', ['empty-domain ', 'empty-domain ']],
    ['v=spf1 a:192.0.2.1', ['address-as-name 192.0.2.1']],
    ['v=spf1 a:museum', ['incomplete-name museum']],
    ['v=spf1 a:abc.123', ['bad-top-label 123']],
    ['v=spf1 a:example.-com', ['bad-top-label -com']],
    ['v=spf1 a:example.com:8080', ['bad-top-label com:8080']],
    ['v=spf1 a/33', ['bad-prefix 33']],
    ['v=spf1 a//129', ['bad-prefix 129']],
    ['v=spf1 a/24/64', ['bad-prefix /24/64']],
    ['v=spf1 include exists include:a.example/24', ['missing-domain ', 'missing-domain ', 'prefix-not-allowed /24']],
    ['v=spf1 -all.', ['unknown-mechanism -all.']],
    ['v=spf1 -all/8 -all:x', ['all-with-value /8', 'all-with-value :x']],
    ['v=spf1 redirect:a.example', ['unknown-mechanism redirect:a.example']],
    ['v=spf1 redirect= exp=', ['empty-domain ', 'empty-domain ']],
    ['v=spf1 redirect=a.example redirect=b.example', ['duplicate-redirect redirect=b.example']],
    ['v=spf1 exp=a.example exp=b.example -all', ['duplicate-exp exp=b.example']],
    ['v=spf1 1up=foo =all', ['bad-modifier-name 1up=foo', 'bad-modifier-name =all']],
    ['v=spf1 exists:%(ir).example exists:a%.example foo=%abc', ['macro-syntax %', 'macro-syntax %', 'macro-syntax %']],
    ['v=spf1 exists:%{x}.example', ['macro-letter %{x}']],
    ['v=spf1 exists:%{d0}.example', ['macro-zero %{d0}']],
    [
      'v=spf1 exists:%{c}.example exp=%{r}.example',
      ['macro-only-in-explanation %{c}', 'macro-only-in-explanation %{r}'],
    ],
    ['v=spf1 exists:%{i.example', ['macro-syntax %']],
    ['v=spf1 \u2013all', ['not-ascii \u2013']],
    ['v=spf1 \xe2\x80\x93all', ['not-ascii \xe2\x80\x93']],
    ['v=spf1 a\tmx', ['not-a-blank \t']],
    ['v=spf1\u00a0a', ['no-version v=spf1\u00a0a', 'not-a-blank \u00a0']],
    ['a mx -all', ['no-version a mx -all']],
    ['', ['no-version ']],
  ])('%j breaks it', (text, expected) => {
    expect(faults(text)).toEqual(expected);
    expect(parseSpf(text).valid).toBe(false);
  });

  it('does not stop at a fault', () => {
    const record = parseSpf('v=spf1 ipv4:192.0.2.1 include:a.example a:- -all');
    expect(record.terms.map(({ kind }) => kind)).toEqual(['broken', 'mechanism', 'broken', 'mechanism']);
    expect(faults(record.text)).toHaveLength(2);
  });

  it.each([
    ['include=a.example', 'mechanism-with-equals-sign'],
    ['include:a.example,include:b.example', 'joined-terms'],
    ['include:user@a.example', 'odd-name'],
    ['v=spf1', 'second-version'],
    ['foo=bar', 'unknown-modifier'],
  ])('%s keeps to the grammar and is told', (term, code) => {
    const record = parseSpf(`v=spf1 ${term} -all`);
    expect(record.valid).toBe(true);
    expect(record.findings).toMatchObject([{ code, span: [7, 7 + term.length] }]);
  });

  it('never throws, whatever it is given, and its spans stay inside', () => {
    const pieces = fc.constantFrom(
      'v=spf1',
      ' ',
      'a',
      ':',
      '/',
      '24',
      '%{',
      '}',
      '%',
      'ip4:',
      '192.0.2.1',
      '=',
      'redirect',
      '\u2013',
      '-',
      '.',
      ',',
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
        ),
        (text) => {
          const { terms, findings } = parseSpf(text);
          for (const term of terms) expect(text.slice(...term.span)).toBe(term.text);
          for (const { span, says } of findings) {
            expect(says).not.toBe('');
            if (span !== null) expect(0 <= span[0] && span[0] <= span[1] && span[1] <= text.length).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['slashes', `v=spf1 include:${'/'.repeat(60_000)}x`],
    ['open macros', `v=spf1 exists:${'%{'.repeat(30_000)}`],
    ['top label', `v=spf1 a:x.${'a'.repeat(60_000)}!`],
    ['terms', `v=spf1${' a'.repeat(30_000)}`],
    ['signs', `v=spf1 ${'\u2013'.repeat(60_000)}`],
    ['commas', `v=spf1 ${'ip4:192.0.2.1,'.repeat(4000)}`],
    ['colons', `v=spf1 ip6${':'.repeat(60_000)}`],
  ])('takes no longer for many %s', (_, text) => {
    for (let round = 0; round < 20; round += 1) expect(parseSpf(text).text).toBe(text);
  });

  it('reads no more than fits into a TXT record', () => {
    const record = parseSpf(`v=spf1 ${'a '.repeat(40_000)}`);
    expect(record.terms.at(-1)?.span[1]).toBeLessThanOrEqual(MAX_RECORD);
    expect(record.findings.map(({ code }) => code)).toContain('too-long');
  });
});

describe('what a broken term means', () => {
  const meant = (term: string) => {
    const [read] = parseSpf(`v=spf1 ${term}`).terms;
    return read?.kind === 'broken' ? read.meant : 'not broken';
  };

  it.each([
    ['ipv4:192.0.2.1', 'ip4:192.0.2.1'],
    ['ip:2001:db8::1', 'ip6:2001:db8::1'],
    ['ip4:2001:db8::/32', 'ip6:2001:db8::/32'],
    ['-ip6:192.0.2.1', '-ip4:192.0.2.1'],
    ['192.0.2.0/24', 'ip4:192.0.2.0/24'],
    ['ip4:192.0.2.1,192.0.2.2', 'ip4:192.0.2.1 ip4:192.0.2.2'],
    ['ip4:192.0.2.1:25', 'ip4:192.0.2.1'],
    ['ip4:192.0.2.*', 'ip4:192.0.2.0/24'],
    ['ip4:192.0.2.0/255.255.255.128', 'ip4:192.0.2.0/25'],
    ['ip4:192.0.2.4-192.0.2.9', 'ip4:192.0.2.4/30 ip4:192.0.2.8/31'],
    ['ip4:192.0.2.0/024', 'ip4:192.0.2.0/24'],
    ['a:192.0.2.1', 'ip4:192.0.2.1'],
    ['a:', 'a'],
    ['a/24/64', 'a/24//64'],
    ['ptr/24', 'ptr'],
    ['mx:mail.example.com:25', 'mx:mail.example.com'],
    ['include:https://spf.example.net/', 'include:spf.example.net'],
    ['redirect:a.example', 'redirect=a.example'],
    ['-all.', '-all'],
    ['-all;', '-all'],
    ['\u2013all', '-all'],
    ['\xe2\x80\x93all', '-all'],
    ['\u201cinclude:a.example\u201d', 'include:a.example'],
    ['~~all', '~all'],
    ['a\tmx', 'a mx'],
    ['ip4:192.0.2.0/33', null],
    ['include', null],
    ['include:a', null],
    ['exists:%{x}.example', null],
    ['moo', null],
  ])('%s: %s', (term, expected) => {
    expect(meant(term)).toBe(expected);
  });
});
