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
  warns: {
    'one of two addresses of the domain itself refuses': {
      zone: { 'example.com': { A: ['192.0.2.1', '192.0.2.2'] } },
      smtp: { '192.0.2.1': {}, '192.0.2.2': closed('connection refused') },
      says: 'has no MX record',
      severity: 'low',
      fix: /example\.com\. IN MX 0 \./,
    },
  },
  tells: {
    'a web server alone, of a domain that sends nothing': {
      zone: { 'example.com': { A: ['192.0.2.80'], TXT: ['v=spf1 -all'] } },
      smtp: { '192.0.2.80': closed('connection refused') },
      says: /example\.com \(192\.0\.2\.80\) takes no connection.*sends no mail/,
      fix: /example\.com\. IN MX 0 \./,
    },
    'and it is silent': {
      zone: { 'example.com': { A: ['192.0.2.80'], TXT: ['v=spf1 -all'] } },
      smtp: { '192.0.2.80': closed('ETIMEDOUT', 'timeout') },
    },
  },
  undetermined: {
    'all refuse, which the network here may do': {
      ...both(closed('connection refused')),
      says: /mx1\.example\.com.* refuse every connection.*or the network here/,
      fix: /another network/,
    },
    'a web server alone': {
      zone: { 'example.com': { A: ['192.0.2.80'], TXT: ['v=spf1 include:_spf.example.net -all'] } },
      smtp: { '192.0.2.80': closed('connection refused') },
      fix: /example\.com\. IN MX 0 \./,
    },
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
