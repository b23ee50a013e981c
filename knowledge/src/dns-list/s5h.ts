import type { DnsList } from './define.ts';
import { javascriptClient } from './sources.ts';

export const s5h: readonly DnsList[] = [
  {
    zone: 'all.s5h.net',
    name: 's5h.net',
    kind: 'ip',
    lists: 'Addresses that sent spam to its operator’s servers.',
    decode: 'exact',
    codes: { '127.0.0.2': 'a source of spam' },
    ipv6: true,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://www.s5h.net/rbl',
    restrictions: null,
    weight: 'low',
    system: 's5h',
    sources: [javascriptClient],
  },
];
