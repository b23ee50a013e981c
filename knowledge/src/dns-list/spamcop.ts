import type { DnsList } from './define.ts';
import { belief, javascriptClient, spamAssassin, tamingDns } from './sources.ts';

export const spamcop: readonly DnsList[] = [
  {
    zone: 'bl.spamcop.net',
    name: 'SpamCop SCBL',
    kind: 'ip',
    lists: 'Addresses that people reported for spam; an entry leaves by itself one to two days after the last report.',
    decode: 'exact',
    codes: { '127.0.0.2': 'reported for spam' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://www.spamcop.net/bl.shtml?{ip}',
    restrictions: null,
    weight: 'high',
    system: 'spamcop',
    sources: [javascriptClient, spamAssassin, tamingDns, belief],
  },
];
