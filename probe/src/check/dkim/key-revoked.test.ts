import { proveCheck } from '../prove-fixture.ts';
import { guessed, known, noAnswer, notFound, rsa } from './dkim-fixture.ts';
import revoked from './key-revoked.ts';

proveCheck(revoked, {
  passes: { 'a key': known(rsa, { says: 'No key at s1._domainkey.example.com is withdrawn.' }) },
  fails: { 'an empty p': known('v=DKIM1; k=rsa; p=', { says: /signatures with s1 fail/, fix: /another selector/ }) },
  undetermined: { SERVFAIL: noAnswer },
  tells: {
    'of a selector that is only guessed': guessed('v=DKIM1; p=', { says: /right where nobody signs with default/ }),
  },
  notApplicable: notFound,
});
