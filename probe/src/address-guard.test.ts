import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressRange, isInsideAddress, isPublicAddress } from './address-guard.ts';

/** One address of each special range, and of its edges. */
const refused = {
  unspecified: ['0.0.0.0', '0.255.255.255', '::'],
  loopback: ['127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.255.255'],
  linkLocal: ['169.254.169.254', 'fe80::1', 'febf::1'],
  carrierGradeNat: ['100.64.0.1', '100.127.255.255'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1'],
  broadcast: ['255.255.255.255'],
  reserved: [
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.9',
    '240.0.0.1',
    '2001:db8::1',
    '3fff::1',
    '::7f00:1',
    '4000::1',
    '200::1',
  ],
  ipv4Mapped: ['::ffff:127.0.0.1', '::127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1'],
  rfc6145: ['::ffff:0:127.0.0.1'],
  rfc6052: ['64:ff9b::7f00:1', '64:ff9b:1::1'],
  '6to4': ['2002:7f00:1::'],
  teredo: ['2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  benchmarking: ['2001:2::1'],
  uniqueLocal: ['fc00::1', 'fdff::1', 'fd00:ec2::254'],
  deprecatedSiteLocal: ['fec0::1'],
  discard: ['100::1'],
  orchid2: ['2001:20::1'],
  as112: ['192.175.48.1'],
  amt: ['192.52.193.1'],
};

describe('the gate before every connection', () => {
  it.each(Object.entries(refused))('refuses %s', (range, addresses) => {
    expect(addresses.map(addressRange)).toEqual(addresses.map(() => range));
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it('lets public addresses through, up to the edges of the special ranges', () => {
    const open = ['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'];
    const more = ['128.0.0.0', '172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0', '198.17.255.255'];
    const six = ['2606:4700:4700::1111', '2a00:1450:4001::1a', '2001:4860:4860::8888'];
    for (const address of [...open, ...more, ...six]) expect(isPublicAddress(address), address).toBe(true);
  });

  it.each([
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '1.1.1.1 ',
    '1.1.1.1\n',
    '01.1.1.1',
    '[::1]',
    '2606:4700::1%eth0',
    '1.1.1.1:443',
    '',
    'example.com',
    '１.1.1.1',
  ])('takes %j for no address', (text) => expect(addressRange(text)).toBe('invalid'));

  it('refuses every IPv6 address outside the space that is routed', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.startsWith('::') ? '0' : (address.split(':')[0] ?? '0'), 16);
        if (first < 0x2000 || first > 0x3fff) expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });
});

it.each([
  ['10.0.0.1', true],
  ['::ffff:10.0.0.1', true],
  ['fe80::1', true],
  ['100.64.0.1', true],
  ['192.0.2.1', false],
  ['2001:db8::1', false],
  ['mail.example.com', null],
])('%s lies inside a network of one’s own: %s', (ip, inside) => {
  expect(isInsideAddress(ip)).toBe(inside);
});
