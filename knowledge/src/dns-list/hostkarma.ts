import type { Source } from '../source.ts';
import type { DnsList } from './define.ts';
import { nameOnly } from './sources.ts';

const guide: Source = {
  name: 'Suped, Junk Email Filter Hostkarma blacklist (excerpt: codes 1 to 3)',
  url: 'https://www.suped.com/learn/blocklists/junk-email-filter-hostkarma-blacklist',
  read: '2026-11-28',
  grade: 'read',
};

export const hostkarma: readonly DnsList[] = [
  {
    zone: 'hostkarma.junkemailfilter.com',
    name: 'HostKarma',
    kind: 'ip',
    lists: 'Senders of spam, of good mail and of both, told apart by colours.',
    decode: 'exact',
    codes: { '127.0.0.2': 'black: a source of spam', '127.0.0.4': 'brown: a source of spam that is nearly black' },
    harmless: {
      '127.0.0.1': 'white: a source of good mail',
      '127.0.0.3': 'yellow: a source of both good mail and spam',
      '127.0.0.5': 'should not be on any blocklist',
    },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://ipadmin.junkemailfilter.com/remove.php',
    restrictions: 'White, yellow and “no blocklist” are no accusation.',
    weight: 'informational',
    system: 'hostkarma',
    sources: [nameOnly, guide],
  },
];
