import type { Source } from '../source.ts';
import type { DnsList } from './define.ts';
import { javascriptClient, spamAssassin } from './sources.ts';

const about: Source = {
  name: 'URIBL, list information, and what a refused question means (excerpts)',
  url: 'https://uribl.com/refused.shtml',
  read: '2026-11-28',
  grade: 'read',
};

export const uribl: readonly DnsList[] = [
  {
    zone: 'multi.uribl.com',
    name: 'URIBL',
    kind: 'domain',
    lists: 'Domains that appear in the text of spam.',
    decode: 'bitmask',
    codes: {
      '2': 'black: belongs to spammers',
      '4': 'grey: in bulk mail that may be wanted by some',
      '8': 'red: very young, or its owner is hidden',
    },
    errors: { '127.0.0.1': 'this resolver is refused' },
    ipv6: false,
    test: { listed: 'test.uribl.com', notListed: 'invalid' },
    delist: 'https://admin.uribl.com/',
    restrictions: 'Free for low volume. Public resolvers are refused.',
    weight: 'medium',
    system: 'uribl',
    sources: [javascriptClient, spamAssassin, about],
  },
];
