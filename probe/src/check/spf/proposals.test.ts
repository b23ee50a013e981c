import { OverlayDns, type Zone } from '@whybounce/core/dns';
import { checkHost } from '@whybounce/core/record';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checks } from '../../generated/checks.ts';
import { contextOf } from '../prove-fixture.ts';

const zone: Zone = {
  'example.com': { MX: [{ preference: 0, exchange: 'mail.example.com' }], A: ['192.0.2.80'] },
  'mail.example.com': { A: ['192.0.2.1'], AAAA: ['2001:db8::1'] },
  'a.example': { TXT: ['v=spf1 ip4:192.0.2.2 -all'] },
  'b.example': { TXT: ['v=spf1 ip4:192.0.2.3 ~all'] },
  'broken.example': { TXT: ['v=spf1 mxx -all'] },
  'host.example': { A: ['192.0.2.4'] },
  'xn--bcher-kva.example': { A: ['192.0.2.5'] },
  '7.2.0.192.in-addr.arpa': { PTR: ['out.example.com'] },
  'out.example.com': { A: ['192.0.2.7'] },
};
/** A sender of whom no record says anything. */
const STRANGER = '203.0.113.9';

/** What people write into records, each with the address that sends by way of it, as it was meant. */
const senders: readonly (readonly [term: string, ip: string])[] = [
  ['mx', '192.0.2.1'],
  ['include:a.example', '192.0.2.2'],
  ['include: a.example', '192.0.2.2'],
  ['include=a.example', '192.0.2.2'],
  ['include:b.example', '192.0.2.3'],
  ['a:host.example', '192.0.2.4'],
  ['mx:host.example', '192.0.2.4'],
  ['a:b\xc3\xbccher.example', '192.0.2.5'],
  ['ip4:192.0.2.6', '192.0.2.6'],
  ['ipv4:192.0.2.6', '192.0.2.6'],
  ['ip4:192.0.2.6,192.0.2.9', '192.0.2.9'],
  ['ptr', '192.0.2.7'],
  // whom they meant nobody can tell
  ['include:gone.example', STRANGER],
  ['include:broken.example', STRANGER],
  ['include:example.com', STRANGER],
  ['include:%{i.example', STRANGER],
  ['ip4:203.0.113.0/33', STRANGER],
  ['moo', STRANGER],
];
const ends = [' -all', ' ~all', ' ?all', '', '.-all', '-all', ' \xe2\x80\x93all'];

it('no check of SPF proposes a record that refuses mail which the record lists, well or badly, and which is not refused today', async () => {
  const own = checks.filter(({ area, input }) => area === 'spf' && input === 'domain');
  expect(own.length).toBeGreaterThan(15);
  let proposed = 0;
  const terms = fc.array(fc.constantFrom(...senders), { minLength: 1, maxLength: 4 });
  const versions = fc.constantFrom('v=spf1', 'v=spf1', 'v=spf1', '"v=spf1', 'v=spf2');
  await fc.assert(
    fc.asyncProperty(versions, terms, fc.constantFrom(...ends), async (version, list, end) => {
      const record = `${version} ${list.map(([term]) => term).join(' ')}${end}`;
      const here: Zone = { ...zone, 'example.com': { ...(zone['example.com'] as object), TXT: [record] } };
      const context = contextOf({ zone: here, subject: { ip: '192.0.2.7' } });
      for (const check of own) {
        const { publish } = await check.run(context);
        const text = /^example\.com\. IN TXT (".*")$/m.exec(publish ?? '')?.[1]?.slice(1, -1);
        if (text === undefined) continue;
        proposed += 1;
        const dns = new OverlayDns(context.dns, { 'example.com': { TXT: [text] } });
        for (const [term, ip] of list) {
          const who = { ip, sender: 'ann@example.com', helo: 'out.example.com' };
          if ((await checkHost({ ...who, dns: context.dns })).verdict === 'fail') continue;
          const { verdict } = await checkHost({ ...who, dns });
          expect(verdict, `${check.id} makes "${text}" of "${record}": ${ip} of "${term}"`).not.toBe('fail');
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(proposed).toBeGreaterThan(20);
}, 60_000);
