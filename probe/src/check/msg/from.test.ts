import { proveCheck } from '../prove-fixture.ts';
import from from './from.ts';
import { messageSubject } from './subject-fixture.ts';

const zone = {
  'example.com': { MX: [{ preference: 10, exchange: 'mx.example.com' }] },
  'closed.example': { MX: [{ preference: 0, exchange: '.' }] },
  'bare.example': { A: ['192.0.2.1'] },
  'six.example': { AAAA: ['2001:db8::1'] },
  'web.example': { TXT: ['nothing'] },
  'slow.example': 'timeout',
  'half.example': { A: 'servfail' },
} as const;
const of = (From: string | readonly string[] | null) => ({ subject: messageSubject({ From }), zone });

proveCheck(from, {
  passes: {
    'an MX': { ...of('Ann <ann@example.com>'), says: 'From is ann@example.com, and example.com takes mail.' },
    'an address record alone': of('ann@bare.example'),
    'IPv6 alone': of('ann@six.example'),
    'an encoded name': of('=?utf-8?B?QW5uIMOcYmVy?= <ann@example.com>'),
    'a comment and a quoted comma': of('"Meyer, Ann" <ann@example.com> (office)'),
    'a trade mark in the name': of('=?utf-8?Q?Acme=C2=AE?= <ann@example.com>'),
    'its own address as its name': of('"ann@example.com" <ann@example.com>'),
  },
  fails: {
    missing: { ...of(null), says: /no From field/ },
    'two fields': { ...of(['ann@example.com', 'bob@example.com']), says: /has 2 From fields/ },
    empty: { ...of(''), says: /holds no address/ },
    'several addresses': { ...of('ann@example.com, bob@example.com'), says: /names 2 addresses/ },
    'no address': { ...of('Ann <ann at example.com>'), says: /is no valid mail address/ },
    'one label': of('root@localhost'),
    'a null MX': { ...of('ann@closed.example'), says: /RFC 7505/, fix: /closed\.example/ },
    'no such domain': { ...of('ann@none.example'), says: /does not exist/ },
    'neither MX nor address': { ...of('ann@web.example'), says: /neither an MX nor an address/ },
  },
  warns: {
    'another address in the name': {
      ...of('"service@bank.example" <ann@example.com>'),
      says: 'shows the address service@bank.example, but the message is from ann@example.com',
    },
    'a check mark in the name': { ...of('=?utf-8?B?QW5uIOKchQ==?= <ann@example.com>'), says: /“Ann ✅”/ },
  },
  undetermined: {
    'no answer': { ...of('ann@slow.example'), says: /no answer came in time/ },
    'half an answer': { ...of('ann@half.example'), says: /SERVFAIL/ },
  },
});
