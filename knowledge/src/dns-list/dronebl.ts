import type { DnsList } from './define.ts';
import { belief, javascriptClient } from './sources.ts';

export const dronebl: readonly DnsList[] = [
  {
    zone: 'dnsbl.dronebl.org',
    name: 'DroneBL',
    kind: 'ip',
    lists: 'Infected machines and open proxies, gathered mainly by chat networks.',
    decode: 'exact',
    codes: {
      '127.0.0.3': 'an infected machine seen on a chat network',
      '127.0.0.5-6': 'an infected machine',
      '127.0.0.7': 'an infected machine that takes part in attacks',
      '127.0.0.8-11': 'an open proxy',
      '127.0.0.12': 'an open DNS resolver',
      '127.0.0.13': 'guesses passwords',
      '127.0.0.14': 'an open proxy',
      '127.0.0.15': 'a hijacked router',
      '127.0.0.16-18': 'an infected machine',
      '127.0.0.19': 'a VPN service',
      '127.0.0.255': 'listed without a reason of its own',
    },
    harmless: { '127.0.0.1-2': 'a test entry, or a sample under observation' },
    ipv6: true,
    test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
    delist: 'https://dronebl.org/lookup?ip={ip}',
    restrictions: null,
    weight: 'low',
    system: 'dronebl',
    sources: [javascriptClient, belief],
  },
];
