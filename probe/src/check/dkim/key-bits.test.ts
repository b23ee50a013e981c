import { proveCheck } from '../prove-fixture.ts';
import { ed25519, guessed, known, noAnswer, notFound, rsa, rsaP } from './dkim-fixture.ts';
import bits from './key-bits.ts';

const of = (length: number) => `v=DKIM1; k=rsa; p=${rsaP(length)}`;

proveCheck(bits, {
  passes: {
    2048: known(rsa, { says: 'is long enough (RSA with 2048 bits).' }),
    4096: known(of(4096)),
    ed25519: known(ed25519, { says: 'long enough (Ed25519)' }),
  },
  fails: { 768: known(of(768), { says: /has 768 bits/, fix: /2048 bits, under a new selector/ }) },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    1024: known(of(1024), { says: /1024 bits, which verifiers still take/ }),
    8192: known(of(8192), { says: /need not be able to check/ }),
    'a short one that was only guessed': guessed(of(512)),
  },
  notApplicable: { ...notFound, 'a withdrawn key': known('v=DKIM1; p='), 'a cut key': known(rsa.slice(0, 200)) },
});
