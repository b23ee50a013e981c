import { proveCheck } from '../prove-fixture.ts';
import size from './size.ts';
import { noOne, spfWorld, unread } from './spf-world-fixture.ts';

const ranges = (count: number) => Array.from({ length: count }, (_, at) => `ip4:198.51.100.${100 + at}`).join(' ');
const strings = (...TXT: string[][]) => ({ zone: { 'example.com': { TXT } } });

proveCheck(size, {
  passes: {
    short: spfWorld('v=spf1 mx -all', {}, { says: /has 14 octets/ }),
    'cut within a term': strings(['v=spf1 inclu', 'de:a.example -all']),
    'a joint with its blank': strings(['v=spf1 include:a.example ', 'include:b.example -all']),
    'cut where a name goes on': strings(['v=spf1 include:', 'a.example -all']),
  },
  fails: {
    'a joint without a blank': {
      ...strings(['v=spf1 include:a.example', 'include:b.example -all']),
      says: /"include:a\.exampleinclude:b\.example" as one term/,
      fix: 'example.com. IN TXT "v=spf1 include:a.example include:b.example -all"',
    },
  },
  warns: {
    'an answer beyond one packet': spfWorld(
      ['v=spf1 mx -all', ...Array.from({ length: 10 }, (_, at) => `${at}${'x'.repeat(140)}`)],
      {},
      {
        says: /1232 fit into one packet/,
        fix: /it has 10 beside SPF/,
      },
    ),
    'a long record': spfWorld(`v=spf1 ${ranges(25)} -all`, {}, { says: /has 486 octets/, fix: /_spf1\.example\.com/ }),
    'a long set': spfWorld(['v=spf1 -all', 'x'.repeat(500)], {}, { says: /2 TXT records/ }),
  },
  undetermined: unread,
  notApplicable: noOne,
});
