import type { DnsList } from './define.ts';
import { belief, javascriptClient, tamingDns } from './sources.ts';

export const barracuda: readonly DnsList[] = [
  {
    zone: 'b.barracudacentral.org',
    name: 'Barracuda BRBL',
    kind: 'ip',
    lists: 'Addresses from which Barracuda’s filters saw spam.',
    decode: 'exact',
    codes: { '127.0.0.2': 'a source of spam' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://www.barracudacentral.org/rbl/removal-request',
    restrictions: 'Free after the address of the resolver was registered with Barracuda.',
    weight: 'high',
    system: 'barracuda-list',
    sources: [javascriptClient, tamingDns, belief],
  },
];
