import { makeCa, makeCertificate } from '../../certificate-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import certKey from './cert-key.ts';
import { nothingThere, plain, secured, servers, untestable } from './tls-fixture.ts';

const key = (type: string, bits: number | null, curve: string | null = null) => secured({ key: { type, bits, curve } });
const root = makeCa({ commonName: 'Example root', hash: 'sha1' });
const middle = makeCa({ commonName: 'Example middle', ca: root, hash: 'sha1' });
const leaf = makeCertificate({ names: ['mx1.example.com'], ca: middle });

proveCheck(certKey, {
  passes: {
    'RSA with 2048 bits': { ...servers(secured()), says: 'its key is RSA 2048' },
    'EC on P-256': { ...servers(key('ec', null, 'prime256v1')), says: 'its key is EC prime256v1' },
    'signed by itself with SHA-1': servers(
      secured({
        subject: 'CN=mx1.example.com',
        issuer: 'CN=mx1.example.com',
        signatureAlgorithm: 'sha1WithRSAEncryption',
      }),
    ),
    'a root with SHA-1': servers(secured({ chain: [leaf.der, root.der] })),
    'garbage in the chain': servers(secured({ chain: [leaf.der, Buffer.from('x')] })),
  },
  fails: {
    'RSA with 1024 bits': {
      ...servers(secured(), key('rsa', 1024)),
      severity: 'medium',
      says: /^mx2.*RSA with 1024 bits/,
      fix: /RSA key of 2048 bits/,
    },
    DSA: servers(key('dsa', null)),
    'signed with SHA-1': {
      ...servers(secured({ signatureAlgorithm: 'sha1WithRSAEncryption' })),
      says: 'sha1WithRSAEncryption',
    },
    'an intermediate certificate with SHA-1': {
      ...servers(secured({ chain: [leaf.der, middle.der, root.der] })),
      says: 'the intermediate certificate Example middle is signed with ecdsa-with-SHA1',
    },
  },
  warns: {
    'a curve that few know': { ...servers(key('ec', null, 'secp256k1')), severity: 'low', says: 'secp256k1' },
    Ed25519: { ...servers(key('ed25519', null)), severity: 'low', says: 'ED25519' },
  },
  undetermined: {
    ...untestable,
    'a key of an unknown kind': servers(key('unknown', null)),
    'no length': servers(key('rsa', null)),
    'no curve': servers(key('ec', null)),
  },
  notApplicable: { ...nothingThere, 'no TLS': servers(plain) },
});
