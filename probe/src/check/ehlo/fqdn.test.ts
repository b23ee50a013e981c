import { proveCheck } from '../prove-fixture.ts';
import fqdn from './fqdn.ts';

const helo = (name: string, ip: string | null = null) => ({ subject: { helo: name, ip } });

proveCheck(fqdn, {
  passes: {
    'a host name': { ...helo('mail.example.com'), says: 'mail.example.com is a full host name.' },
    'with the final dot': helo('mail.example.com.'),
  },
  fails: {
    localhost: { ...helo('localhost'), says: '"localhost"', fix: /such as mail\.example\.com/ },
    'an inner name': { ...helo('exchange.corp.local'), says: 'inner networks' },
    'a bare label': { ...helo('mailserver'), says: 'no domain in it' },
    'an address without brackets': { ...helo('192.0.2.1'), says: 'in brackets' },
    'no address in brackets': helo('[mail.example.com]'),
    'IPv6 without its tag': helo('[2001:db8::1]'),
    'an underscore': { ...helo('mail_1.example.com'), says: 'no host can have such a name' },
    'another address than the sending one': { ...helo('[192.0.2.1]', '192.0.2.2'), says: 'sends from 192.0.2.2' },
  },
  warns: {
    'an address literal': { ...helo('[192.0.2.1]', '192.0.2.1'), says: 'trust it little' },
    'of IPv6': helo('[ipv6:2001:db8::1]'),
    'of IPv6, written at length': helo('[ipv6:2001:db8:0:0:0:0:0:1]', '2001:db8::1'),
  },
  undetermined: { never: 'the name is at hand, and nothing is looked up' },
});
