import { proveCheck } from '../prove-fixture.ts';
import { mx, noMx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';
import mixedProviders from './mixed-providers.ts';

const microsoft = 'example-com.mail.protection.outlook.com';
const google = 'aspmx.l.google.com';
const zone = (...hosts: string[]) => ({ 'example.com': { MX: mx(...hosts) } });

proveCheck(mixedProviders, {
  passes: {
    'one provider': { zone: zone(google, 'alt1.aspmx.l.google.com'), says: 'belong to Google' },
    'a proof of ownership beside, which is no provider': {
      zone: zone(microsoft, 'ms12345678.msv1.invalid'),
      says: /^All mail servers of example\.com belong to Microsoft 365/,
    },
    'a null MX beside, which is no provider': {
      zone: zone('.', google),
      says: 'All mail servers of example.com belong to Google Workspace.',
    },
    'servers of its own': { zone: twoMailServers },
    'a filter before a provider': { zone: zone('mx1.iphmx.com', microsoft), says: 'go together' },
  },
  fails: {
    'two, one after the other': {
      zone: zone(microsoft, google),
      says: /Microsoft 365.* and Google Workspace \(aspmx\.l\.google\.com\): mail goes to one or the other, whenever/,
      fix: /remove the MX records of the other/,
    },
    'two side by side': {
      zone: {
        'example.com': {
          MX: [
            { preference: 1, exchange: microsoft },
            { preference: 1, exchange: google },
          ],
        },
      },
      says: 'by chance',
    },
  },
  undetermined: { SERVFAIL: { zone: unknownMx } },
  notApplicable: { 'no MX': { zone: noMx }, 'an address in place of a name': { zone: zone('192.0.2.1') } },
});
