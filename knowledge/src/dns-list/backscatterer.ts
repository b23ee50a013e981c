import type { DnsList } from './define.ts';
import { belief, javascriptClient } from './sources.ts';

export const backscatterer: readonly DnsList[] = [
  {
    zone: 'ips.backscatterer.org',
    name: 'Backscatterer',
    kind: 'ip',
    lists: 'Servers that send bounces, or ask back, to senders who never wrote.',
    decode: 'exact',
    codes: { '127.0.0.2': 'sends bounces to forged senders' },
    ipv6: true,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://www.backscatterer.org/',
    restrictions: 'Meant for mail with the null sender only.',
    weight: 'informational',
    system: 'backscatterer',
    sources: [javascriptClient, belief],
  },
];
