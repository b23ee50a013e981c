import { proveCheck } from '../prove-fixture.ts';
import fcrdns from './fcrdns.ts';

const AT = '17.2.0.192.in-addr.arpa';
const subject = { ip: '192.0.2.17' };
const ptr = (...PTR: string[]) => ({ [AT]: { PTR } });

proveCheck(fcrdns, {
  passes: {
    'it does': {
      subject,
      zone: { ...ptr('mail.example.com'), 'mail.example.com': { A: ['192.0.2.9', '192.0.2.17'] } },
      says: 'mail.example.com leads back to 192.0.2.17.',
    },
    'one of two does': {
      subject,
      zone: { ...ptr('old.example.com', 'mail.example.com'), 'mail.example.com': { A: ['192.0.2.17'] } },
    },
    'IPv6, written otherwise': {
      subject: { ip: '2001:db8:0:0::25' },
      zone: {
        '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa': { PTR: ['mail.example.com'] },
        'mail.example.com': { AAAA: ['2001:db8::25'] },
      },
    },
  },
  fails: {
    'to no address': {
      subject,
      zone: ptr('mail.example.com'),
      says: 'leads to no address',
      fix: 'mail.example.com. IN A 192.0.2.17',
    },
    'to another one': {
      subject,
      zone: { ...ptr('mail.example.com'), 'mail.example.com': { A: ['192.0.2.18'] } },
      says: 'leads to 192.0.2.18',
    },
    'none of two': { subject, zone: ptr('a.example.com', 'b.example.com'), says: 'None of the names' },
  },
  undetermined: {
    'the name is not known': { subject, zone: { [AT]: 'servfail' } },
    'the address is not known': { subject, zone: { ...ptr('mail.example.com'), 'mail.example.com': { A: 'timeout' } } },
    'one name fails and one is not known': {
      subject,
      zone: { ...ptr('a.example.com', 'b.example.com'), 'b.example.com': 'servfail' },
    },
  },
  notApplicable: {
    'no name': { subject, zone: {} },
    ...Object.fromEntries(
      ['10.0.0.5', '::1', '0.0.0.0', 'fd00::1', '::ffff:10.0.0.5', '224.0.0.1', '255.255.255.255'].map((ip) => [
        `inside: ${ip}`,
        { subject: { ip }, zone: {}, says: `${ip} is no address of the internet` },
      ]),
    ),
  },
});
