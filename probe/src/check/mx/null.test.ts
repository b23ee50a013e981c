import { proveCheck } from '../prove-fixture.ts';
import { mx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';
import nullMx from './null.ts';

const NONE = { preference: 0, exchange: '.' };
const silent = { TXT: ['v=spf1 -all'] };

proveCheck(nullMx, {
  passes: {
    'takes and sends nothing': {
      zone: {
        'example.com': { MX: [NONE], ...silent },
        '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject; rua=mailto:a@example.net'] },
      },
    },
  },
  fails: {
    'beside a real one': {
      zone: { 'example.com': { MX: [NONE, ...mx('mx1.example.com')] } },
      says: 'names mx1.example.com as well',
      fix: /"0 \."/,
    },
  },
  warns: {
    'another preference': {
      zone: { 'example.com': { MX: [{ preference: 10, exchange: '.' }] } },
      says: 'should have the preference 0, and has 10',
    },
  },
  tells: {
    'still sends': {
      zone: { 'example.com': { MX: [NONE], TXT: ['v=spf1 include:example.net -all'] } },
      says: 'many servers refuse its mail',
      fix: /example\.com\. IN TXT "v=spf1 -all"\n_dmarc\.example\.com\. IN TXT "v=DMARC1; p=reject"/,
    },
    'a policy that does not refuse': {
      zone: {
        'example.com': { MX: [NONE], ...silent },
        '_dmarc.example.com': { TXT: ['v=DMARC1; p=none; sp=reject'] },
      },
    },
  },
  undetermined: {
    SERVFAIL: { zone: unknownMx },
    'its policy is not known': { zone: { 'example.com': { MX: [NONE], ...silent }, '_dmarc.example.com': 'timeout' } },
  },
  notApplicable: { 'takes mail': { zone: twoMailServers } },
});
