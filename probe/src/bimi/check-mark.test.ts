import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  type CertificateExtension,
  type CertificateWish,
  type Certified,
  der,
  makeCa,
  makeCertificate,
} from '../certificate-fixture.ts';
import { checkMark, type MarkQuestion, type MarkReport } from './check-mark.ts';

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">\n<title>Example</title>\n</svg>\n');
const SHA256 = '2.16.840.1.101.3.4.2.1';
const BIMI = '1.3.6.1.5.5.7.3.31';
const now = new Date('2026-06-01T00:00:00Z');
const validFrom = new Date('2026-01-01T00:00:00Z');
const validTo = new Date('2027-01-01T00:00:00Z');

const root = makeCa({ commonName: 'Mark root', validFrom, validTo });
const middle = makeCa({ ca: root, commonName: 'Mark intermediate', validFrom, validTo });

interface Logo {
  readonly uri?: string;
  readonly hashed?: Uint8Array;
  readonly hashOid?: string;
}

function logotype({
  uri = `data:image/svg+xml;base64,${gzipSync(SVG).toString('base64')}`,
  hashed = SVG,
  hashOid = SHA256,
}: Logo = {}): CertificateExtension {
  const hash = der.sequence(
    der.sequence(der.oid(hashOid), der.null),
    der.octets(createHash('sha256').update(hashed).digest()),
  );
  const details = der.sequence(der.ia5('image/svg+xml'), der.sequence(hash), der.sequence(der.ia5(uri)));
  const direct = der.tlv(0xa0, der.sequence(der.sequence(details)));
  return { oid: '1.3.6.1.5.5.7.1.12', value: der.sequence(der.tlv(0xa2, direct)) };
}

const timestamps: CertificateExtension = { oid: '1.3.6.1.4.1.11129.2.4.2', value: der.octets(Buffer.of(0, 0)) };

function mark(wish: Partial<CertificateWish> = {}): Certified {
  return makeCertificate({
    names: ['example.com'],
    ca: middle,
    validFrom,
    validTo,
    extendedKeyUsage: [BIMI],
    extensions: [logotype(), timestamps],
    ...wish,
  });
}

const file = (...made: readonly Certified[]): string => made.map(({ cert }) => cert).join('');

function check(pem: string, more: Partial<MarkQuestion> = {}): MarkReport {
  return checkMark({ pem, domain: 'example.com', selector: 'default', logo: SVG, roots: [root.cert], now, ...more });
}

const codes = (pem: string, more: Partial<MarkQuestion> = {}): string[] =>
  check(pem, more).findings.map(({ code }) => code);

describe('a mark certificate', () => {
  it('is read with the logo inside', () => {
    const { certificate, findings } = check(file(mark(), middle));
    expect(findings).toEqual([]);
    expect(certificate).toMatchObject({
      names: ['example.com'],
      issuer: 'CN=Mark intermediate',
      validTo,
      anchored: true,
    });
    expect(Buffer.from(certificate?.logo ?? [])).toEqual(SVG);
    expect(check(file(mark(), middle, root)).certificate?.anchored).toBe(true);
    expect(check(file(mark(), middle), { roots: [] })).toMatchObject({ findings: [], certificate: { anchored: null } });
  });

  it.each<[string, () => string, Partial<MarkQuestion>, string[]]>([
    ['nothing', () => 'hello', {}, ['no-certificate']],
    ['a web page', () => '<html>', {}, ['no-certificate']],
    ['garbage', () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', {}, ['unreadable']],
    ['the certificate alone', () => file(mark()), {}, ['no-intermediate']],
    [
      'another intermediate',
      () => file(mark(), makeCa({ commonName: 'Mark intermediate', validFrom, validTo })),
      {},
      ['chain'],
    ],
    ['the intermediate first', () => file(middle, mark()), {}, ['chain']],
    ['an unknown root', () => file(mark(), middle), { roots: [makeCa().cert] }, ['not-trusted']],
    ['a self-signed one', () => file(mark({ ca: undefined })), {}, ['self-signed']],
    ['one of a web server', () => file(mark({ extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'] }), middle), {}, ['purpose']],
    ['one that is not logged', () => file(mark({ extensions: [logotype()] }), middle), {}, ['not-logged']],
    ['one for another domain', () => file(mark({ names: ['example.net'] }), middle), {}, ['name']],
    ['one for a subdomain of it', () => file(mark({ names: ['news.example.com'] }), middle), {}, ['name']],
    ['one for the domain above', () => file(mark(), middle), { domain: 'news.example.com' }, []],
    ['one for the selector', () => file(mark({ names: ['v2._bimi.example.com'] }), middle), { selector: 'V2' }, []],
    ['one for another selector', () => file(mark({ names: ['v2._bimi.example.com'] }), middle), {}, ['name']],
    ['one for an address', () => file(mark({ names: ['192.0.2.1'] }), middle), {}, ['name']],
    ['an expired one', () => file(mark(), middle), { now: new Date('2027-01-02T00:00:00Z') }, ['expired']],
    ['one that ends soon', () => file(mark(), middle), { now: new Date('2026-12-20T00:00:00Z') }, ['ends-soon']],
    ['one of the future', () => file(mark(), middle), { now: new Date('2025-12-20T00:00:00Z') }, ['not-yet-valid']],
    ['one without a logo', () => file(mark({ extensions: [timestamps] }), middle), {}, ['no-logo']],
    [
      'one with garbage for a logo',
      () => file(mark({ extensions: [{ oid: '1.3.6.1.5.5.7.1.12', value: der.null }, timestamps] }), middle),
      {},
      ['no-logo'],
    ],
    [
      'one with the logo elsewhere',
      () => file(mark({ extensions: [logotype({ uri: 'https://example.com/l.svg' }), timestamps] }), middle),
      {},
      ['logo-elsewhere'],
    ],
    [
      'one with a damaged logo',
      () => file(mark({ extensions: [logotype({ uri: 'data:image/svg+xml;base64,H4sIAAAA' }), timestamps] }), middle),
      {},
      ['logo-unreadable'],
    ],
    [
      'one with another hash',
      () => file(mark({ extensions: [logotype({ hashed: Buffer.from('x') }), timestamps] }), middle),
      {},
      ['logo-hash'],
    ],
    [
      'one with an unknown hash',
      () => file(mark({ extensions: [logotype({ hashOid: '1.2.3' }), timestamps] }), middle),
      {},
      ['logo-hash'],
    ],
    ['another logo than published', () => file(mark(), middle), { logo: Buffer.from('<svg/>') }, ['other-logo']],
    [
      'the logo with other line ends',
      () => file(mark(), middle),
      { logo: Buffer.from(SVG.toString().replaceAll('\n', '\r\n')) },
      [],
    ],
    ['the logo packed', () => file(mark(), middle), { logo: gzipSync(SVG) }, []],
    ['one without a subject', () => file(mark({ commonName: null }), middle), {}, []],
    [
      'one by nobody',
      () => file(mark({ ca: makeCa({ commonName: null, validFrom, validTo }) })),
      {},
      ['no-intermediate'],
    ],
    ['no published logo', () => file(mark(), middle), { logo: null }, []],
  ])('%s', (_, pem, more, expected) => {
    expect(codes(pem(), more)).toEqual(expected);
  });

  it('with a logo that unpacks without end is refused', () => {
    const bomb = `data:image/svg+xml;base64,${gzipSync(Buffer.alloc(16 << 20)).toString('base64')}`;
    const { findings, certificate } = check(file(mark({ extensions: [logotype({ uri: bomb }), timestamps] }), middle));
    expect(findings.map(({ code }) => code)).toEqual(['logo-unreadable']);
    expect(certificate?.logo).toBeNull();
  });

  it('says with its own values what is wrong', () => {
    const [name] = check(file(mark({ names: ['example.net'] }), middle)).findings;
    expect(name?.says).toBe('The certificate is for example.net and not for example.com.');
    const [ended] = check(file(mark(), middle), { now: new Date('2027-05-01T00:00:00Z') }).findings;
    expect(ended?.says).toContain('2027-01-01');
  });

  it('with any octet changed is judged, whatever that makes of it', () => {
    const { der: whole } = mark();
    for (let at = 0; at < whole.length; at += 3)
      for (const bits of [0x01, 0x80]) {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ bits;
        const pem = `-----BEGIN CERTIFICATE-----\n${changed.toString('base64')}\n-----END CERTIFICATE-----\n`;
        expect(check(pem + middle.cert).findings.length, `octet ${at}`).toBeGreaterThan(0);
      }
  });

  it('says what kind of mark it is for', () => {
    const attributes = { '2.5.4.10': 'Example', '1.3.6.1.4.1.53087.1.13': 'Registered Mark' };
    expect(check(file(mark({ attributes }), middle)).certificate?.markType).toBe('Registered Mark');
    expect(check(file(mark(), middle)).certificate?.markType).toBeNull();
  });

  it('in a file of a thousand is looked at in part', () => {
    expect(codes(file(mark(), middle) + root.cert.repeat(1_000))).toEqual([]);
  });
});
