import { proveCheck } from '../prove-fixture.ts';
import exists from './exists.ts';

proveCheck(exists, {
  passes: {
    'a zone of its own': {
      zone: {
        'example.com': {
          SOA: [
            {
              mname: 'ns1.example.net',
              rname: 'hostmaster.example.net',
              serial: 1,
              refresh: 2,
              retry: 3,
              expire: 4,
              minimum: 5,
            },
          ],
        },
      },
      says: 'example.com exists.',
    },
    'a name inside the zone of another': {
      subject: { domain: 'mail.example.com' },
      zone: { 'mail.example.com': { A: ['192.0.2.1'] } },
    },
  },
  fails: { NXDOMAIN: { zone: {}, says: /NXDOMAIN/, fix: /renew/ } },
  undetermined: {
    SERVFAIL: { zone: { 'example.com': 'servfail' }, says: /SERVFAIL/ },
    'no answer': { zone: { 'example.com': 'timeout' }, says: /no answer/ },
    REFUSED: { zone: { 'example.com': 'refused' } },
  },
});
