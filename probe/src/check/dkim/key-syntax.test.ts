import { proveCheck } from '../prove-fixture.ts';
import { ed25519, guessed, known, noAnswer, notFound, rsa, rsaP } from './dkim-fixture.ts';
import syntax from './key-syntax.ts';

const bytes = rsaP(2048);

proveCheck(syntax, {
  passes: {
    rsa: known(rsa, { says: 'The key at s1._domainkey.example.com is written as it should be.' }),
    ed25519: known(ed25519),
    'a note and a flag for no subdomains': known(`${rsa}; t=s; n=note`),
    'what other checks tell': known('v=DKIM1; p='),
  },
  fails: {
    'the version in the wrong place': known(`k=rsa; v=DKIM1; p=${bytes}`, {
      says: /not the first tag/,
      fix: `s1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p=${bytes.slice(0, 230)}`,
    }),
    quotes: known(`"v=DKIM1; k=rsa; p=${bytes.slice(0, 200)}" "${bytes.slice(200)}"`, {
      says: /quotation mark/,
      fix: `TXT "v=DKIM1; k=rsa; p=${bytes.slice(0, 200)}`,
    }),
    backslashes: known(`v=DKIM1\\; k=rsa\\; p=${bytes}`, { says: /backslash/, fix: /TXT "v=DKIM1; k=rsa; p=/ }),
    'the wrong kind of key': known(`v=DKIM1; k=ed25519; p=${bytes}`, { says: /k=ed25519/, fix: /k=rsa/ }),
    'a tag twice': known(`${rsa}; k=rsa`, { says: /repeats a tag/ }),
    'a key in two records': known([rsa.slice(0, 255), rsa.slice(255)], {
      says: /published at s1._domainkey.example.com as 2 records/,
      fix: `TXT "${rsa.slice(0, 255)}" "${rsa.slice(255)}"`,
    }),
    'two keys': known([rsa, ed25519], { says: /holds 2 records: which of them/ }),
    'no key': known('v=DKIM1; k=rsa', { says: /no p tag/ }),
  },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    'no version': known(`k=rsa; p=${bytes}`, { says: /does not begin with v=DKIM1/ }),
    'another text beside it': known(['v=spf1 -all', rsa], { says: /of which one is a key/ }),
    'a fault of a key that was only guessed': guessed(`k=rsa; v=DKIM1; p=${bytes}`, { says: /^default._domainkey/ }),
  },
  notApplicable: notFound,
});
