import { proveCheck } from '../prove-fixture.ts';
import { twoServers } from './name-servers-fixture.ts';
import nsCount from './ns-count.ts';

proveCheck(nsCount, {
  passes: {
    'two on two addresses': { zone: twoServers, says: '2 name servers on 2 addresses' },
    'one name with two addresses': {
      zone: { 'example.com': { NS: ['ns.example.net'] }, 'ns.example.net': { A: ['192.0.2.53', '192.0.2.54'] } },
    },
    'two are known and a third is not': {
      zone: {
        ...twoServers,
        'example.com': { NS: ['ns1.example.net', 'ns2.example.net', 'ns3.example.net'] },
        'ns3.example.net': 'timeout',
      },
    },
  },
  fails: {
    'a single one': {
      zone: { 'example.com': { NS: ['ns1.example.net'] }, 'ns1.example.net': { A: ['192.0.2.53'] } },
      says: 'a single name server, ns1.example.net',
    },
    'two on one address': {
      zone: { ...twoServers, 'ns2.example.net': { A: ['192.0.2.53'] } },
      says: 'all on the one address 192.0.2.53',
    },
    'none has an address': {
      zone: { 'example.com': twoServers['example.com'] ?? {} },
      says: 'none of which has an address',
    },
  },
  undetermined: {
    'an address is not known': { zone: { ...twoServers, 'ns2.example.net': 'servfail' }, says: /ns2.*SERVFAIL/ },
    'the name servers are not known': { zone: { 'example.com': { NS: 'timeout' } } },
  },
  notApplicable: { 'no such domain': { zone: {} } },
});
