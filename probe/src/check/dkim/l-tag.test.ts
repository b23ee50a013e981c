import { proveCheck } from '../prove-fixture.ts';
import l from './l-tag.ts';
import { careful, endless, messageWorld, signedBy, unsigned } from './message-fixture.ts';

const partial = await signedBy('rsa', { maxBodyLength: 20 } as never);
const whole = await signedBy('rsa', { maxBodyLength: 100_000 } as never);

proveCheck(l, {
  passes: { 'no l=': messageWorld(careful, { says: /has no l=/ }) },
  fails: {
    'a part of it': messageWorld(partial, { says: /covers the first 20 bytes of the body/, fix: /leave l= out/ }),
  },
  undetermined: { 'beyond the limits': endless },
  warns: { 'all of it': messageWorld(whole, { says: /anybody can append more/ }) },
  notApplicable: { unsigned },
});
