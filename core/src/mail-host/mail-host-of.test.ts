import { mailHosts } from '@whybounce/knowledge/mail-host';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostPattern } from './host-pattern.ts';
import { mailHostOf } from './mail-host-of.ts';

describe.each(mailHosts.map((host) => [host.slug, host] as const))('%s', (slug, { matches, mustNotMatch }) => {
  it.each(matches)('is behind %s', (host) => {
    expect(mailHostOf(host)?.slug).toBe(slug);
    expect(mailHostOf(host === '.' ? '' : `${host.toUpperCase()}.`)?.slug).toBe(slug);
  });

  it.each(mustNotMatch)('is not behind %s', (host) => {
    expect(mailHostOf(host)?.slug).not.toBe(slug);
  });
});

describe('the name of a mail server', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,12}$/);
  const real = fc.constantFrom(...mailHosts.flatMap(({ matches }) => matches).filter((host) => host !== '.'));

  it('belongs to nobody once something follows it', () => {
    fc.assert(
      fc.property(real, fc.array(label, { minLength: 1, maxLength: 3 }), (host, after) => {
        expect(mailHostOf(`${host}.${after.join('.')}.example`)).toBeNull();
      }),
    );
  });

  it('is compared on the boundaries of labels', () => {
    const suffixes = mailHosts.flatMap(({ hosts }) => hosts).filter((text) => /^\*\.[^*#]+$/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...suffixes), label, label, (text, glued, below) => {
        const zone = text.slice(2);
        expect(mailHostOf(`${below}.${zone}`)).not.toBeNull();
        fc.pre(
          !zone.slice(zone.indexOf('.') + 1).includes('.') ||
            !suffixes.includes(`*.${zone.slice(zone.indexOf('.') + 1)}`),
        );
        expect(mailHostOf(`${below}.${glued}${zone}`)?.hosts ?? []).not.toContain(text);
      }),
    );
  });

  it('of any length and shape is answered', () => {
    for (const host of [
      'a'.repeat(100_000),
      '.'.repeat(100_000),
      'a.'.repeat(50_000),
      '..',
      '*',
      'mx..zoho.com',
      '.mx.zoho.com',
    ])
      expect(mailHostOf(host)).toBeNull();
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (host) => void mailHostOf(host)));
  });

  it('is read by the most specific row', () => {
    expect(mailHostOf('cxr.mx.a.cloudfilter.net')?.slug).toBe('cox');
    expect(mailHostOf('other.mx.a.cloudfilter.net')?.slug).toBe('eir');
    expect(mailHostOf('abc.mx-verification.google.com')?.kind).toBe('placeholder');
    expect(mailHostOf('')?.kind).toBe('none');
  });
});

describe('a pattern', () => {
  it.each([
    ['*.example.net', ['a.example.net', 'a.b.example.net'], ['example.net', 'aexample.net', 'a.example.net.org']],
    ['mx.example.net', ['mx.example.net'], ['a.mx.example.net', 'mx']],
    [
      'mx#.example.net',
      ['mx1.example.net', 'mx007.example.net'],
      ['mx.example.net', 'mxa.example.net', 'mx1a.example.net'],
    ],
    ['mx#a.example.net', ['mx12a.example.net'], ['mx12.example.net', 'mx12b.example.net']],
    ['mx*.example.net', ['mx.example.net', 'mx-1a.example.net'], ['amx.example.net', 'mx.a.example.net']],
    ['a*b#.example.net', ['ab1.example.net', 'axxb22.example.net'], ['ab.example.net', 'a1b.example.net']],
    ['aa*aa.example.net', ['aaaa.example.net'], ['aaa.example.net', 'aa.example.net']],
    ['in.*.example.net', ['in.eu.example.net'], ['in.example.net', 'in.a.b.example.net']],
    ['*.in*.example.net', ['a.in-eu.example.net', 'b.a.in.example.net'], ['in.example.net', 'a.ein.example.net']],
  ])('%s', (text, yes, no) => {
    const { matches } = hostPattern(text);
    for (const host of yes) expect(matches(host.split('.')), host).toBe(true);
    for (const host of no) expect(matches(host.split('.')), host).toBe(false);
  });

  it('is found by the labels that it says in full', () => {
    expect(hostPattern('*.in*.example.net').tail).toBe('example.net');
    expect(hostPattern('*.example.net').tail).toBe('example.net');
    expect(hostPattern('in.*.b.example.net').tail).toBe('b.example.net');
    expect(hostPattern('mx.example.net').tail).toBe('mx.example.net');
  });
});
