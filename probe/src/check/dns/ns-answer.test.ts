import { proveCheck } from '../prove-fixture.ts';
import { soa, twoServers } from './name-servers-fixture.ts';
import nsAnswer from './ns-answer.ts';

const serving = { 'example.com': { SOA: [soa()] } };

proveCheck(nsAnswer, {
  passes: {
    'both answer': {
      zone: twoServers,
      servers: { '192.0.2.53': serving, '198.51.100.53': serving },
      says: '2 name servers of example.com (ns1.example.net and ns2.example.net) answered.',
    },
    'IPv6 alone': {
      zone: { 'example.com': { NS: ['ns6.example.net'] }, 'ns6.example.net': { AAAA: ['2001:db8::53'] } },
      servers: { '2001:db8::53': serving },
    },
    'a name inside the zone of its organisation': {
      subject: { domain: 'news.example.com' },
      zone: { ...twoServers, 'news.example.com': { TXT: ['x'] } },
      servers: { '192.0.2.53': serving, '198.51.100.53': serving },
      says: 'of example.com',
    },
    'more servers than are asked': {
      zone: {
        'example.com': { NS: [1, 2, 3, 4, 5].map((number) => `ns${number}.example.net`) },
        '*.example.net': { A: ['192.0.2.53'] },
      },
      servers: { '192.0.2.53': serving },
      says: 'ns5.example.net was not asked.',
    },
  },
  fails: {
    'one that only the parent names': {
      zone: {
        ...twoServers,
        com: { NS: ['a.gtld.example'] },
        'a.gtld.example': { A: ['203.0.113.53'] },
        'old.example.org': { A: ['203.0.113.1'] },
      },
      servers: {
        '192.0.2.53': serving,
        '198.51.100.53': serving,
        '203.0.113.53': { 'example.com': { NS: ['ns1.example.net', 'ns2.example.net', 'old.example.org'] } },
        '203.0.113.1': { 'example.com': 'refused' },
      },
      says: 'The name server old.example.org (203.0.113.1) does not serve example.com',
    },
    'one refuses': {
      zone: twoServers,
      servers: { '192.0.2.53': serving, '198.51.100.53': { 'example.com': 'refused' } },
      says: /ns2\.example\.net \(198\.51\.100\.53\) does not serve example\.com: .*REFUSED/,
      fix: /take it out/,
    },
    'one knows nothing of it': {
      zone: twoServers,
      servers: { '192.0.2.53': serving, '198.51.100.53': { com: { NS: ['a.example'] } } },
      says: 'does not serve',
    },
    'one has no address': {
      zone: { 'example.com': twoServers['example.com'] ?? {}, 'ns1.example.net': { A: ['192.0.2.53'] } },
      servers: { '192.0.2.53': serving },
      says: 'The name server ns2.example.net has no address: NXDOMAIN',
    },
  },
  undetermined: {
    'one is silent': {
      zone: twoServers,
      servers: { '192.0.2.53': serving },
      says: /ns2\.example\.net: no answer came in time\. ns1\.example\.net answered/,
    },
    'no server can be reached from here': { zone: twoServers, servers: {}, says: 'may not be allowed' },
    'all refuse, as a firewall does': {
      zone: twoServers,
      servers: { '192.0.2.53': { 'example.com': 'refused' }, '198.51.100.53': { 'example.com': 'refused' } },
    },
    'the address of one is not known': {
      zone: { ...twoServers, 'ns2.example.net': 'servfail' },
      servers: { '192.0.2.53': serving },
    },
    'the name servers are not known': { zone: { 'example.com': 'servfail' } },
  },
  notApplicable: { 'no such domain': { zone: {} } },
});
