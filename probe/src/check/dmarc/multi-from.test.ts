import { endless, messageWorld, plain } from '../dkim/message-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import multi from './multi-from.ts';

const from = (line: string) => messageWorld(plain.replace('From: Ada <ada@example.com>\r\n', line));

proveCheck(multi, {
  passes: {
    'one address': messageWorld(plain, { says: 'From names one domain: example.com.' }),
    'two addresses of one domain': from('From: ada@example.com, bob@example.com\r\n'),
  },
  fails: {
    'two fields': { ...from('From: ada@example.com\r\nFrom: eve@example.org\r\n'), says: /has 2 From fields/ },
    'two domains': {
      ...from('From: ada@example.com, eve@example.org\r\n'),
      says: /addresses of 2 domains \(example.com and example.org\)/,
      fix: /one From field with one address/,
    },
    'no field': { ...from(''), says: /has no From field/ },
    'no address': { ...from('From: Ada\r\n'), says: /no address with a domain|cannot exist/ },
  },
  undetermined: { 'beyond the limits': endless },
});
