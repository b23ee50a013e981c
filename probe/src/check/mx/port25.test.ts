import { proveCheck } from '../prove-fixture.ts';
import { both, busy, closed } from './dialogue-fixture.ts';
import { noMx, twoMailServers } from './mail-servers-fixture.ts';
import port25 from './port25.ts';

proveCheck(port25, {
  passes: {
    open: { ...both({}), says: 'Port 25 is open: mx1.example.com (192.0.2.1) and mx2.example.com (192.0.2.2).' },
    'open, and then turned away': both(busy),
    'open, and then silent': both({ outcome: 'timeout', greeted: null }),
    'one is open, and to the other there is no way for this machine': {
      zone: { ...twoMailServers, 'mx2.example.com': { AAAA: ['2001:db8::2'] } },
      smtp: { '192.0.2.1': {}, '2001:db8::2': { outcome: 'not-tried', detail: 'no IPv6', connected: null } },
    },
    'one server by its address': {
      subject: { domain: null, mailServer: '192.0.2.1' },
      smtp: { '192.0.2.1': {} },
      says: 'Port 25 is open: 192.0.2.1.',
    },
  },
  fails: {
    'all refuse': { ...both(closed('connection refused')), says: 'take no connection on port 25' },
    'one refuses': {
      zone: twoMailServers,
      smtp: { '192.0.2.1': {}, '192.0.2.2': closed('connection refused') },
      says: /mx2\.example\.com \(192\.0\.2\.2\) takes no connection.*mx1\.example\.com \(192\.0\.2\.1\) does\./,
      fix: /firewall/,
    },
    'no way to one, while there is to the other': {
      zone: twoMailServers,
      smtp: { '192.0.2.1': {}, '192.0.2.2': closed('EHOSTUNREACH') },
    },
  },
  undetermined: {
    'no way out of here': { ...both(closed('ETIMEDOUT', 'timeout')), says: 'may be the network here' },
    'nothing may be connected to': {
      ...both({ outcome: 'not-tried', detail: 'not a public address', connected: null }),
      says: 'Nothing was connected to: mx1.example.com (192.0.2.1): not tried; not a public address',
    },
    'one is silent': {
      zone: twoMailServers,
      smtp: { '192.0.2.1': {}, '192.0.2.2': closed('ETIMEDOUT', 'timeout') },
      says: 'in time, while mx1.example.com (192.0.2.1) did.',
    },
  },
  notApplicable: { 'no mail server': { zone: noMx, smtp: {} }, 'nobody may connect': { zone: twoMailServers } },
});
