import { proveCheck } from '../prove-fixture.ts';
import bannerTime from './banner-time.ts';
import { both, closed } from './dialogue-fixture.ts';
import { noMx } from './mail-servers-fixture.ts';

proveCheck(bannerTime, {
  passes: { 'at once': both({ connected: 40, greeted: 90 }) },
  fails: { never: 'a delay costs no mail, and is mostly meant' },
  warns: {
    'slow to connect to': { ...both({ connected: 6000, greeted: 6100 }), says: 'took 6.0 seconds to connect to' },
  },
  tells: {
    'a pause before the greeting': {
      ...both({ connected: 40, greeted: 15_706 }),
      says: /greets after 15\.7 seconds.*on purpose/,
    },
  },
  undetermined: { 'no greeting': both(closed('ETIMEDOUT', 'timeout')) },
  notApplicable: { 'no mail server': { zone: noMx, smtp: {} } },
});
