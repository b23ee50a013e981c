import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainBimi, lintBimi, lintBimiRecords, parseBimi, writeBimi } from './index.ts';

const codes = (text: string): string[] => lintBimi(parseBimi(text)).map(({ code }) => code);
const L = 'l=https://example.com/logo.svg';
const A = 'a=https://example.com/logo.pem';

describe('a BIMI record', () => {
  it('is read', () => {
    expect(parseBimi(`v=BIMI1; ${L}; ${A}; avp=personal; lps=true`)).toMatchObject({
      recognised: true,
      logo: 'https://example.com/logo.svg',
      evidence: 'https://example.com/logo.pem',
      avatar: 'personal',
      localPartSelectors: true,
      declined: false,
    });
    expect(parseBimi(`v=BIMI1;${L}`)).toMatchObject({ evidence: null, avatar: 'brand', localPartSelectors: false });
  });

  it.each<[string, string[]]>([
    [`v=BIMI1; ${L}; ${A};`, []],
    [`v = BIMI1 ; ${L.replace('=', ' = ')}; ${A}`, []],
    [`v=BIMI1; l=https://example.com:443/x/logo.svgz?y=1; ${A}`, []],
    ['v=BIMI1; l=; a=;', ['declined']],
    ['v=BIMI1; l=;', ['declined']],
    [`v=BIMI1; l=; ${A}`, ['no-logo']],
    ['v=BIMI1', ['no-logo']],
    [`v=BIMI1; ${A}`, ['no-logo']],
    [`v=BIMI1; L=https://example.com/logo.svg; ${A}`, ['no-logo']],
    [`v=BIMI1; ${L}`, ['no-evidence']],
    [`v=BIMI1; ${L}; a=`, ['no-evidence']],
    [`v=bimi1; ${L}; ${A}`, ['no-version']],
    [`${L}; ${A}; v=BIMI1`, ['no-version']],
    [`v=BIMI11; ${L}; ${A}`, ['no-version']],
    [`v=BIMI1; ${L}; ${L}; ${A}`, ['repeated-tag']],
    [`v=BIMI1; ${L.replace('https', 'http')}; ${A}`, ['logo-url']],
    [`v=BIMI1; l=example.com/logo.svg; ${A}`, ['logo-url']],
    [`v=BIMI1; l=https://localhost/logo.svg; ${A}`, ['logo-url']],
    [`v=BIMI1; l=https://192.0.2.1/logo.svg; ${A}`, ['logo-url']],
    [`v=BIMI1; l=https://[2001:db8::1]/logo.svg; ${A}`, ['logo-url']],
    [`v=BIMI1; l=https://example.com:8443/logo.svg; ${A}`, ['logo-url']],
    [`v=BIMI1; l=https://me@example.com/logo.svg; ${A}`, ['logo-url']],
    [`v=BIMI1; l=https://example.com/my logo.svg; ${A}`, ['logo-url']],
    [`v=BIMI1; l=https://example.com/a.svg,https://example.com/b.svg; ${A}`, ['logo-url']],
    [`v=BIMI1; l=https://example.com/logo.png; ${A}`, ['not-svg']],
    [`v=BIMI1; ${L}; a=http://example.com/logo.pem`, ['evidence-url']],
    [`v=BIMI1; ${L}; ${A}; avp=Brand`, ['bad-avatar']],
    [`v=BIMI1; ${L}; ${A}; lps=yes`, ['bad-local-part-selectors']],
    [`v=BIMI1; ${L}; ${A}; AVP=brand`, ['unknown-tag']],
    [`v=BIMI1; ${L}; ${A}; z=1`, ['unknown-tag']],
  ])('%j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('counts only where it is alone', () => {
    const one = `v=BIMI1; ${L}; ${A}`;
    expect(lintBimiRecords(['v=spf1 -all', one])).toMatchObject({ record: { text: one }, findings: [] });
    expect(lintBimiRecords([one, one]).findings.map(({ code }) => code)).toEqual(['several-records']);
    expect(lintBimiRecords([]).findings.map(({ code }) => code)).toEqual(['no-record']);
  });

  it('is explained tag by tag', () => {
    const says = explainBimi(parseBimi(`v=BIMI1; ${L}; ${A}; avp=brand; x=y`)).map((tag) => tag.says);
    expect(says[1]).toContain('https://example.com/logo.svg');
    expect(says[3]).toContain('goes before');
    expect(explainBimi(parseBimi('v=BIMI1; l=; a=;'))[1]?.says).toContain('wants no logo');
  });
});

describe('a proposal for BIMI', () => {
  it('is a new record', () => {
    const made = writeBimi({ domain: 'example.com', logo: 'https://example.com/logo.svg' });
    expect(made.record).toEqual({ name: 'default._bimi.example.com', type: 'TXT', text: `v=BIMI1; ${L}; a=;` });
  });

  it('keeps the certificate and the preference that are published', () => {
    const made = writeBimi({
      domain: 'example.com',
      selector: 'news.v2',
      logo: 'https://example.com/new.svg',
      record: `v=BIMI1; ${L}; ${A}; avp=personal; lps=true; z=1; ${A}`,
    });
    expect(made.record).toMatchObject({
      name: 'news.v2._bimi.example.com',
      text: `v=BIMI1; l=https://example.com/new.svg; ${A}; avp=personal; lps=true;`,
    });
    expect(made.changes.map(({ kind, from, to }) => `${kind} ${from ?? to}`)).toEqual([
      'kept v=BIMI1',
      `changed ${L}`,
      `kept ${A}`,
      'kept avp=personal',
      'kept lps=true',
      'removed z=1',
      `removed ${A}`,
    ]);
  });

  it('declines', () => {
    const made = writeBimi({ domain: 'example.com', logo: null, record: `v=BIMI1; ${L}; ${A}` });
    expect(made.record.text).toBe('v=BIMI1; l=; a=;');
    expect(parseBimi(made.record.text).declined).toBe(true);
  });

  it.each([
    [{ logo: 'http://example.com/l.svg' }, 'logo is'],
    [{ logo: 'https://example.com/l.svg; v=2' }, 'logo is'],
    [{ evidence: 'x' }, 'evidence is'],
    [{ selector: 'a_b' }, 'selector is'],
    [{ domain: '' }, 'domain is'],
  ])('refuses %j', (part, message) => {
    expect(() => writeBimi({ domain: 'example.com', logo: 'https://example.com/logo.svg', ...part })).toThrow(message);
  });

  it('reads clean, whatever was published', () => {
    const record = fc.string({
      unit: fc.constantFrom('v=BIMI1', ';', 'l=', 'a=', 'avp=', 'brand', 'https://e.example/l.svg', ',', ' '),
      maxLength: 20,
    });
    fc.assert(
      fc.property(record, (published) => {
        const made = writeBimi({ domain: 'example.com', logo: 'https://example.com/logo.svg', record: published });
        expect(codes(made.record.text).filter((code) => code !== 'no-evidence')).toEqual([]);
      }),
    );
  });
});
