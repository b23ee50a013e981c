import { proveCheck } from '../prove-fixture.ts';
import { mx, nullMx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';
import notCname from './not-cname.ts';

proveCheck(notCname, {
  passes: { hosts: { zone: twoMailServers } },
  fails: {
    'an alias': {
      zone: {
        'example.com': { MX: mx('mail.example.com') },
        'mail.example.com': { CNAME: ['host.example.net'] },
        'host.example.net': { A: ['192.0.2.1'] },
      },
      says: 'mail.example.com is an alias of host.example.net',
      fix: 'example.com. IN MX 10 host.example.net.',
    },
    'an alias that leads nowhere': {
      zone: { 'example.com': { MX: mx('mail.example.com') }, 'mail.example.com': { CNAME: ['gone.example.net'] } },
    },
  },
  undetermined: {
    'an address is not known': { zone: { ...twoMailServers, 'mx2.example.com': 'servfail' }, says: 'mx2.example.com' },
    'the MX records are not known': { zone: unknownMx },
  },
  notApplicable: { 'takes no mail': { zone: nullMx } },
});
