import { decodeReply } from '@whybounce/core/reply';
import { expect, it } from 'vitest';
import { checkOffers } from './check-offers.ts';

const offersFor = (event: object): ReturnType<typeof checkOffers> =>
  checkOffers({ ...decodeReply('550 5.1.1 User unknown'), ...event });

it('carries domains, hosts and addresses of machines, and nothing that names a person', () => {
  const offers = offersFor({
    recipient: 'jo.secret@Example.NET',
    sender: 'bounce+jo.secret=example.net@mail.example.com',
    remoteMta: { host: 'MX.example.net.', ip: '203.0.113.7' },
    sendingMta: { host: 'out.example.com', ip: '192.0.2.25' },
  });
  expect(offers.map(({ href }) => href)).toEqual([
    '/check/domain?domain=example.net&refused=mx.example.net',
    '/check/ip?ip=192.0.2.25&helo=out.example.com&from=mail.example.com',
  ]);
  expect(JSON.stringify(offers)).not.toContain('secret');
  for (const { href, values } of offers)
    expect([...new URLSearchParams(href.slice(href.indexOf('?')))]).toEqual(
      values.map(({ field, value }) => [field, value]),
    );
});

it.each([
  [{}, []],
  [{ recipient: 'jo@[192.0.2.1]', remoteMta: { host: null, ip: null } }, []],
  [{ recipient: 'jo@localhost' }, []],
  [
    { recipient: 'jo@bücher.example', remoteMta: { host: 'not a host', ip: '2001:db8::7' } },
    ['/check/domain?domain=b%C3%BCcher.example&refused=2001%3Adb8%3A%3A7'],
  ],
  [{ recipient: 'jo@a.example&x=1' }, []],
  [{ recipient: `jo@${'a'.repeat(64)}.example` }, []],
  [{ recipient: `jo@${'a.'.repeat(130)}example` }, []],
  [{ sendingMta: { host: 'out.example.com', ip: 'unknown' } }, []],
  [{ sender: '', sendingMta: { host: '192.0.2.1', ip: '192.0.2.1' } }, ['/check/ip?ip=192.0.2.1']],
])('%j', (event, hrefs) => {
  expect(offersFor(event).map(({ href }) => href)).toEqual(hrefs);
});
