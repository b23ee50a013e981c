import type { DnsList } from './define.ts';
import { belief, rspamd, spamAssassin } from './sources.ts';

export const senderscore: readonly DnsList[] = [
  {
    zone: 'bl.score.senderscore.com',
    name: 'Validity Sender Score RNBL',
    kind: 'ip',
    lists: 'Addresses of bad reputation among the mailbox providers that work with Validity.',
    decode: 'exact',
    codes: {
      '127.0.0.1-26':
        'one or more of: an infected machine, mail without authentication, spam trap hits, suspect attachments, a low score',
    },
    errors: { '127.255.255.255': 'this resolver has no account with Validity' },
    ipv6: false,
    test: { listed: '127.0.0.2', notListed: null },
    delist: 'https://senderscore.org/',
    restrictions: 'Needs an account since 2024, without which questions are refused.',
    weight: 'low',
    system: 'senderscore',
    sources: [rspamd, spamAssassin, belief],
  },
];
