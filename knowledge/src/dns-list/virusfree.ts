import type { DnsList } from './define.ts';
import { rspamd } from './sources.ts';

export const virusfree: readonly DnsList[] = [
  {
    zone: 'bip.virusfree.cz',
    name: 'VirusFree BIP',
    kind: 'ip',
    lists: 'Machines that belong to botnets.',
    decode: 'exact',
    codes: { '127.0.0.2': 'part of a botnet' },
    ipv6: true,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://www.virusfree.cz/',
    restrictions: null,
    weight: 'low',
    system: 'virusfree',
    sources: [rspamd],
  },
];
