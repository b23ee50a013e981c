import { organizationalDomain } from '@whybounce/core/record';
import { describe, expect, it } from 'vitest';
import { genericSigns } from './generic-name.ts';

const kindOf = (name: string, ip: string) => genericSigns(name, ip, organizationalDomain(name)).kind;

/** Names as operators give them, by what they are; those of one line below `named` are what nearly was taken for more. */
const names: Readonly<Record<ReturnType<typeof kindOf>, readonly (readonly [name: string, ip: string])[]>> = {
  access: [
    ['192-0-2-17.dyn.example.net', '192.0.2.17'],
    ['c-192-0-2-17.hsd1.cable.example.net', '192.0.2.17'],
    ['pool-192-0-2-17.city.example.net', '192.0.2.17'],
    ['17.2.0.192.dsl.example.net', '192.0.2.17'],
    ['p5dc00211.dip0.example.net', '192.0.2.17'],
    ['192.0.2.17.dynamic.example.co.uk', '192.0.2.17'],
    ['host17.pool192.example.net', '192.0.2.99'],
    ['adsl-192-000-002-017.example.net', '192.0.2.17'],
    ['dhcp-4711.example.net', '192.0.2.17'],
    ['cust17.example.net', '192.0.2.99'],
    ['mail.192-0-2-17.dyn.example.net', '192.0.2.17'],
  ],
  rented: [
    ['ec2-192-0-2-17.compute-1.amazonaws.com', '192.0.2.17'],
    ['vps-12345.hoster.example', '192.0.2.17'],
    ['vps12345.hoster.example', '192.0.2.17'],
    ['vmi1234567.contabo.example', '192.0.2.17'],
    ['server-192-0-2-17.hoster.example', '192.0.2.17'],
    ['ip-192-0-2-17.hoster.example', '192.0.2.17'],
  ],
  fixed: [
    ['static-192-0-2-17.example.net', '192.0.2.17'],
    ['static.17.2.0.192.clients.hoster.example', '192.0.2.17'],
    ['192-0-2-17.biz.cable.example.net', '192.0.2.17'],
  ],
  numbered: [
    ['192-0-2-17.example.net', '192.0.2.17'],
    ['17.2.0.192.example.net', '192.0.2.17'],
    ['h192-0-2-17.example.net', '192.0.2.17'],
    ['c0000211.example.net', '192.0.2.17'],
    ['20010db8000000000000000000000025.example.net', '2001:db8::25'],
    ['2001-0db8-0000-0000-0000-0000-0000-0025.v6.example.net', '2001:db8::25'],
    ['17.2.0.192.bc.googleusercontent.com', '192.0.2.17'],
    ['192-0-2-17.example', '192.0.2.17'],
  ],
  named: [
    ['mail.example.com', '192.0.2.17'],
    ['example.com', '192.0.2.17'],
    ['mail-ed1-f54.google.com', '192.0.2.54'],
    ['mta-192-0-2.sparkpostmail.example', '192.0.2.17'],
    ['mta-65-228.sparkpostmail.example', '192.0.65.228'],
    ['o1.ptr1234.example.net', '192.0.2.17'],
    ['a8-17.smtp-out.amazonses.example', '192.0.8.17'],
    ['mail17.example.net', '192.0.2.17'],
    ['mx1.dynamics.example', '192.0.2.17'],
    ['smtp.cable-and-wireless.example', '192.0.2.17'],
    ['pool.example.net', '192.0.2.17'],
    ['server1.example.net', '192.0.2.17'],
    ['server.example.net', '192.0.2.17'],
    ['host.example.net', '192.0.2.17'],
    ['web42.hoster.example', '192.0.2.42'],
    ['static.example.net', '192.0.2.17'],
    ['outbound-192-0-2-17.mail.example.net', '192.0.2.17'],
    ['client.example.net', '192.0.2.17'],
    ['cloud.example.net', '192.0.2.17'],
    ['exchange2019.example.net', '192.0.2.17'],
    ['fiberhome.example', '192.0.2.17'],
    ['ns1.1921680.example', '192.168.0.1'],
    ['mail.example.net', '2001:db8::25'],
  ],
};

describe('the kind of a reverse name', () => {
  for (const [kind, all] of Object.entries(names))
    it.each(all)(`${kind}: %s of %s`, (name, ip) => expect(kindOf(name, ip)).toBe(kind));
});

it('looks at names of any length and form in linear time', () => {
  expect(kindOf('1-'.repeat(100_000), '192.0.2.17')).toBe('named');
  expect(kindOf('', '192.0.2.17')).toBe('named');
});
