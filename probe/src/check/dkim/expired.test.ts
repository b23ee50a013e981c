import { signByHand } from '../../verify/signed-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import expired from './expired.ts';
import { careful, endless, key, messageWorld, plain, unsigned } from './message-fixture.ts';

/** 2026-11-02T08:00:00Z. */
const T = 1_793_606_400;
const timed = (tags: string) => signByHand(plain, key, 'From', tags);

proveCheck(expired, {
  passes: {
    'still valid': messageWorld(careful, { says: /valid until 2027/ }),
    'without an end': messageWorld(timed(`t=${T};`), { says: /does not expire/ }),
  },
  fails: {
    'ended before it came': messageWorld(timed(`t=${T - 900}; x=${T - 600};`), {
      says: /expired at 2026-11-02T07:50/,
      fix: /later x=/,
    }),
    'ends before it begins': messageWorld(timed(`t=${T}; x=${T - 1};`), { fix: /lies after t=/ }),
  },
  undetermined: { 'beyond the limits': endless },
  warns: {
    'from the future': messageWorld(timed(`t=${T + 7200};`), { says: /after the message came/, fix: /clock/ }),
    'one of two': messageWorld(signByHand(careful, key, 'From', `t=${T - 900}; x=${T - 600};`, 'example.net')),
  },
  tells: { 'ended since': messageWorld(timed(`t=${T}; x=${T + 86_400};`), { says: /held when the message came/ }) },
  notApplicable: { unsigned },
});
