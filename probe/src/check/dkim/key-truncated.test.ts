import { proveCheck } from '../prove-fixture.ts';
import { ed25519, guessed, known, noAnswer, notFound, rsa, rsaP } from './dkim-fixture.ts';
import truncated from './key-truncated.ts';

const bytes = rsaP(2048);

proveCheck(truncated, {
  passes: {
    'in two strings': known(rsa, { says: 'The key at s1._domainkey.example.com is whole.' }),
    ed25519: known(ed25519),
    'a withdrawn key': known('v=DKIM1; p='),
  },
  fails: {
    'cut after 255 characters': known(rsa.slice(0, 255), { says: /The key is cut/, fix: /several character-strings/ }),
    'lines of a key file': known(`v=DKIM1; p=-----BEGIN PUBLIC KEY-----${bytes}-----END PUBLIC KEY-----`, {
      fix: /TXT "v=DKIM1; k=rsa; p=MII/,
    }),
    'a sign that is none of base64': known(`v=DKIM1; p=${bytes.slice(0, 50)}*${bytes.slice(50)}`),
    'no key at all': known('v=DKIM1; p=AAAA', { says: /no key that can be read/ }),
  },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    'blanks inside': known(`v=DKIM1; k=rsa; p=${bytes.slice(0, 64)} ${bytes.slice(64)}`, {
      says: /Blanks stand inside/,
      fix: `p=${bytes.slice(0, 100)}`,
    }),
    'a cut one that was only guessed': guessed(rsa.slice(0, 255)),
  },
  notApplicable: { ...notFound, 'quotation marks hide it': known(`"${rsa}"`, { says: /has to be written rightly/ }) },
});
