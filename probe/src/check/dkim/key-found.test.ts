import type { ZoneDns } from '@whybounce/core/dns';
import { expect, it } from 'vitest';
import { contextOf, proveCheck } from '../prove-fixture.ts';
import { guessed, keyZone, known, rsa } from './dkim-fixture.ts';
import found from './key-found.ts';

const microsoft = { MX: [{ preference: 0, exchange: 'example-com.mail.protection.outlook.com' }] };
const target = (n: number) => `selector${n}-example-com._domainkey.example.onmicrosoft.com`;
const aliases = {
  'example.com': microsoft,
  'selector1._domainkey.example.com': { CNAME: [target(1)] },
  'selector2._domainkey.example.com': { CNAME: [target(2)] },
};
const withdrawn = 'v=DKIM1; p=';

proveCheck(found, {
  passes: {
    'the known one': known(rsa, { says: 'The DKIM key is published at s1._domainkey.example.com.' }),
    'behind an alias': {
      ...known([]),
      zone: { 's1._domainkey.example.com': { CNAME: ['s1.dkim.example.net'] }, 's1.dkim.example.net': { TXT: [rsa] } },
      says: 'published at s1._domainkey.example.com (by way of s1.dkim.example.net).',
    },
    'a common one': guessed(rsa, { says: 'example.com has 1 DKIM key: default._domainkey.example.com.' }),
    'the one in use of the two of Microsoft 365': {
      zone: { ...aliases, [target(1)]: { TXT: [rsa] } },
      says: `selector1._domainkey.example.com (by way of ${target(1)})`,
    },
    'of another domain that signs': {
      subject: { selectors: [{ selector: 'K1', domain: 'mail.example.net' }] },
      zone: keyZone({ 'k1._domainkey.mail.example.net': rsa }),
    },
  },
  fails: {
    'the known one is missing': {
      ...known([]),
      zone: keyZone({ s2: rsa }),
      says: /No DKIM key is published at s1._domainkey.example.com: signatures with this selector fail/,
      fix: /Publish the key at s1._domainkey.example.com/,
    },
    'its alias leads nowhere': {
      ...known([]),
      zone: { 's1._domainkey.example.com': { CNAME: ['gone.example.net'] } },
      fix: /is an alias for gone.example.net, where there is no key: switch DKIM on/,
    },
    'something else stands there': known('v=spf1 -all', { fix: /is no key/ }),
    'one of two is missing, the other does not answer': {
      subject: {
        selectors: [
          { selector: 's1', domain: 'example.com' },
          { selector: 's2', domain: 'example.com' },
        ],
      },
      zone: keyZone({ s2: 'servfail' }),
    },
    'a selector that can be no name': { subject: { selectors: [{ selector: 'a b', domain: 'example.com' }] } },
  },
  undetermined: {
    'the known one does not answer': { ...known([]), zone: keyZone({ s1: 'servfail' }), says: /SERVFAIL/ },
    'none of the usual ones': {
      zone: keyZone({ x20260101: rsa }),
      says: /not known: the usual ones \(google, selector1, default, s1, k1, mail, dkim\) have no key. That does not mean that there is none/,
    },
    'none, and some do not answer': {
      zone: keyZone({ hidden: rsa, s1: 'servfail' }),
      says: /s1._domainkey.example.com gave no answer: the name server failed/,
    },
    'a wildcard record of the domain is no key': { zone: { '*.example.com': { TXT: ['v=spf1 -all'] } } },
    'a withdrawn one alone': guessed(withdrawn, { says: /or a withdrawn one/ }),
  },
  warns: {
    'nothing can stand below, and SPF names who sends': {
      zone: { 'example.com': { TXT: ['v=spf1 include:_spf.example.net ~all'] } },
      severity: 'medium',
      says: /_domainkey.example.com does not exist.*its SPF record names "include:_spf.example.net"/,
      fix: /^Switch DKIM on for example.com/,
    },
    'the same, in the record that it is sent to': {
      zone: { 'example.com': { TXT: ['v=spf1 redirect=_spf.example.net'] } },
      says: /"redirect=_spf.example.net"/,
    },
    'the aliases of the mail host lead nowhere': {
      zone: aliases,
      says: /selector1._domainkey.example.com is an alias for selector1-example-com/,
      fix: /switch DKIM on for example.com/,
    },
  },
  tells: {
    'nothing can stand below': {
      zone: { 'example.com': { A: ['192.0.2.1'] } },
      says: /_domainkey.example.com does not exist/,
    },
    'nothing can stand below, and SPF names only the servers that a host allows for all': {
      zone: { 'example.com': { TXT: ['v=spf1 a mx -ip4:192.0.2.1 ~all'] } },
      says: /If example.com sends mail, have it signed/,
    },
    'a wildcard that says that nothing is signed': {
      zone: { '*._domainkey.example.com': { TXT: [withdrawn] } },
      says: /answers "v=DKIM1; p=": the domain says that it signs no mail/,
    },
    'a wildcard with a key': { zone: { '*._domainkey.example.com': { TXT: [rsa] } }, says: /by a wildcard record/ },
  },
  notApplicable: {
    'a message without signature': {
      subject: {
        message: {
          raw: new TextEncoder().encode('From: a@example.com\r\n\r\nHi\r\n'),
          ip: null,
          helo: null,
          mailFrom: null,
          received: new Date(),
        },
      },
    },
  },
});

it.each([
  ['of a domain with a known selector', known(rsa), 1],
  ['of a customer of Microsoft 365', { zone: { ...aliases, [target(1)]: { TXT: [rsa] } } }, 6],
  ['of a domain of which nothing is known', { zone: keyZone({ hidden: rsa }) }, 11],
])('the questions %s stay few', async (_name, world, most) => {
  const context = contextOf(world);
  await found.run(context);
  expect(new Set((context.dns as ZoneDns).asked).size).toBeLessThanOrEqual(most);
});
