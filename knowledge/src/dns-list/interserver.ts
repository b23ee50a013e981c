import type { DnsList } from './define.ts';
import { nameOnly } from './sources.ts';

export const interserver: readonly DnsList[] = [
  {
    zone: 'rbl.interserver.net',
    name: 'InterServer',
    kind: 'ip',
    lists: 'Addresses that sent spam to the customers of one hosting company.',
    decode: 'exact',
    codes: { '127.0.0.2': 'a source of spam' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://rbl.interserver.net/',
    restrictions: null,
    weight: 'informational',
    system: 'interserver',
    sources: [nameOnly],
  },
];
