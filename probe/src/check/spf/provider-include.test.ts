import { proveCheck } from '../prove-fixture.ts';
import providerInclude from './provider-include.ts';
import { noOne, records, spfWorld, unread } from './spf-world-fixture.ts';

const at = (exchange: string) => ({ 'example.com': { MX: [{ preference: 0, exchange }] } });
const microsoft = at('example-com.mail.protection.outlook.com');
const theirs = records({ 'spf.protection.outlook.com': 'v=spf1 ip4:198.51.100.0/24 -all' });

proveCheck(providerInclude, {
  passes: {
    included: spfWorld(
      'v=spf1 include:spf.protection.outlook.com -all',
      { ...microsoft, ...theirs },
      { says: /Microsoft 365/ },
    ),
    'by way of another': spfWorld('v=spf1 include:a.example -all', {
      ...microsoft,
      ...theirs,
      ...records({ 'a.example': 'v=spf1 include:spf.protection.outlook.com -all' }),
    }),
  },
  fails: { never: 'whether a domain sends through the provider of its mailboxes cannot be seen from outside' },
  warns: {
    missing: spfWorld('v=spf1 ip4:192.0.2.1 -all', microsoft, {
      says: /does not have include:spf\.protection\.outlook\.com/,
      fix: 'example.com. IN TXT "v=spf1 ip4:192.0.2.1 include:spf.protection.outlook.com -all"',
    }),
    'one of several': spfWorld('v=spf1 -all', at('mx.zoho.com'), {
      fix: /one of include:zoho\.com and include:zohomail\.com/,
    }),
    'after the end': spfWorld('v=spf1 -all include:spf.protection.outlook.com', { ...microsoft, ...theirs }),
  },
  undetermined: {
    ...unread,
    MX: { zone: { 'example.com': { TXT: ['v=spf1 -all'], MX: 'timeout' } } },
    'an included record': spfWorld('v=spf1 include:a.example -all', { ...microsoft, 'a.example': 'timeout' }),
  },
  notApplicable: {
    ...noOne,
    'servers of its own': spfWorld('v=spf1 mx -all', at('mail.example.com')),
    'no MX': spfWorld('v=spf1 mx -all'),
  },
});
