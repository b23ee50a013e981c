import type { DnsList } from './define.ts';
import { belief, javascriptClient, rspamd } from './sources.ts';

export const spamEatingMonkey: readonly DnsList[] = [
  {
    zone: 'bl.spameatingmonkey.net',
    name: 'Spam Eating Monkey BL',
    kind: 'ip',
    lists: 'Addresses that wrote to spam traps.',
    decode: 'exact',
    codes: { '127.0.0.2': 'wrote to a spam trap' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://spameatingmonkey.com/',
    restrictions:
      'Free below a number of questions. IPv6 addresses stand in a zone of their own that is not asked here.',
    weight: 'low',
    system: 'spam-eating-monkey',
    sources: [javascriptClient, rspamd, belief],
  },
];
