import { proveCheck } from '../prove-fixture.ts';
import { mx, nullMx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';
import targetResolves from './target-resolves.ts';

proveCheck(targetResolves, {
  passes: {
    'both have one': { zone: twoMailServers, says: 'mx1.example.com (192.0.2.1) and mx2.example.com (192.0.2.2)' },
    'IPv6 alone': {
      zone: { 'example.com': { MX: mx('mx.example.net') }, 'mx.example.net': { AAAA: ['2001:db8::1'] } },
    },
    'an address in place of a name beside, which is told of elsewhere': {
      zone: { ...twoMailServers, 'example.com': { MX: mx('mx1.example.com', '198.51.100.1') } },
      says: /^mx1\.example\.com \(192\.0\.2\.1\): /,
    },
    'a proof of ownership beside': {
      zone: { ...twoMailServers, 'example.com': { MX: mx('mx1.example.com', 'ms12345678.msv1.invalid') } },
    },
  },
  fails: {
    'the only one does not exist': {
      zone: { 'example.com': { MX: mx('mx.example.net') } },
      says: 'The mail server mx.example.net does not exist (NXDOMAIN). No mail can be delivered to example.com.',
      fix: /"MX 10 mx\.example\.net"/,
    },
    'one of two has no address': {
      zone: { ...twoMailServers, 'mx2.example.com': { TXT: ['x'] } },
      says: /mx2\.example\.com has no address\. Senders that try it/,
    },
    'two do not exist': {
      zone: { 'example.com': { MX: mx('a.example.net', 'b.example.net') } },
      says: /^The mail server a\.example\.net .*; the mail server b\.example\.net /,
    },
    'nothing but a proof of ownership': {
      zone: { 'example.com': { MX: mx('ms12345678.msv1.invalid') } },
      says: 'ms12345678.msv1.invalid does not exist',
    },
    'one is lost, another is not known': {
      zone: { 'example.com': { MX: mx('a.example.net', 'b.example.net') }, 'b.example.net': 'servfail' },
    },
  },
  undetermined: {
    'an address is not known': {
      zone: { ...twoMailServers, 'mx2.example.com': 'timeout' },
      says: 'mx2.example.com has an address',
    },
    'the MX records are not known': { zone: unknownMx },
  },
  notApplicable: {
    'addresses alone': { zone: { 'example.com': { MX: mx('192.0.2.1', '[192.0.2.2]') } } },
    'takes no mail': { zone: nullMx },
    'its own address': { zone: { 'example.com': { A: ['192.0.2.1'] } } },
  },
});
