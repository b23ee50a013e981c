import { proveCheck } from '../prove-fixture.ts';
import leftover from './m365-token-leftover.ts';
import { mx, noMx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';

const TOKEN = 'ms12345678.msv1.invalid';

proveCheck(leftover, {
  passes: {
    'Microsoft 365 without one': { zone: { 'example.com': { MX: mx('example-com.mail.protection.outlook.com') } } },
  },
  fails: {
    'the only one': { zone: { 'example.com': { MX: mx(TOKEN) } }, says: 'as the only server', fix: /TXT/ },
    'before the real one': { zone: { 'example.com': { MX: mx(TOKEN, 'mx1.example.com') } }, says: 'before or beside' },
    'beside the real one': {
      zone: {
        'example.com': {
          MX: [
            { preference: 10, exchange: 'mx1.example.com' },
            { preference: 10, exchange: TOKEN },
          ],
        },
      },
    },
  },
  warns: {
    'after the real ones': { zone: { 'example.com': { MX: mx('mx1.example.com', TOKEN) } }, says: /"MX 20 ms12345678/ },
  },
  undetermined: { SERVFAIL: { zone: unknownMx } },
  notApplicable: {
    'no MX': { zone: noMx },
    'no server of Microsoft': { zone: twoMailServers, says: 'names no server of Microsoft 365' },
    'another provider': { zone: { 'example.com': { MX: mx('smtp.google.com') } } },
  },
});
