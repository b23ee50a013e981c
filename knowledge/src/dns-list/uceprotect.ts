import type { DnsList } from './define.ts';
import { belief, happyDeliver, javascriptClient, tamingDns } from './sources.ts';

const level = {
  kind: 'ip',
  decode: 'exact',
  ipv6: false,
  test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
  delist: 'https://www.uceprotect.net/en/rblcheck.php',
  restrictions: 'Quick removal is sold for money. Do not pay: entries go by themselves when the spam has stopped.',
  system: 'uceprotect',
  sources: [javascriptClient, happyDeliver, tamingDns, belief],
} as const;

export const uceprotect: readonly DnsList[] = [
  {
    ...level,
    zone: 'dnsbl-1.uceprotect.net',
    name: 'UCEPROTECT Level 1',
    lists: 'Single addresses that wrote to spam traps; an entry goes after seven days without more.',
    codes: { '127.0.0.2': 'wrote to a spam trap in the last seven days' },
    weight: 'medium',
  },
  {
    ...level,
    zone: 'dnsbl-2.uceprotect.net',
    name: 'UCEPROTECT Level 2',
    lists: 'Whole allocations in which many neighbours are on Level 1.',
    codes: { '127.0.0.2': 'many neighbours of this address sent spam' },
    weight: 'informational',
  },
  {
    ...level,
    zone: 'dnsbl-3.uceprotect.net',
    name: 'UCEPROTECT Level 3',
    lists: 'Whole networks of large hosting companies. It says nothing about one customer.',
    codes: { '127.0.0.2': 'the network of this address has many senders of spam' },
    weight: 'informational',
  },
];
