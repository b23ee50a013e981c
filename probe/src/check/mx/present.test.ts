import { proveCheck } from '../prove-fixture.ts';
import { noMx, nullMx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';
import present from './present.ts';

proveCheck(present, {
  passes: { 'MX records': { zone: twoMailServers, says: 'goes to mx1.example.com and mx2.example.com.' } },
  fails: {
    'neither MX nor address': { zone: noMx, says: 'neither an MX record nor an address' },
  },
  warns: {
    'its own address': {
      zone: { 'example.com': { AAAA: ['2001:db8::1'] } },
      says: '2001:db8::1',
      fix: 'example.com. IN MX 0 .',
    },
  },
  undetermined: {
    SERVFAIL: { zone: unknownMx, says: 'SERVFAIL' },
    'no MX, and an address that is not known': { zone: { 'example.com': { A: 'timeout' } } },
  },
  notApplicable: {
    'takes no mail': { zone: nullMx },
    'no such domain': { zone: {}, says: 'example.com does not exist' },
  },
});
