import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitsOf,
  type Cidr,
  cidrContains,
  cidrOf,
  cidrSize,
  expandIpv6,
  formatCidr,
  formatIp,
  type IpAddress,
  type IpRange,
  IpSet,
  IpSetBuilder,
  parseCidr,
  parseIp,
  reverseName,
  unmapped,
} from './index.ts';

const at = (text: string): IpAddress => {
  const ip = parseIp(text);
  if (ip === null) throw new Error(`${text} is no address`);
  return ip;
};
const range = (text: string): Cidr => {
  const cidr = parseCidr(text);
  if (cidr === null) throw new Error(`${text} is no range`);
  return cidr;
};

const anyIp = fc.oneof(
  fc.bigInt(0n, 2n ** 32n - 1n).map((value): IpAddress => ({ family: 4, value })),
  fc.bigInt(0n, 2n ** 128n - 1n).map((value): IpAddress => ({ family: 6, value })),
);

describe('an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['::1', '::1'],
    ['2001:DB8::0:1', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:0db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['::FFFF:c000:201', '::ffff:192.0.2.1'],
    ['2001:db8::192.0.2.1', '2001:db8::c000:201'],
  ])('%s is written %s', (text, written) => {
    expect(formatIp(at(text))).toBe(written);
  });

  it.each([
    '',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.01',
    '192.0.2.1.',
    '192.0.2.1/24',
    ' 192.0.2.1',
    '0x7f.1',
    ':',
    ':::',
    '::1::',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4::5:6:7:8',
    '12345::',
    '::g',
    'fe80::1%eth0',
    '[::1]',
    '192.0.2.1::',
    '::192.0.2.1:1',
    '::192.0.2.300',
    `::${'0'.repeat(100_000)}`,
  ])('%j is none', (text) => {
    expect(parseIp(text)).toBeNull();
  });

  it('is read back as it was written, in both forms', () => {
    fc.assert(
      fc.property(anyIp, (ip) => {
        expect(parseIp(formatIp(ip))).toEqual(ip);
        expect(parseIp(expandIpv6(ip))).toEqual(ip);
      }),
    );
  });

  it('has a reverse name', () => {
    expect(reverseName(at('192.0.2.1'))).toBe('1.2.0.192.in-addr.arpa');
    expect(reverseName(at('::ffff:192.0.2.1'))).toBe('1.2.0.192.in-addr.arpa');
    expect(reverseName(at('2001:db8::1'))).toBe(
      '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa',
    );
  });

  it('is IPv4 when it is mapped', () => {
    expect(unmapped(at('::ffff:192.0.2.1'))).toEqual(at('192.0.2.1'));
    expect(unmapped(at('::192.0.2.1')).family).toBe(6);
  });
});

describe('a range', () => {
  it('clears what stands after the prefix', () => {
    expect(formatCidr(range('192.0.2.77/24'))).toBe('192.0.2.0/24');
    expect(formatCidr(range('2001:db8::5/32'))).toBe('2001:db8::/32');
    expect(formatCidr(range('0.0.0.0/0'))).toBe('0.0.0.0/0');
    expect(cidrSize(range('192.0.2.0/24'))).toBe(256n);
  });

  it.each(['192.0.2.0/33', '192.0.2.0/', '192.0.2.0/024', '2001:db8::/129', '/24', '192.0.2.0/24/64'])(
    '%s is none',
    (text) => {
      expect(parseCidr(text)).toBeNull();
    },
  );

  it('says what a prefix may be', () => {
    expect(() => cidrOf(at('192.0.2.1'), 33)).toThrow('prefix is 33: give a whole number from 0 to 32');
  });

  it('holds addresses and ranges of its family', () => {
    expect(cidrContains(range('192.0.2.0/24'), at('192.0.2.255'))).toBe(true);
    expect(cidrContains(range('192.0.2.0/24'), range('192.0.2.128/25'))).toBe(true);
    expect(cidrContains(range('192.0.2.0/25'), range('192.0.2.0/24'))).toBe(false);
    expect(cidrContains(range('0.0.0.0/0'), at('::1'))).toBe(false);
  });
});

describe('a set', () => {
  const setOf = (...texts: string[]) => IpSet.of(texts.map(range));
  const bare = ({ family, first, last }: IpRange) => ({ family, first, last });
  const written = (set: IpSet) => set.cidrs().map(formatCidr);

  it('joins what overlaps or touches, in the fewest ranges', () => {
    const set = setOf('192.0.2.128/25', '2001:db8:8000::/33', '192.0.2.0/25', '192.0.2.64/26', '2001:db8::/33');
    expect(written(set)).toEqual(['192.0.2.0/24', '2001:db8::/32']);
    expect(set.size(4)).toBe(256n);
    expect(set.size(6)).toBe(2n ** 96n);
  });

  it('takes one from another', () => {
    expect(written(setOf('192.0.2.0/24', '2001:db8::/32').minus(setOf('192.0.2.64/26', '2001:db8::/32')))).toEqual([
      '192.0.2.0/26',
      '192.0.2.128/25',
    ]);
  });

  it('agrees with one address after the other', () => {
    const small = fc.array(
      fc.record({ start: fc.integer({ min: 0, max: 63 }), prefix: fc.integer({ min: 26, max: 32 }) }),
      { maxLength: 8 },
    );
    const setFrom = (list: readonly { start: number; prefix: number }[]) =>
      IpSet.of(list.map(({ start, prefix }) => cidrOf({ family: 4, value: BigInt(start) }, prefix)));
    fc.assert(
      fc.property(small, small, (left, right) => {
        const [a, b] = [setFrom(left), setFrom(right)];
        const [all, rest] = [a.union(b), a.minus(b)];
        let count = 0n;
        for (let value = 0n; value < 70n; value += 1n) {
          const ip: IpAddress = { family: 4, value };
          expect(all.has(ip)).toBe(a.has(ip) || b.has(ip));
          expect(rest.has(ip)).toBe(a.has(ip) && !b.has(ip));
          if (all.has(ip)) count += 1n;
        }
        expect(all.size(4)).toBe(count);
        expect(IpSet.of(all.cidrs()).ranges.map(bare)).toEqual(all.ranges.map(bare));
        for (const cidr of all.cidrs()) expect(all.has(cidr)).toBe(true);
        for (const cidr of b.cidrs()) expect(a.touches(cidr)).toBe(a.minus(IpSet.of([cidr])).size(4) < a.size(4));
      }),
    );
  });

  it('is the same when it is collected one range after the other', () => {
    const list = fc.array(
      fc.record({
        family: fc.constantFrom(4 as const, 6 as const),
        start: fc.integer({ min: 0, max: 63 }),
        prefix: fc.integer({ min: 26, max: 32 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(list, (ranges) => {
        const builder = new IpSetBuilder();
        const cidrs = ranges.map(({ family, start, prefix }) =>
          cidrOf({ family, value: BigInt(start) }, family === 4 ? prefix : prefix + 96),
        );
        for (const [at, cidr] of cidrs.entries()) {
          const before = IpSet.of(cidrs.slice(0, at));
          expect(builder.has(cidr)).toBe(before.has(cidr));
          expect(builder.add(cidr).map(bare)).toEqual(IpSet.of([cidr]).minus(before).ranges.map(bare));
        }
        expect(builder.build().ranges.map(bare)).toEqual(IpSet.of(cidrs).ranges.map(bare));
      }),
    );
  });

  it('holds the whole of both families', () => {
    const all = setOf('0.0.0.0/0', '::/0');
    expect(written(all)).toEqual(['0.0.0.0/0', '::/0']);
    expect(all.size(6)).toBe(2n ** BigInt(bitsOf(6)));
    expect(written(all.minus(setOf('0.0.0.0/1', '8000::/1')))).toEqual(['128.0.0.0/1', '::/1']);
  });
});
