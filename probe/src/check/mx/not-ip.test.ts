import { proveCheck } from '../prove-fixture.ts';
import { mx, noMx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';
import notIp from './not-ip.ts';

const zone = (exchange: string) => ({ 'example.com': { MX: mx(exchange) } });

proveCheck(notIp, {
  passes: {
    names: { zone: twoMailServers },
    'a name that holds an address': { zone: zone('192.0.2.1.example.net') },
  },
  fails: {
    IPv4: {
      zone: zone('192.0.2.1'),
      says: '"MX 10 192.0.2.1"',
      fix: 'mail.example.com. IN A 192.0.2.1\nexample.com. IN MX 10 mail.example.com.',
    },
    'in brackets': { zone: zone('[192.0.2.1]'), fix: 'A 192.0.2.1' },
    IPv6: { zone: zone('2001:db8::1'), fix: 'AAAA 2001:db8::1' },
    'alone, so that no mail arrives': { zone: zone('192.0.2.1'), severity: 'critical' },
    'beside a name': {
      zone: { 'example.com': { MX: mx('192.0.2.1', 'mx1.example.com') }, 'mx1.example.com': { A: ['192.0.2.2'] } },
      severity: 'high',
    },
    'while mail.example.com is another machine': {
      zone: { ...zone('192.0.2.1'), 'mail.example.com': { A: ['192.0.2.9'] } },
      fix: /^.*name that is not taken.*\nmx\.example\.com\. IN A 192\.0\.2\.1\nexample\.com\. IN MX 10 mx\.example\.com\.$/,
    },
    'while mail.example.com is an alias of another host': {
      zone: { ...zone('2001:db8::1'), 'mail.example.com': { CNAME: ['web.example.net'] } },
      fix: /\nmx\.example\.com\. IN AAAA 2001:db8::1\n/,
    },
    'while mail.example.com is that machine': {
      zone: { ...zone('192.0.2.1'), 'mail.example.com': { A: ['192.0.2.1'] } },
      fix: /mail\.example\.com leads to 192\.0\.2\.1 already.*\nexample\.com\. IN MX 10 mail\.example\.com\.$/,
    },
    'while every name is taken': {
      zone: { ...zone('192.0.2.1'), '*.example.com': { A: ['192.0.2.9'] } },
      fix: /address record for 192\.0\.2\.1, and write that name into the MX record.*\nnull$/,
    },
    'while what exists is not known': {
      zone: {
        ...zone('192.0.2.1'),
        'mail.example.com': 'servfail',
        'mx.example.com': 'timeout',
        'mx1.example.com': 'servfail',
      },
      fix: /\nnull$/,
    },
    'with the domain that a panel hung on': { zone: zone('192.0.2.1.example.com'), fix: 'A 192.0.2.1' },
  },
  undetermined: { SERVFAIL: { zone: unknownMx } },
  notApplicable: { 'no MX': { zone: noMx } },
});
