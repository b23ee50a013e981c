import type { DnsList } from './define.ts';
import { javascriptClient } from './sources.ts';

export const zeroSpam: readonly DnsList[] = [
  {
    zone: 'bl.0spam.org',
    name: '0Spam',
    kind: 'ip',
    lists: 'Addresses that send spam.',
    decode: 'exact',
    codes: { '127.0.0.2': 'a source of spam' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://0spam.org/',
    restrictions: null,
    weight: 'low',
    system: '0spam',
    sources: [javascriptClient],
  },
];
