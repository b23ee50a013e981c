import type { DnsList } from './define.ts';
import { nameOnly, tamingDns } from './sources.ts';

export const gbudb: readonly DnsList[] = [
  {
    zone: 'truncate.gbudb.net',
    name: 'GBUdb Truncate',
    kind: 'ip',
    lists: 'Addresses from which nearly every message was spam.',
    decode: 'exact',
    codes: { '127.0.0.2': 'sends nearly nothing but spam' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://www.gbudb.com/',
    restrictions: null,
    weight: 'low',
    system: 'gbudb',
    sources: [tamingDns, nameOnly],
  },
];
