import { signByHand } from '../../verify/signed-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import from from './from-signed.ts';
import { careful, endless, key, messageWorld, plain, signedBy, unsigned } from './message-fixture.ts';

proveCheck(from, {
  passes: {
    'signed twice': messageWorld(careful, { says: 'From is signed, and no second one can be put in.' }),
    'signed once': messageWorld(await signedBy('rsa', { headerList: 'From:To:Subject' }), { says: /lists it once/ }),
  },
  fails: {
    'not signed': messageWorld(signByHand(plain, key, 'To:Subject'), {
      says: /does not cover From/,
      fix: /example.com list From/,
    }),
    'two From fields': messageWorld(`From: eve@example.org\r\n${signByHand(plain, key, 'From:To')}`, {
      says: /2 From fields/,
    }),
  },
  undetermined: { 'beyond the limits': endless },
  warns: {
    'one of two does not': messageWorld(signByHand(careful, key, 'To', '', 'example.net'), { says: /example.net/ }),
  },
  notApplicable: { unsigned },
});
