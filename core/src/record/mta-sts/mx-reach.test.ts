import { expect, it } from 'vitest';
import { ZoneDns } from '../../dns/index.ts';
import { mxReach } from './mx-reach.ts';

const dns = new ZoneDns({
  'mx1.example.com': { A: ['192.0.2.1'] },
  'mx6.example.com': { AAAA: ['2001:db8::1'] },
  'text.example.com': { TXT: ['no address'] },
  'mute.example.com': 'timeout',
});

it('leaves out mail servers without an address, and keeps those of which that is not known', async () => {
  const hosts = ['mx1.example.com', 'gone.example.com', 'mx6.example.com', 'text.example.com', 'mute.example.com'];
  expect(await mxReach(hosts, dns)).toEqual({
    named: ['mx1.example.com', 'mx6.example.com', 'mute.example.com'],
    dead: ['gone.example.com', 'text.example.com'],
    unknown: ['mute.example.com'],
  });
});

it('looks up no more than twenty', async () => {
  const hosts = Array.from({ length: 25 }, (_, index) => `mx${index}.gone.example`);
  const { dead, unknown } = await mxReach(hosts, dns);
  expect([dead.length, unknown.length]).toEqual([20, 5]);
});
