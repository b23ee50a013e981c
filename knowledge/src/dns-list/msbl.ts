import type { DnsList } from './define.ts';
import { rspamd } from './sources.ts';

export const msbl: readonly DnsList[] = [
  {
    zone: 'ebl.msbl.org',
    name: 'MSBL EBL',
    kind: 'email-hash',
    lists: 'Mail addresses to which spam asks people to answer, as hashes.',
    decode: 'exact',
    codes: { '127.0.0.2-3': 'used by spammers', '127.0.1.2-3': 'possibly used by spammers' },
    ipv6: false,
    test: { listed: null, notListed: null },
    delist: 'https://msbl.org/ebl.html',
    restrictions: null,
    weight: 'informational',
    system: 'msbl',
    sources: [rspamd],
  },
];
