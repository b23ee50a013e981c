import { edited, signByHand } from '../../verify/signed-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import { careful, endless, key, messageWorld, plain, unsigned } from './message-fixture.ts';
import replayable from './replayable.ts';

const bulk = edited(plain, 'MIME-Version', 'List-Unsubscribe: <https://example.com/u>\r\nMIME-Version');

proveCheck(replayable, {
  passes: {
    'it ends': messageWorld(careful, { says: /The signature ends at 2027/ }),
    'nothing can be put in': messageWorld(signByHand(plain, key, 'From:From:To:To:Subject:Subject'), {
      says: /No second To/,
    }),
  },
  fails: { never: 'a signature that can be sent again is valid all the same' },
  undetermined: { 'beyond the limits': endless },
  warns: { 'bulk mail': messageWorld(signByHand(bulk, key, 'From:To:Subject'), { fix: /example.com write x=/ }) },
  tells: { 'a letter': messageWorld(signByHand(plain, key, 'From:To:Subject'), { says: /never ends/ }) },
  notApplicable: { unsigned, 'a broken one': messageWorld(edited(careful, 'Friday', 'Monday')) },
});
