import { proveCheck } from '../prove-fixture.ts';
import generic from './generic.ts';

const AT = '17.2.0.192.in-addr.arpa';
const subject = { ip: '192.0.2.17' };
const named = (...PTR: string[]) => ({ subject, zone: { [AT]: { PTR } } });

proveCheck(generic, {
  passes: {
    'a name of one’s own': { ...named('mail.example.com'), says: 'mail.example.com is a name of its own.' },
    'a numbered server of a sending service': named('mta-192-0-2-17.mail.example.net'),
    'one of two': named('192-0-2-17.dyn.example.net', 'mail.example.com'),
  },
  fails: {
    'a home connection': {
      ...named('192-0-2-17.dyn.example.net'),
      says: /\(192-0-2-17 and dyn in it\): receivers take it for a home connection/,
      fix: /such as mail\.example\.com/,
    },
    'a rented machine': { ...named('ec2-192-0-2-17.compute-1.amazonaws.com'), says: 'a rented machine' },
  },
  warns: {
    'a fixed line': { ...named('static-192-0-2-17.example.net'), says: 'the address is fixed' },
    'digits alone': named('192-0-2-17.example.net'),
  },
  undetermined: { SERVFAIL: { subject, zone: { [AT]: 'servfail' } } },
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
