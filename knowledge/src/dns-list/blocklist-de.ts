import type { DnsList } from './define.ts';
import { javascriptClient, rspamd } from './sources.ts';

export const blocklistDe: readonly DnsList[] = [
  {
    zone: 'bl.blocklist.de',
    name: 'blocklist.de',
    kind: 'ip',
    lists: 'Addresses that attacked logins, mail or web servers of those who report there.',
    decode: 'exact',
    codes: { '127.0.0.2': 'reported for attacks' },
    ipv6: true,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://www.blocklist.de/en/delist.html?ip={ip}',
    restrictions: null,
    weight: 'low',
    system: 'blocklist-de',
    sources: [javascriptClient, rspamd],
  },
];
