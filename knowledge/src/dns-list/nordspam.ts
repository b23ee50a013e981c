import type { DnsList } from './define.ts';
import { javascriptClient } from './sources.ts';

const nordic = {
  decode: 'exact',
  delist: 'https://www.nordspam.com/',
  restrictions: null,
  weight: 'low',
  system: 'nordspam',
  sources: [javascriptClient],
} as const;

export const nordspam: readonly DnsList[] = [
  {
    ...nordic,
    zone: 'bl.nordspam.com',
    name: 'NordSpam IP',
    kind: 'ip',
    lists: 'Addresses that send spam in the Nordic languages.',
    codes: { '127.0.0.2': 'a source of Nordic spam' },
    ipv6: true,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
  },
  {
    ...nordic,
    zone: 'dbl.nordspam.com',
    name: 'NordSpam DBL',
    kind: 'domain',
    lists: 'Domains named in spam in the Nordic languages.',
    codes: { '127.0.0.2': 'named in Nordic spam' },
    ipv6: false,
    test: { listed: 'test', notListed: 'invalid' },
  },
];
