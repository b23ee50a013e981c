import { proveCheck } from '../prove-fixture.ts';
import { guessed, known, noAnswer, notFound, rsa } from './dkim-fixture.ts';
import testing from './key-testing.ts';

proveCheck(testing, {
  passes: { 'no flag': known(rsa), 'another flag': known(`${rsa}; t=s`) },
  fails: { never: 'most receivers take no notice of the flag' },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    't=y': known(`${rsa}; t=y`, { says: /only tests DKIM/, fix: `TXT "${rsa.slice(0, 255)}" "${rsa.slice(255)}"` }),
    'both flags, guessed': guessed(`${rsa}; t=y:s`),
  },
  notApplicable: notFound,
});
