import { proveCheck } from '../prove-fixture.ts';
import { careful, endless, messageWorld, unsigned } from './message-fixture.ts';
import sha1 from './sha1.ts';

const old = careful.replace('a=rsa-sha256', 'a=rsa-sha1');
const field = old.slice(0, old.indexOf('\r\n') + 2);

proveCheck(sha1, {
  passes: { 'rsa-sha256': messageWorld(careful, { says: 'The message is signed with rsa-sha256.' }) },
  fails: { 'rsa-sha1': messageWorld(old, { says: /must not accept: they take/, fix: /rsa-sha256/ }) },
  undetermined: { 'beyond the limits': endless },
  warns: { 'beside another': messageWorld(field + careful, { says: /another signature beside it/ }) },
  notApplicable: { unsigned },
});
