import type { Source } from '../source.ts';
import type { DnsList } from './define.ts';
import { rspamd, spamAssassin } from './sources.ts';

const categories: Source = {
  name: 'Return codes and the test entry of dnswl.org as quoted on a mailing list of MailsBestFriend (excerpt)',
  url: 'https://mail-archive.com/community@mailsbestfriend.com/msg00263.html',
  read: '2026-11-28',
  grade: 'read',
};

export const dnswl: readonly DnsList[] = [
  {
    zone: 'list.dnswl.org',
    name: 'dnswl.org',
    kind: 'allow',
    lists: 'Mail servers that are known to send honest mail, with how far they can be trusted.',
    decode: 'trust',
    codes: {
      '0': 'known, not trusted: should not be blocked outright',
      '1': 'trusted a little',
      '2': 'trusted',
      '3': 'trusted fully',
    },
    categories: {
      '2': 'financial services',
      '3': 'email service provider',
      '4': 'organisation',
      '5': 'network or service provider',
      '6': 'private server',
      '7': 'travel and leisure',
      '8': 'public sector',
      '9': 'media and technology',
      '10': 'special case',
      '11': 'education',
      '12': 'health care',
      '13': 'industry',
      '14': 'trade and services',
      '15': 'email marketing provider',
    },
    errors: { '127.0.0.255': 'this resolver is blocked' },
    ipv6: true,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://www.dnswl.org/',
    restrictions: 'Resolvers that ask too much are answered with 127.0.0.255 for everything.',
    weight: 'informational',
    sources: [rspamd, spamAssassin, categories],
  },
];
