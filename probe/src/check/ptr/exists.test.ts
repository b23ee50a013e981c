import { proveCheck } from '../prove-fixture.ts';
import exists from './exists.ts';

const AT = '17.2.0.192.in-addr.arpa';
const subject = { ip: '192.0.2.17' };

proveCheck(exists, {
  passes: {
    IPv4: { subject, zone: { [AT]: { PTR: ['mail.example.com'] } }, says: '192.0.2.17 has the name mail.example.com.' },
    IPv6: {
      subject: { ip: '2001:db8::25' },
      zone: {
        '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa': { PTR: ['mail.example.com'] },
      },
    },
    'by way of an alias': {
      subject,
      zone: {
        [AT]: { CNAME: ['17.0-31.2.0.192.in-addr.arpa'] },
        '17.0-31.2.0.192.in-addr.arpa': { PTR: ['mail.example.com'] },
      },
    },
    'an IPv4 address written as IPv6': {
      subject: { ip: '::ffff:192.0.2.17' },
      zone: { [AT]: { PTR: ['mail.example.com'] } },
    },
  },
  fails: {
    none: {
      subject: { ...subject, helo: 'mx1.example.com' },
      zone: {},
      says: `no PTR record at ${AT}`,
      fix: `${AT}. IN PTR mx1.example.com.`,
    },
    'none, and the server gives no usable name': {
      subject: { ...subject, helo: 'localhost' },
      zone: {},
      fix: 'mail.example.com',
    },
    'none, and no domain is known': {
      subject: { ...subject, domain: null },
      zone: {},
      fix: /the name of the mail server/,
    },
  },
  undetermined: {
    SERVFAIL: { subject, zone: { [AT]: 'servfail' }, says: 'SERVFAIL' },
    timeout: { subject, zone: { [AT]: 'timeout' } },
  },
  notApplicable: Object.fromEntries(
    ['10.0.0.5', '::1', '0.0.0.0', 'fd00::1', '::ffff:10.0.0.5', '224.0.0.1', '255.255.255.255'].map((ip) => [
      `inside: ${ip}`,
      { subject: { ip }, zone: {}, says: `${ip} is no address of the internet` },
    ]),
  ),
});
