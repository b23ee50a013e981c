import type { Source } from '../source.ts';
import type { DnsList } from './define.ts';
import { nameOnly } from './sources.ts';

const zones: Source = {
  name: 'Abusix, production zones (excerpt)',
  url: 'https://docs.abusix.com/docs/guardian-mail/production-zones',
  read: '2026-11-28',
  grade: 'read',
};

export const abusix: readonly DnsList[] = [
  {
    zone: 'combined.mail.abusix.zone',
    name: 'Abusix Mail Intelligence',
    kind: 'ip',
    lists: 'Addresses that wrote to spam traps, machines that are hijacked, and ranges that should not send directly.',
    decode: 'exact',
    codes: {
      '127.0.0.2': 'wrote to a spam trap',
      '127.0.0.3': 'a very low reputation, or close to addresses that wrote to spam traps',
      '127.0.0.4': 'a hijacked or infected machine',
      '127.0.0.11': 'its reverse name is a generic one',
      '127.0.0.12': 'has no reverse name',
      '127.0.0.200': 'put there by hand',
    },
    ipv6: true,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://lookup.abusix.com/',
    restrictions: 'Needs a query key.',
    weight: 'medium',
    keyed: { zone: 'combined.mail.abusix.zone', operator: 'abusix', only: true },
    system: 'abusix',
    sources: [nameOnly, zones],
  },
];
