import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tenantDomain, tenantLabel, tenantMatches } from './microsoft-tenant.ts';

const host = (label: string) => `${label}.mail.protection.outlook.com`;

describe('the label of a tenant', () => {
  // the places of the hyphens are those of published records; the names are made up
  it.each([
    ['example.com', 'example-com'],
    ['Mail.Example.CO.UK.', 'mail-example-co-uk'],
    ['a-b.co.example', 'ab-co-example0c'],
    ['my-firm.example', 'myfirm-example0e'],
    ['our-firm.example', 'ourfirm-example0i'],
    ['four-place.example', 'fourplace-example01b'],
    ['fifth-place.example', 'fifthplace-example01c'],
    ['sixths-place.example', 'sixthsplace-example01e'],
    ['seventh-place.example', 'seventhplace-example01i'],
    ['eighthly-place.example', 'eighthlyplace-example02b'],
    ['thirteenplace-am.example', 'thirteenplaceam-example03c'],
    ['fifteenthletter-am.example', 'fifteenthletteram-example03i'],
    ['red-white-place.example', 'redwhiteplace-example0i1c'],
    ['four-and-place.example', 'fourandplace-example01bb'],
    ['eighthly-en-jp.example', 'eighthlyenjp-example02j'],
    ['exclusive.fifth-place.example', 'exclusive-fifthplace-example03i'],
    ['contoso.onmicrosoft.com', 'contoso'],
  ])('of %s is %s', (domain, label) => {
    expect(tenantLabel(domain)).toBe(label);
    if (domain.includes('onmicrosoft')) return expect(tenantDomain(host(label))).toBeNull();
    expect(tenantDomain(host(label))).toBe(domain.toLowerCase().replace(/\.$/, ''));
    expect(tenantDomain(`${label}.o-v1.mx.microsoft`)).toBe(domain.toLowerCase().replace(/\.$/, ''));
  });

  it.each([
    ['is too long', `${'a'.repeat(60)}.example`],
    ['has a hyphen further on than any that was seen', `${'a'.repeat(30)}.${'b'.repeat(15)}-c.example`],
    ['has one label', 'example'],
    ['is an address', '192.0.2.1'],
    ['is empty', ''],
    ['lies below an initial domain', 'a.contoso.onmicrosoft.com'],
  ])('is not known of a domain that %s', (_, domain) => {
    expect(tenantLabel(domain)).toBeNull();
    expect(tenantMatches(domain, host('other-example'))).toBe('cannot-tell');
  });

  it('leads back to the domain', () => {
    const part = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
    const label = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('-'));
    const domain = fc.array(label, { minLength: 1, maxLength: 2 }).map((labels) => `${labels.join('.')}.example`);
    fc.assert(
      fc.property(domain, (name) => {
        const made = tenantLabel(name);
        fc.pre(made !== null);
        expect(tenantDomain(host(made as string))).toBe(name);
      }),
    );
  });

  it('that is none leads to no domain', () => {
    for (const label of [
      '',
      'contoso',
      '-',
      'a-b0',
      'myfirm-example0z',
      'myfirm-example09p',
      'myfirm-example00e',
      'a-xnp1ai03m',
    ])
      expect(tenantDomain(host(label)), label).toBeNull();
    fc.assert(fc.property(fc.string(), (label) => void tenantDomain(host(label))));
  });
});

describe('a mail server of Microsoft 365', () => {
  it.each([
    ['example.com', host('example-com'), 'match'],
    ['example.com', 'EXAMPLE-COM.Mail.Protection.Outlook.com.', 'match'],
    ['example.com', 'example-com.o-v1.mx.microsoft', 'match'],
    ['example.com', 'example-com.mail.protection.office365.us', 'match'],
    ['my-firm.example', host('myfirm-example0e'), 'match'],
    ['news.example.com', host('example-com'), 'match'],
    ['example.com', host('example-net'), 'other'],
    ['my-firm.example', host('my-firm-example'), 'other'],
    ['example.com', host('myfirm-example0e'), 'other'],
    ['example.com', host('contoso'), 'cannot-tell'],
    ['example.com', 'other-example.mail.eo.outlook.com', 'cannot-tell'],
    ['example.com', 'example-com.mail.eo.outlook.com', 'match'],
    ['xn--exmple-cua.example', host('exmple-example'), 'cannot-tell'],
    ['example.com', 'example-com.mail.protection.outlook.com.evil.example', 'cannot-tell'],
    ['example.com', 'mail.protection.outlook.com', 'cannot-tell'],
    ['example.com', 'smtp.google.com', 'cannot-tell'],
    ['example.com', 'example-com.olc.protection.outlook.com', 'cannot-tell'],
  ])('for %s, %s: %s', (domain, mx, says) => {
    expect(tenantMatches(domain, mx)).toBe(says);
  });
});
