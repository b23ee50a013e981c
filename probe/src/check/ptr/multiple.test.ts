import { proveCheck } from '../prove-fixture.ts';
import multiple from './multiple.ts';

const AT = '17.2.0.192.in-addr.arpa';
const subject = { ip: '192.0.2.17' };
const named = (count: number) => ({
  subject,
  zone: { [AT]: { PTR: Array.from({ length: count }, (_, at) => `host${at}.example.com`) } },
});

proveCheck(multiple, {
  passes: { one: { ...named(1), says: 'one name, host0.example.com' } },
  fails: { 'more than are read': { ...named(11), says: 'has 11 names: host0.example.com, host1.example.com' } },
  warns: {
    many: { ...named(4), subject: { ...subject, helo: 'host2.example.com' }, fix: /that of host2\.example\.com/ },
  },
  tells: { two: { ...named(2), says: 'has 2 names: host0.example.com and host1.example.com.' } },
  undetermined: { SERVFAIL: { subject, zone: { [AT]: 'servfail' } } },
  notApplicable: {
    none: { subject, zone: {} },
    ...Object.fromEntries(
      ['10.0.0.5', '::1', '0.0.0.0', 'fd00::1', '::ffff:10.0.0.5', '224.0.0.1', '255.255.255.255'].map((ip) => [
        `inside: ${ip}`,
        { subject: { ip }, zone: {}, says: `${ip} is no address of the internet` },
      ]),
    ),
  },
});
