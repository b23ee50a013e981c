import { signByHand } from '../../verify/signed-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import identity from './identity.ts';
import { careful, endless, key, messageWorld, plain, unsigned } from './message-fixture.ts';

const by = (i: string) => signByHand(plain, key, 'From', `i=${i};`);
const strict = { 's1._domainkey.example.com': { TXT: [key.record.replace('k=rsa', 'k=rsa; t=s')] } };

proveCheck(identity, {
  passes: {
    'a user of the domain': messageWorld(by('ada@example.com'), {
      says: 'ada@example.com (i=) is in example.com (d=).',
    }),
    'a subdomain': messageWorld(by('@mail.example.com')),
  },
  fails: {
    'another domain': messageWorld(by('ada@example.org'), { says: /names ada@example.org/, fix: /leave i= out/ }),
    'a subdomain against t=s': messageWorld(by('@mail.example.com'), {
      zone: strict,
      says: /t=s/,
      fix: /take t=s out/,
    }),
  },
  undetermined: { 'beyond the limits': endless },
  warns: { 'one of two': messageWorld(signByHand(careful, key, 'From', 'i=@example.org;', 'example.net')) },
  notApplicable: { unsigned, 'no identity': messageWorld(careful) },
});
