import { proveCheck } from '../prove-fixture.ts';
import exp from './exp.ts';
import { noOne, records, spfWorld, unread } from './spf-world-fixture.ts';

const of = (text: string) => spfWorld('v=spf1 -all exp=e.example', records({ 'e.example': text }));

proveCheck(exp, {
  passes: { 'a text': { ...of('See https://example.com/?ip=%{i} for help'), says: /%\{i\}/ } },
  fails: { never: 'the text is for people, and mail is not touched by it' },
  warns: {
    none: spfWorld('v=spf1 -all exp=gone.example', {}, { says: /where there is no text/ }),
    several: spfWorld('v=spf1 -all exp=e.example', { 'e.example': { TXT: ['a', 'b'] } }, { says: /2 TXT records/ }),
    'not ASCII': { ...of('gr\u00fc\u00dfe'), says: /not ASCII/ },
    'a broken macro': { ...of('50% off'), says: /"% off"/ },
  },
  tells: {
    'with macros in its name': spfWorld(
      'v=spf1 -all exp=%{i}.e.example',
      {},
      { says: /another text with every message/ },
    ),
    'never shown': spfWorld('v=spf1 ~all exp=e.example', records({ 'e.example': 'No' }), { says: /never shown/ }),
  },
  undetermined: { ...unread, 'the text': spfWorld('v=spf1 -all exp=e.example', { 'e.example': 'timeout' }) },
  notApplicable: { ...noOne, 'no exp': spfWorld('v=spf1 -all') },
});
