import { proveCheck } from '../prove-fixture.ts';
import { ed25519, guessed, keyZone, known, noAnswer, notFound, rsa } from './dkim-fixture.ts';
import only from './ed25519-only.ts';
import { messageWorld, signedBy } from './message-fixture.ts';

const two = (domain: string) => ({
  subject: {
    selectors: [
      { selector: 's1', domain: 'example.com' },
      { selector: 's2', domain },
    ],
  },
});

proveCheck(only, {
  passes: {
    rsa: known(rsa),
    both: { ...two('example.com'), zone: keyZone({ s1: ed25519, s2: rsa }), says: /Beside the Ed25519 key/ },
    'a message signed with RSA': messageWorld(await signedBy('rsa')),
  },
  fails: { never: 'the signatures are valid, and some receivers take them' },
  undetermined: {
    SERVFAIL: noAnswer,
    'the other one does not answer': { ...two('example.com'), zone: keyZone({ s1: ed25519, s2: 'servfail' }) },
  },
  warns: {
    'the only one': known(ed25519, { says: /Ed25519 keys, at s1._domainkey.example.com/ }),
    'the RSA key is of another domain': {
      ...two('example.net'),
      zone: keyZone({ s1: ed25519, 's2._domainkey.example.net': rsa }),
    },
    'a message signed with it alone': messageWorld(await signedBy('ed25519'), {
      says: /example.com signs the message with Ed25519 alone/,
    }),
  },
  tells: { guessed: guessed(ed25519, { says: /does not show in the DNS/ }) },
  notApplicable: { ...notFound, 'a message without signature': messageWorld('From: a@example.com\r\n\r\nHi\r\n') },
});
