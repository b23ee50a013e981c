import { proveCheck } from '../prove-fixture.ts';
import resolves from './resolves.ts';

const subject = { helo: 'mail.example.com', ip: '192.0.2.17' };
const host = { 'mail.example.com': { A: ['192.0.2.17'] } };
const AT = '17.2.0.192.in-addr.arpa';

proveCheck(resolves, {
  passes: {
    'to the sending address, by its own name': {
      subject,
      zone: { ...host, [AT]: { PTR: ['mail.example.com'] } },
      says: 'it is the name that the address has',
    },
    'to the sending address, which has another name': {
      subject,
      zone: { ...host, [AT]: { PTR: ['out.example.com'] } },
      says: 'another name, out.example.com',
    },
    'to the sending address, whose name is not known': { subject, zone: { ...host, [AT]: 'servfail' } },
    'the sending address is not known': { subject: { helo: 'mail.example.com' }, zone: host, says: 'not known here' },
  },
  fails: {
    'no such name': { subject, zone: {}, says: 'does not exist', fix: 'mail.example.com. IN A 192.0.2.17' },
    'no address': { subject, zone: { 'mail.example.com': { TXT: ['x'] } }, says: 'has no address' },
  },
  warns: {
    'to another address': {
      subject,
      zone: { 'mail.example.com': { A: ['192.0.2.99'] } },
      says: 'leads to 192.0.2.99 and not to the sending address 192.0.2.17',
    },
  },
  undetermined: {
    SERVFAIL: { subject, zone: { 'mail.example.com': 'servfail' } },
    'one family is not known': {
      subject: { ...subject, ip: '2001:db8::25' },
      zone: { 'mail.example.com': { A: ['192.0.2.17'], AAAA: 'timeout' } },
    },
  },
  notApplicable: { 'no host name': { subject: { ...subject, helo: 'localhost' } } },
});
