import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { isOwnFault } from './own-fault.ts';

const address = (family: 'IPv4' | 'IPv6', own: string, internal = false): NetworkInterfaceInfo =>
  ({ family, address: own, internal }) as NetworkInterfaceInfo;
const without = {
  lo: [address('IPv6', '::1', true)],
  eth0: [address('IPv4', '192.0.2.7'), address('IPv6', 'fe80::1')],
};
const withIpv6 = { eth0: [...without.eth0, address('IPv6', '2001:db8::7')], none: undefined };

it.each([
  ['ECONNREFUSED', '192.0.2.1', without, false],
  ['EHOSTUNREACH', '192.0.2.1', without, false],
  ['ENETUNREACH', '192.0.2.1', withIpv6, true],
  ['EMFILE', '192.0.2.1', withIpv6, true],
  ['ECONNREFUSED', '2001:db8::1', without, false],
  ['EHOSTUNREACH', '2001:db8::1', without, true],
  ['EHOSTUNREACH', '2001:db8::1', withIpv6, false],
  ['', '2001:db8::1', without, false],
])('%s for %s', (code, ip, interfaces, own) => expect(isOwnFault(code, ip, interfaces)).toBe(own));
