import type { DnsList } from './define.ts';
import { nameOnly } from './sources.ts';

export const spfbl: readonly DnsList[] = [
  {
    zone: 'dnsbl.spfbl.net',
    name: 'SPFBL',
    kind: 'ip',
    lists: 'Addresses of bad reputation, and those without a reverse name that leads back to them.',
    decode: 'exact',
    codes: { '127.0.0.2': 'a bad reputation', '127.0.0.3': 'suspicious', '127.0.0.4': 'a dynamic line' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://spfbl.net/',
    restrictions: 'Strict with addresses whose reverse name does not lead back to them.',
    weight: 'low',
    system: 'spfbl',
    sources: [nameOnly],
  },
];
