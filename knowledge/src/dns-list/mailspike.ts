import type { Source } from '../source.ts';
import type { DnsList, ListCodes } from './define.ts';
import { javascriptClient, rspamd } from './sources.ts';

const usage: Source = {
  name: 'Mailspike, usage of the reputation services (excerpt)',
  url: 'https://mailspike.org/usage.html',
  read: '2026-11-28',
  grade: 'read',
};

const bad: ListCodes = {
  '127.0.0.10': 'the worst reputation',
  '127.0.0.11': 'a very bad reputation',
  '127.0.0.12': 'a bad reputation',
};
const restrictions = 'Free up to 100,000 messages and 100,000 questions a day.';

export const mailspike: readonly DnsList[] = [
  {
    zone: 'bl.mailspike.net',
    name: 'Mailspike BL',
    kind: 'ip',
    lists: 'Addresses that took part in a wave of spam, and those of the worst reputation.',
    decode: 'exact',
    codes: { '127.0.0.2': 'part of a wave of spam', ...bad, '127.0.0.13': 'suspicious' },
    harmless: { '127.0.0.14-20': 'a neutral to excellent reputation' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://mailspike.io/ip_verify',
    restrictions,
    weight: 'medium',
    system: 'mailspike',
    sources: [javascriptClient, rspamd, usage],
  },
  {
    zone: 'rep.mailspike.net',
    name: 'Mailspike reputation',
    kind: 'ip',
    lists: 'Every address of which Mailspike has formed an opinion, good or bad.',
    decode: 'exact',
    codes: bad,
    harmless: {
      '127.0.0.13-16': 'a neutral reputation',
      '127.0.0.17': 'possibly a good reputation',
      '127.0.0.18': 'a good reputation',
      '127.0.0.19': 'a very good reputation',
      '127.0.0.20': 'an excellent reputation',
    },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://mailspike.io/ip_verify',
    restrictions,
    weight: 'informational',
    system: 'mailspike',
    sources: [rspamd, usage],
  },
];
