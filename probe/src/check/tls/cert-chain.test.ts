import { makeCertificate } from '../../certificate-fixture.ts';
import { tlsaFor } from '../../dane/digest.ts';
import { mx } from '../mx/mail-servers-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import certChain from './cert-chain.ts';
import { nothingThere, plain, secured, servers, untestable, withPolicy } from './tls-fixture.ts';

const selfSigned = 'the certificate is signed by itself (DEPTH_ZERO_SELF_SIGNED_CERT)';
const missing = 'the issuer is not known here, and its certificate was not sent (UNABLE_TO_VERIFY_LEAF_SIGNATURE)';
const made = makeCertificate({ names: ['mx1.example.com'] });

proveCheck(certChain, {
  passes: {
    trusted: { ...servers(secured()), says: 'leads to a trusted authority (issuer Example CA 7)' },
    'DANE needs no authority': {
      zone: {
        'example.com': { MX: mx('mx1.example.com'), authenticated: true },
        'mx1.example.com': { A: ['192.0.2.1'], authenticated: true },
        '_25._tcp.mx1.example.com': { TLSA: [tlsaFor(made.der)], authenticated: true },
      },
      smtp: { '192.0.2.1': secured({ untrusted: selfSigned, chain: [made.der] }) },
      says: 'signed TLSA records name it',
    },
  },
  fails: {
    'the policy demands one': {
      ...withPolicy(servers(secured(), secured({ untrusted: missing, chain: [made.der] })), 'enforce'),
      says: /^mx2.*no trusted authority.*deliver nothing to it/,
      fix: /intermediate certificates together with its own \(1 was sent\)/,
    },
    'an expired certificate above it': withPolicy(
      servers(secured({ untrusted: 'a certificate has expired (CERT_HAS_EXPIRED)' })),
      'enforce',
    ),
  },
  warns: {
    'nobody demands one': {
      ...servers(secured({ untrusted: selfSigned })),
      says: 'most senders encrypt all the same',
      fix: /Let's Encrypt/,
    },
    'the policy is a test': {
      ...withPolicy(servers(secured({ untrusted: selfSigned })), 'testing'),
      says: 'once the MTA-STS policy is enforced',
    },
  },
  undetermined: {
    ...untestable,
    'it has expired itself': {
      ...servers(
        secured({ untrusted: 'a certificate has expired (CERT_HAS_EXPIRED)', validTo: new Date('2026-11-01') }),
      ),
      says: 'nothing can be said of who vouches',
    },
    'no certificate': servers(secured({}, { certificate: null })),
  },
  notApplicable: { ...nothingThere, 'no TLS': servers(plain) },
});
