import { proveCheck } from '../prove-fixture.ts';
import mxLimit from './mx-limit.ts';
import { hosts, noOne, records, spfWorld, unread } from './spf-world-fixture.ts';

const servers = (count: number) => ({
  MX: Array.from({ length: count }, (_, at) => ({ preference: at, exchange: `h${at}.hosts.example` })),
});

proveCheck(mxLimit, {
  passes: {
    ten: spfWorld(
      'v=spf1 mx -all',
      { ...hosts(10), 'example.com': servers(10) },
      { says: /stands for 10 of at most 10/ },
    ),
  },
  fails: {
    eleven: spfWorld(
      'v=spf1 mx -all',
      { ...hosts(11), 'example.com': servers(11) },
      { says: /11 mail servers of example\.com/, fix: /place of "mx"/ },
    ),
    'in an included record': spfWorld(
      'v=spf1 include:a.example -all',
      { ...hosts(11), ...records({ 'a.example': 'v=spf1 mx:b.example -all' }), 'b.example': servers(11) },
      { fix: /whoever runs a\.example/ },
    ),
  },
  undetermined: { ...unread, 'the MX records': spfWorld('v=spf1 mx -all', { 'example.com': { MX: 'timeout' } }) },
  notApplicable: { ...noOne, 'no mx': spfWorld('v=spf1 -all') },
});
