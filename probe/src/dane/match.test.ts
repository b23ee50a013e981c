import { formatTlsa, type TlsaRecord, tlsaRollover } from '@whybounce/core/record';
import { describe, expect, it } from 'vitest';
import { makeCa, makeCertificate } from '../certificate-fixture.ts';
import { tlsaData, tlsaFor } from './digest.ts';
import { matchTlsa } from './match.ts';

const now = new Date();
const names = ['mx.example.com', 'example.com'];
const root = makeCa();
const middle = makeCa({ ca: root, commonName: 'Test intermediate' });
const leaf = makeCertificate({ names: ['mx.example.com'], ca: middle });
const chain = [leaf.der, middle.der, root.der];
const other = makeCertificate({ names: ['mx.example.com'] });

const verdicts = (records: TlsaRecord[], given: readonly Uint8Array[] = chain): string[] => {
  const { outcome, matches } = matchTlsa(records, given, names, now);
  return [outcome, ...matches.map(({ verdict }) => verdict)];
};

const kinds = [0, 1].flatMap((selector) => [0, 1, 2].map((matchingType) => ({ selector, matchingType })));

describe('a chain held against TLSA records', () => {
  it.each(kinds)('matches the server by usage 3, %j', (kind) => {
    expect(verdicts([tlsaFor(leaf.der, { usage: 3, ...kind })])).toEqual(['match', 'match']);
    expect(verdicts([tlsaFor(other.der, { usage: 3, ...kind })])).toEqual(['mismatch', 'mismatch']);
  });

  it.each(kinds)('matches an authority by usage 2, %j', (kind) => {
    for (const authority of [root, middle])
      expect(verdicts([tlsaFor(authority.der, { usage: 2, ...kind })])).toEqual(['match', 'match']);
    expect(verdicts([tlsaFor(other.der, { usage: 2, ...kind })])).toEqual(['mismatch', 'mismatch']);
  });

  it('takes the certificates in any order', () => {
    const record = tlsaFor(root.der, { usage: 2, selector: 0, matchingType: 1 });
    expect(verdicts([record], [leaf.der, root.der, middle.der])).toEqual(['match', 'match']);
  });

  it('takes each of two certificates of one authority', () => {
    const cross = makeCa({
      ca: makeCa({ commonName: 'Other root' }),
      commonName: 'Test intermediate',
      privateKey: middle.privateKey,
    });
    for (const authority of [middle, cross, root])
      expect(
        verdicts(
          [tlsaFor(authority.der, { usage: 2, selector: 0, matchingType: 1 })],
          [leaf.der, cross.der, middle.der, root.der],
        )[0],
      ).toBe('match');
  });

  it('finds an authority that only the record itself holds', () => {
    for (const selector of [0, 1]) {
      expect(verdicts([tlsaFor(root.der, { usage: 2, selector, matchingType: 0 })], [leaf.der, middle.der])[0]).toBe(
        'match',
      );
      expect(verdicts([tlsaFor(root.der, { usage: 2, selector, matchingType: 1 })], [leaf.der, middle.der])[0]).toBe(
        'mismatch',
      );
    }
  });

  it('wants signatures, not names alone, between the certificates', () => {
    const namesake = makeCa({ commonName: 'Test intermediate' });
    const record = tlsaFor(namesake.der, { usage: 2, selector: 0, matchingType: 1 });
    expect(verdicts([record], [leaf.der, namesake.der])).toEqual(['mismatch', 'mismatch']);
    // a certificate that may not sign vouches for nobody
    const plain = makeCertificate({ names: ['mx.example.com'], ca: other });
    expect(verdicts([tlsaFor(other.der, { usage: 2, selector: 0, matchingType: 1 })], [plain.der, other.der])[0]).toBe(
      'mismatch',
    );
  });

  it('tells a usage that was mistaken for the other', () => {
    const says = (record: TlsaRecord): string => matchTlsa([record], chain, names, now).matches[0]?.says ?? '';
    expect(says(tlsaFor(leaf.der, { usage: 2, selector: 1, matchingType: 1 }))).toContain('usage 3 is meant');
    expect(says(tlsaFor(middle.der))).toContain('usage 2 is meant');
    expect(says(tlsaFor(other.der))).toContain('another key');
  });

  it('looks at names and dates for usage 2 alone', () => {
    const foreign = makeCertificate({ names: ['mx.example.net'], ca: root });
    const past = { validFrom: new Date('2020-01-01T00:00:00Z'), validTo: new Date('2021-01-01T00:00:00Z') };
    const expired = makeCertificate({ names: ['mx.example.com'], ca: root, ...past });
    const bare = makeCertificate({ names: [], commonName: null, ca: root, ...past });
    const noNames = makeCertificate({ names: ['mx.example.com'], altNames: false, ca: root });
    const authority = tlsaFor(root.der, { usage: 2, selector: 0, matchingType: 1 });
    for (const [made, why] of [
      [foreign, 'does not name mx.example.com or example.com'],
      [expired, '2021-01-01'],
      [bare, 'without a subject'],
      [noNames, 'does not name'],
    ] as const) {
      const { outcome, matches } = matchTlsa([authority], [made.der, root.der], names, now);
      expect(outcome).toBe('mismatch');
      expect(matches[0]?.says).toContain(why);
      expect(verdicts([tlsaFor(made.der)], [made.der])).toEqual(['match', 'match']);
    }
    const wildcard = makeCertificate({ names: ['*.example.com'], ca: root });
    expect(verdicts([authority], [wildcard.der, root.der])[0]).toBe('match');
  });

  it('does not stumble over names that are none', () => {
    const authority = tlsaFor(root.der, { usage: 2, selector: 0, matchingType: 1 });
    for (const name of ['', 'a\0b', 'é', '.'])
      expect(matchTlsa([authority], chain, [name], now).outcome).toBe('mismatch');
  });

  it('is matched by one record among others', () => {
    const unusable = {
      usage: 1,
      selector: 1,
      matchingType: 1,
      data: tlsaData(leaf.der, { selector: 1, matchingType: 1 }),
    };
    expect(verdicts([unusable])).toEqual(['unusable', 'unusable']);
    expect(verdicts([unusable, tlsaFor(other.der), tlsaFor(leaf.der)])).toEqual([
      'match',
      'unusable',
      'mismatch',
      'match',
    ]);
    expect(verdicts([])).toEqual(['unusable']);
  });

  it('cannot be read', () => {
    expect(verdicts([tlsaFor(leaf.der)], [])).toEqual(['no-chain', 'mismatch']);
    expect(verdicts([tlsaFor(leaf.der)], [Buffer.from('garbage'), leaf.der])).toEqual(['no-chain', 'mismatch']);
    expect(verdicts([tlsaFor(leaf.der)], [leaf.der, Buffer.from('garbage')])).toEqual(['match', 'match']);
    expect(verdicts([tlsaFor(leaf.der)], [leaf.der, ...Array(500).fill(leaf.der)])).toEqual(['match', 'match']);
  });

  it('with any octet changed is judged, whatever that makes of it', () => {
    const authority = tlsaFor(root.der, { usage: 2, selector: 0, matchingType: 1 });
    const records = [tlsaFor(leaf.der), authority, { ...authority, matchingType: 0, data: '3000' }];
    for (const position of [0, 1])
      for (let at = 0; at < (chain[position]?.length ?? 0); at++) {
        const changed = chain.map((der) => Buffer.from(der));
        const target = changed[position] as Buffer;
        target[at] = (target[at] ?? 0) ^ 0x81;
        const { matches } = matchTlsa(records, changed, names, now);
        expect(matches[1]?.verdict, `octet ${at} of certificate ${position}`).toBe('mismatch');
      }
  });

  it('tells whether the key can be changed', () => {
    const records = [tlsaFor(leaf.der), tlsaFor(other.der)];
    const matches = matchTlsa(records, chain, names, now).matches.map(({ verdict }) => verdict === 'match');
    expect(tlsaRollover(records, matches)).toMatchObject({ scheme: 'current-and-next', ready: true });
  });
});

describe('a record for a certificate', () => {
  it('is 3 1 1 and stays when the certificate is renewed with its key', () => {
    const renewed = makeCertificate({ names: ['mx.example.com'], privateKey: leaf.privateKey });
    expect(formatTlsa(tlsaFor(leaf.der))).toMatch(/^3 1 1 [0-9a-f]{64}$/);
    expect(tlsaFor(renewed.der)).toEqual(tlsaFor(leaf.der));
    const whole = { usage: 3, selector: 0, matchingType: 1 };
    expect(tlsaFor(renewed.der, whole)).not.toEqual(tlsaFor(leaf.der, whole));
  });

  it.each([
    [{ usage: 1, selector: 1, matchingType: 1 }, 'usage is 1'],
    [{ usage: 3, selector: 2, matchingType: 1 }, 'selector is 2'],
    [{ usage: 3, selector: 1, matchingType: 3 }, 'matchingType is 3'],
  ])('is refused for %j', (kind, why) => {
    expect(() => tlsaFor(leaf.der, kind)).toThrow(why);
  });
});
