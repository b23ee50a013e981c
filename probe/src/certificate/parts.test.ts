import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { der, makeCertificate } from '../certificate-fixture.ts';
import { DerError, derValues, oidOf, readDer } from './der.ts';
import { certificateParts } from './parts.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('DER', () => {
  it.each([
    ['', 'ends early'],
    ['30', 'ends early'],
    ['300100', null],
    ['3002', 'ends early'],
    ['3080 0000', 'length of form'],
    ['308100', 'shortest form'],
    ['30817f', 'shortest form'],
    ['30820001', 'shortest form'],
    ['3084000000ff', 'length of form'],
    ['3082', 'shortest form'],
    ['1f0100', 'several octets'],
    ['3000ff', 'follow'],
  ])('%j', (hex, why) => {
    const read = (): unknown => readDer(bytes(hex.replaceAll(' ', '')));
    if (why === null) expect(read()).toMatchObject({ tag: 0x30 });
    else expect(read).toThrow(why);
  });

  it('reads identifiers', () => {
    for (const oid of ['1.3.6.1.5.5.7.1.12', '2.5.29.17', '0.9', '2.999.1', '1.2.840.113549.1.1.11'])
      if (!oid.startsWith('2.999')) expect(oidOf(readDer(der.oid(oid)))).toBe(oid);
    expect(oidOf(readDer(bytes('0603883701')))).toBe('2.999.1');
    expect(() => oidOf(readDer(bytes('06028837')))).not.toThrow();
    expect(() => oidOf(readDer(bytes('060188')))).toThrow('ends early');
    expect(() => oidOf(readDer(bytes('0600')))).toThrow('empty');
    expect(() => oidOf(readDer(bytes(`060b${'ff'.repeat(11)}`)))).toThrow('too large');
    expect(() => oidOf(readDer(bytes('0500')))).toThrow('0x05');
  });

  it('refuses more values than anybody needs', () => {
    expect(() => derValues(new Uint8Array(4_096).map((_, index) => (index % 2 === 0 ? 5 : 0)))).toThrow('more than');
  });

  it('throws nothing but its own error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (garbage) => {
        for (const read of [readDer, derValues, certificateParts])
          try {
            read(garbage);
          } catch (error) {
            expect(error).toBeInstanceOf(DerError);
          }
      }),
    );
  });
});

describe('a certificate', () => {
  it.each(['ec', 'rsa', 'ed25519'] as const)('gives out its key and extensions: %s', (kind) => {
    const value = der.octets(Buffer.from('logo'));
    const made = makeCertificate({
      names: ['mx.example.com'],
      kind,
      extensions: [{ oid: '1.3.6.1.5.5.7.1.12', value }],
    });
    const { publicKey, extensions } = certificateParts(made.der);
    const spki = createPublicKey(made.privateKey.export({ type: 'pkcs8', format: 'pem' })).export({
      type: 'spki',
      format: 'der',
    });
    expect(Buffer.from(publicKey)).toEqual(spki);
    expect([...extensions.keys()]).toEqual(['2.5.29.19', '2.5.29.15', '2.5.29.37', '2.5.29.17', '1.3.6.1.5.5.7.1.12']);
    expect(Buffer.from(extensions.get('1.3.6.1.5.5.7.1.12') ?? [])).toEqual(value);
  });

  it('with an extension that is there twice is refused', () => {
    const extension = { oid: '1.2.3', value: der.null };
    expect(() => certificateParts(makeCertificate({ names: [], extensions: [extension, extension] }).der)).toThrow(
      'twice',
    );
  });

  it('survives every cut and every changed octet', () => {
    const whole = makeCertificate({ names: ['mx.example.com'] }).der;
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x81;
      for (const broken of [whole.subarray(0, at), changed])
        try {
          certificateParts(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
    }
  });
});
