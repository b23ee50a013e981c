import type { Zone } from '@whybounce/core/dns';
import { proveCheck } from '../prove-fixture.ts';
import mode from './mode.ts';
import { policy, serving, zoneWith } from './sts-fixture.ts';

const reports: Zone = { '_smtp._tls.example.com': { TXT: ['v=TLSRPTv1; rua=mailto:tls@example.com'] } };

proveCheck(mode, {
  passes: {
    enforced: { ...serving(policy('enforce')), says: 'is enforced. Senders remember it for 14 days.' },
    'for a day': { ...serving(policy('enforce', 'max_age: 86400')), says: '24 hours. A few weeks are usual.' },
  },
  fails: { never: 'A policy in test or with a short life costs no mail, so that it is a warning.' },
  warns: {
    'in a test, with reports': {
      ...serving(policy('testing'), reports),
      says: 'nothing is protected yet. Senders remember it for 14 days.',
      fix: /^Wait until .* Serve the file below at https:\/\/mta-sts\.example\.com\/\.well-known\/mta-sts\.txt, and then publish the record _mta-sts\.example\.com with the text "v=STSv1; id=20261128120000;"\.\nversion: STSv1\nmode: enforce\n(?:mx: .*\n){2}max_age: \d+\n$/,
    },
    'in a test, without reports': {
      ...serving(policy('testing')),
      says: 'nobody learns what the test shows',
      fix: /_smtp\._tls\.example\.com first/,
    },
    'reports are not known': serving(policy('testing'), { '_smtp._tls.example.com': 'timeout' }),
    'in a test, with a server missing': {
      ...serving(policy('testing').replace('mx2', 'mx3'), reports),
      fix: /First add mx2\.example\.com/,
    },
    'remembered for an hour': { ...serving(policy('enforce', 'max_age: 3600')), says: '3600 seconds', fix: /1209600/ },
  },
  tells: { withdrawn: { ...serving(policy('none')), says: 'MTA-STS is withdrawn' } },
  undetermined: {
    'the record is not known': { zone: zoneWith(null, { '_mta-sts.example.com': 'servfail' }), https: {} },
    'it could not be fetched': serving({ outcome: 'broken' }),
  },
  notApplicable: {
    'no record': { zone: zoneWith(null), https: {} },
    'an unknown mode': serving(policy('report')),
    'max_age cannot be read': serving(policy('enforce', 'max_age: soon')),
  },
});
