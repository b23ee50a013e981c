import { proveCheck } from '../prove-fixture.ts';
import heloOnly from './helo-only.ts';

const never = { never: 'which name is looked at is neither right nor wrong, and needs no look-up' };

proveCheck(heloOnly, {
  passes: never,
  fails: never,
  undetermined: never,
  tells: {
    'of the domain': { subject: { mailFrom: '', helo: 'mail.example.com' }, says: /that name counts for example\.com/ },
    'of another': { subject: { mailFrom: '', helo: 'mail.example.net' }, says: /does not count for example\.com/ },
    'no domain': { subject: { mailFrom: '', helo: 'mail.example.net', domain: null }, says: /by mail\.example\.net/ },
    unknown: { subject: { mailFrom: '' }, says: /not known here/ },
    'no host name': { subject: { mailFrom: '', helo: '[192.0.2.1]' }, says: /no host name/ },
  },
  notApplicable: { 'a return path': { subject: { mailFrom: 'ann@example.com' } } },
});
