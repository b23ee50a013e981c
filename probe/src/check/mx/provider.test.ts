import { proveCheck } from '../prove-fixture.ts';
import { mx, noMx, nullMx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';
import provider from './provider.ts';

const zone = (...hosts: string[]) => ({ 'example.com': { MX: mx(...hosts) } });
const filter = 'mxa-00012345.gslb.pphosted.com';

proveCheck(provider, {
  passes: { never: 'who takes the mail is neither good nor bad' },
  fails: { never: 'who takes the mail is neither good nor bad' },
  tells: {
    'a known provider': { zone: zone('example-com.mail.protection.outlook.com'), says: /goes to Microsoft 365/ },
    'a null MX and an address beside, which are nobody': {
      zone: zone('.', '192.0.2.1', 'smtp.google.com'),
      says: /^Mail for example\.com goes to Google Workspace\.$/,
    },
    'servers of its own': { zone: twoMailServers, says: 'servers of its own (mx1.example.com and mx2.example.com)' },
    'servers of somebody': { zone: zone('mx.example.net'), says: 'servers of example.net' },
    'a filter, and nothing tells what is behind': { zone: zone(filter), says: /a mail filter\. Where the mailboxes/ },
    'a filter before Microsoft 365': {
      zone: { ...zone(filter), 'autodiscover.example.com': { CNAME: ['autodiscover.outlook.com'] } },
      says: /are most likely with Microsoft 365.*, by autodiscover\.outlook\.com\./,
    },
    'a filter and an SPF record': {
      zone: { 'example.com': { MX: mx(filter), TXT: ['v=spf1 include:spf.protection.outlook.com -all'] } },
      says: /may be with Microsoft 365.*, by spf\.protection\.outlook\.com\./,
    },
    'its own address': { zone: { 'example.com': { A: ['192.0.2.1'] } }, says: '192.0.2.1' },
  },
  undetermined: { SERVFAIL: { zone: unknownMx } },
  notApplicable: {
    'no mail server': { zone: noMx },
    'takes no mail': { zone: nullMx },
    'an address': { zone: zone('192.0.2.1') },
  },
});
