import { proveCheck } from '../prove-fixture.ts';
import { noAnswer, noRecord, published } from './dmarc-fixture.ts';
import ruf from './ruf-fo.ts';

proveCheck(ruf, {
  passes: {
    'ruf and fo': published('v=DMARC1; p=none; ruf=mailto:a@example.com; fo=1', {
      says: /failure reports send them to a@example.com when/,
    }),
  },
  fails: { never: 'failure reports are a matter of taste, and few receivers send any' },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    'fo without ruf': published('v=DMARC1; p=none; fo=1', { says: /fo=1 has no effect/, fix: /Take fo out/ }),
    'an option that does not exist': published('v=DMARC1; p=none; ruf=mailto:a@example.com; fo=2', {
      says: /fo is "2"/,
    }),
    'an address without mailto:': published('v=DMARC1; p=none; ruf=a@example.com; fo=1', { says: /^ruf names/ }),
    'a service that does not want them': published('v=DMARC1; p=none; ruf=mailto:a@report.example; fo=1', {
      fix: 'example.com._report._dmarc.report.example. IN TXT "v=DMARC1"',
    }),
  },
  tells: { 'ruf alone': published('v=DMARC1; p=none; ruf=mailto:a@example.com', { says: /With fo=1/ }) },
  notApplicable: { neither: published('v=DMARC1; p=none; rua=a@example.com'), 'no record': noRecord },
});
