import type { Source } from '../source.ts';
import type { DnsList } from './define.ts';
import { nameOnly } from './sources.ts';

const lists: Source = {
  name: 'SpamRATS, lists and their use (excerpt; the zones, not the codes)',
  url: 'https://www.spamrats.com/lists.php',
  read: '2026-11-28',
  grade: 'read-paraphrased',
};
const rats = {
  kind: 'ip',
  decode: 'exact',
  ipv6: false,
  test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
  delist: 'https://www.spamrats.com/lookup.php',
  restrictions: 'For the address that connects to a mail server, and for nothing else.',
  weight: 'low',
  system: 'spamrats',
  sources: [nameOnly, lists],
} as const;

export const spamrats: readonly DnsList[] = [
  {
    ...rats,
    zone: 'dyna.spamrats.com',
    name: 'SpamRATS Dyna',
    lists: 'Addresses whose reverse name looks like a line that changes hands.',
    codes: { '127.0.0.36': 'its reverse name looks like a dynamic line' },
  },
  {
    ...rats,
    zone: 'noptr.spamrats.com',
    name: 'SpamRATS NoPtr',
    lists: 'Addresses without a reverse name that sent in bulk.',
    codes: { '127.0.0.37': 'has no reverse name' },
  },
  {
    ...rats,
    zone: 'spam.spamrats.com',
    name: 'SpamRATS Spam',
    lists: 'Addresses that sent spam.',
    codes: { '127.0.0.38': 'a source of spam' },
  },
];
