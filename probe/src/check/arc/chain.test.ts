import { edited, seal } from '../../verify/signed-fixture.ts';
import { careful, endless, key, messageWorld, plain } from '../dkim/message-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import chain from './chain.ts';

const zone = {
  'arc._domainkey.hop1.example': { TXT: [key.record] },
  'arc._domainkey.hop2.example': { TXT: [key.record] },
};
const one = await seal(careful, key, 1, 'none');
const two = await seal(`${one}Footer\r\n`, key, 2, 'pass');

proveCheck(chain, {
  passes: {
    'one hop': messageWorld(one, {
      zone,
      says: 'The ARC chain of 1 hop holds (hop1.example). Nobody changed the message since the first hop.',
    }),
    'a hop that changed the message': messageWorld(two, {
      zone,
      says: /of 2 hops holds \(hop1.example, then hop2.example\). The message is as hop 2, hop2.example, sent it on/,
    }),
  },
  fails: { never: 'the chain concerns forwarders, and receivers that do not know it do without' },
  undetermined: {
    'a key does not answer': messageWorld(one, {
      zone: { 'arc._domainkey.hop1.example': 'servfail' },
      says: /arc._domainkey.hop1.example could not be fetched \(servfail\)/,
    }),
    'beyond the limits': endless,
  },
  warns: {
    'changed after the last hop': messageWorld(edited(one, 'Friday', 'Monday'), {
      zone,
      says: /breaks at hop 1, hop1.example: the message was changed after/,
    }),
    'a seal that does not fit': messageWorld(
      edited(two, 'spf=pass smtp.mailfrom=example.com', 'spf=fail smtp.mailfrom=example.com'),
      {
        zone,
        says: /its seal does not fit/,
        fix: /Nothing for the sender/,
      },
    ),
    'no key': messageWorld(one, { says: /key of its seal is not published/ }),
  },
  notApplicable: { 'no chain': messageWorld(plain, { says: /no ARC chain/ }) },
});
