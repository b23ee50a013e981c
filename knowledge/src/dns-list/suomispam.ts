import type { DnsList } from './define.ts';
import { nameOnly } from './sources.ts';

export const suomispam: readonly DnsList[] = [
  {
    zone: 'bl.suomispam.net',
    name: 'Suomispam',
    kind: 'ip',
    lists: 'Addresses that send spam in Finnish.',
    decode: 'exact',
    codes: { '127.0.0.2': 'a source of Finnish spam' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://suomispam.net/',
    restrictions: null,
    weight: 'informational',
    system: 'suomispam',
    sources: [nameOnly],
  },
];
