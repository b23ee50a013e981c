import { proveCheck } from '../prove-fixture.ts';
import tenantMatch from './m365-tenant-match.ts';
import { mx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';

const zone = (label: string, own: { A?: string[] } | 'timeout' = { A: ['192.0.2.1'] }) => ({
  'example.com': { MX: mx(`${label}.mail.protection.outlook.com`) },
  [`${label}.mail.protection.outlook.com`]: own,
});

proveCheck(tenantMatch, {
  passes: { 'its own': { zone: zone('example-com'), says: 'was made for example.com' } },
  fails: {
    'a slip in the name': {
      zone: { 'example.com': { MX: mx('exmaple-com.mail.protection.outlook.com') } },
      says: 'a slip in the name',
      fix: /admin center.*example-com\.mail\.protection\.outlook\.com/s,
    },
  },
  warns: {
    'that of another domain': { zone: zone('example-net'), says: 'was made for example.net, not for example.com' },
  },
  tells: { 'that of the organisation': { zone: zone('contoso'), says: 'its name does not tell' } },
  undetermined: { SERVFAIL: { zone: unknownMx } },
  notApplicable: { 'another provider': { zone: twoMailServers } },
});
