import type { DnsList } from './define.ts';
import { belief, javascriptClient, rspamd, spamAssassin } from './sources.ts';

export const surbl: readonly DnsList[] = [
  {
    zone: 'multi.surbl.org',
    name: 'SURBL multi',
    kind: 'domain',
    lists: 'Domains to which spam, phishing and malware mails lead.',
    decode: 'bitmask',
    codes: {
      '4': 'disposable mail addresses',
      '8': 'phishing',
      '16': 'malware',
      '32': 'counts clicks for spammers',
      '64': 'abused in spam',
      '128': 'a hacked web site',
    },
    errors: { '127.0.0.1': 'this resolver is refused' },
    ipv6: false,
    test: { listed: 'test.surbl.org', notListed: 'invalid' },
    delist: 'https://www.surbl.org/surbl-analysis',
    restrictions: 'Free below a number of questions; others are refused.',
    weight: 'high',
    system: 'surbl',
    sources: [javascriptClient, rspamd, spamAssassin, belief],
  },
];
