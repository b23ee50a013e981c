import { proveCheck } from '../prove-fixture.ts';
import { both, busy } from './dialogue-fixture.ts';
import esmtpCaps from './esmtp-caps.ts';
import { noMx } from './mail-servers-fixture.ts';

const usual = { SIZE: '36700160', '8BITMIME': '', PIPELINING: '', STARTTLS: '' };

proveCheck(esmtpCaps, {
  passes: {
    'the usual ones': { ...both({ plainExtensions: usual, extensions: usual }), says: 'takes messages of up to 37 MB' },
    'only told in the clear': both({ plainExtensions: usual }),
    'more than the usual': {
      ...both({ extensions: { ...usual, SMTPUTF8: '' } }),
      says: 'addresses in all scripts (SMTPUTF8)',
    },
    'no limit': { ...both({ extensions: { ...usual, SIZE: '0' } }), says: 'offers the usual extensions' },
  },
  fails: { never: 'all extensions are free to be left out' },
  tells: {
    'no 8BITMIME': {
      ...both({ extensions: { SIZE: '1000000', PIPELINING: '' } }),
      says: /up to 1\.0 MB\. .*without 8BITMIME/,
    },
    EXPN: { ...both({ extensions: { ...usual, EXPN: '' } }), says: 'with EXPN' },
    'bare SMTP': { ...both({}), says: 'bare SMTP' },
  },
  undetermined: { '421': both(busy) },
  notApplicable: { 'no mail server': { zone: noMx, smtp: {} } },
});
