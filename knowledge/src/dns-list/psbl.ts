import type { DnsList } from './define.ts';
import { javascriptClient, tamingDns } from './sources.ts';

export const psbl: readonly DnsList[] = [
  {
    zone: 'psbl.surriel.com',
    name: 'PSBL',
    kind: 'ip',
    lists: 'Addresses that wrote to mailboxes which exist only to catch spam.',
    decode: 'exact',
    codes: { '127.0.0.2': 'wrote to a spam trap' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://psbl.org/listing?ip={ip}',
    restrictions: null,
    weight: 'medium',
    system: 'psbl',
    sources: [javascriptClient, tamingDns],
  },
];
