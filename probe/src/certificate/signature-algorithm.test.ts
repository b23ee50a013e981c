import { describe, expect, it } from 'vitest';
import { der, makeCertificate } from '../certificate-fixture.ts';
import { signatureAlgorithmOf } from './signature-algorithm.ts';

describe('how a certificate is signed', () => {
  it.each([
    ['ec', 'sha256', 'ecdsa-with-SHA256'],
    ['ec', 'sha1', 'ecdsa-with-SHA1'],
    ['rsa', 'sha384', 'sha384WithRSAEncryption'],
    ['ed25519', 'sha256', 'ED25519'],
  ] as const)('%s with %s is %s', (kind, hash, name) => {
    expect(signatureAlgorithmOf(makeCertificate({ names: ['mx.example.com'], kind, hash }).der)).toBe(name);
  });

  it('is told by its identifier where it has no name here', () => {
    const certificate = der.sequence(der.sequence(), der.sequence(der.oid('1.2.3.4')), der.bits(Buffer.of()));
    expect(signatureAlgorithmOf(certificate)).toBe('1.2.3.4');
  });

  it.each([
    ['nothing', Buffer.of()],
    ['no sequence', der.oid('1.2.3.4')],
    ['an empty one', der.sequence()],
    ['no identifier', der.sequence(der.sequence(), der.sequence(der.null))],
    ['one that was cut off', makeCertificate({ names: ['mx.example.com'] }).der.subarray(0, -1)],
  ])('is not known of %s', (_name, bytes) => {
    expect(signatureAlgorithmOf(bytes)).toBeNull();
  });
});
