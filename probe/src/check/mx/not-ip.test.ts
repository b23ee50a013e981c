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
    'with the domain that a panel hung on': { zone: zone('192.0.2.1.example.com'), fix: 'A 192.0.2.1' },
  },
  undetermined: { SERVFAIL: { zone: unknownMx } },
  notApplicable: { 'no MX': { zone: noMx } },
});
