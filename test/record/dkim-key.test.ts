import { generateKeyPairSync } from 'node:crypto';
import { lintDkimKey, parseDkimKey, writeDkimKey } from '@whybounce/core/record';
import { expect, it } from 'vitest';

/** The keys that OpenSSL makes are the ones that people publish. */
it.each(['spki', 'pkcs1'] as const)('publishes an RSA key of OpenSSL in %s', (type) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { text } = writeDkimKey({ publicKey: publicKey.export({ type, format: 'pem' }) as string });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  expect(text).toBe(`v=DKIM1; k=rsa; p=${der.toString('base64')}`);
  expect(parseDkimKey(text ?? '').key).toMatchObject({ kind: 'rsa', bits: 2048, exponent: 65_537 });
  expect(lintDkimKey(text ?? '')).toEqual([]);
  for (const privateType of ['pkcs8', 'pkcs1'] as const) {
    const secret = privateKey.export({ type: privateType, format: 'der' }).toString('base64');
    expect(writeDkimKey({ publicKey: secret }).problem).toMatch(/private key/);
    expect(lintDkimKey(`v=DKIM1; p=${secret}`).map(({ code }) => code)).toEqual(['private-key']);
  }
});

it('publishes an Ed25519 key of OpenSSL', () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  const { text } = writeDkimKey({ publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string });
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  expect(text).toBe(`v=DKIM1; k=ed25519; p=${raw.toString('base64')}`);
  expect(lintDkimKey(text ?? '')).toEqual([]);
});

it('refuses a key of an elliptic curve', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  expect(writeDkimKey({ publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string }).problem).toMatch(
    /an algorithm that DKIM does not have/,
  );
});
