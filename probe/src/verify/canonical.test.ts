import { Buffer } from 'node:buffer';
import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { dkimSign } from 'mailauth';
import { describe, expect, it } from 'vitest';
import { canonicalBody, canonicalField, withoutSignature } from './canonical.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('canonicalization', () => {
  it('is that of RFC 6376 section 3.4.5', () => {
    const body = Buffer.from(' C \r\nD \t E\r\n\r\n\r\n');
    expect(canonicalBody(body, 'relaxed').toString()).toBe(' C\r\nD E\r\n');
    expect(canonicalBody(body, 'simple').toString()).toBe(' C \r\nD \t E\r\n');
    expect(canonicalField('A: X', 'relaxed')).toBe('a:X');
    expect(canonicalField('B : Y\t\r\n\tZ  ', 'relaxed')).toBe('b:Y Z');
    expect(canonicalField('B : Y\t\r\n\tZ  ', 'simple')).toBe('B : Y\t\r\n\tZ  ');
    expect(canonicalBody(Buffer.alloc(0), 'simple').toString()).toBe('\r\n');
    expect(canonicalBody(Buffer.alloc(0), 'relaxed').toString()).toBe('');
  });

  it('empties the last b= of a signature, and no other value', () => {
    expect(withoutSignature('DKIM-Signature: v=1; b=AB\r\n C; bh=b=x; z=b=1')).toBe(
      'DKIM-Signature: v=1; b=; bh=b=x; z=b=1',
    );
    expect(withoutSignature('DKIM-Signature: b=1; b = 2')).toBe('DKIM-Signature: b=1; b =');
  });

  it('hashes every body as the verifier does', async () => {
    const bodies = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '\r\n', '\r\n', '.', '\u00e9', '\r'),
      maxLength: 24,
    });
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom('simple', 'relaxed'), async (body, canonicalization) => {
        const bytes = Buffer.from(body, 'latin1');
        const { signatures } = await dkimSign(Buffer.concat([Buffer.from('From: a@example.com\r\n\r\n'), bytes]), {
          canonicalization: `relaxed/${canonicalization}`,
          signatureData: [{ signingDomain: 'example.com', selector: 's', privateKey: pem }],
        } as unknown as Parameters<typeof dkimSign>[1]);
        const hash = /bh=([^;]+);/.exec(signatures.replace(/\s+/g, ''))?.[1];
        const own = createHash('sha256').update(canonicalBody(bytes, canonicalization)).digest('base64');
        expect(own).toBe(hash);
      }),
      { numRuns: 300 },
    );
  });
});
