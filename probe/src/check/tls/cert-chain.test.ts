import { makeCertificate } from '../../certificate-fixture.ts';
import { tlsaFor } from '../../dane/digest.ts';
import { mx } from '../mx/mail-servers-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import certChain from './cert-chain.ts';
import { atProvider, nothingThere, plain, secured, servers, untestable, withPolicy } from './tls-fixture.ts';

const selfSigned = 'the certificate is signed by itself (DEPTH_ZERO_SELF_SIGNED_CERT)';
const missing = 'the issuer is not known here, and its certificate was not sent (UNABLE_TO_VERIFY_LEAF_SIGNATURE)';
const ownAuthority = 'the chain ends in a root that is not trusted (SELF_SIGNED_CERT_IN_CHAIN)';
const unknownIssuer = 'the issuer of the last certificate is not known (UNABLE_TO_GET_ISSUER_CERT_LOCALLY)';
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
      severity: 'high',
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
      severity: 'medium',
      says: 'most senders encrypt all the same',
      fix: /^Get certificates for mx1\.example\.com and mx2\.example\.com from a public authority; Let's Encrypt[^.]*\.\n/,
    },
    'an authority of one’s own': {
      ...servers(secured({ untrusted: ownAuthority, chain: [made.der, made.der] })),
      fix: /^Get certificates for .* from a public authority/,
    },
    'an issuer that is not known, though others were sent': {
      ...servers(secured({ untrusted: unknownIssuer, chain: [made.der, made.der] })),
      fix: /intermediate certificates .*\(2 were sent[\s\S]* If its authority is one of your own, get a certificate from a public one/,
    },
    'a server of somebody else': {
      ...atProvider(secured({ untrusted: selfSigned })),
      severity: 'medium',
      fix: /^eforward1\.registrar-servers\.com and eforward2\.registrar-servers\.com belong to Namecheap forwarding, who alone can repair this: [^.]*\.\n/,
    },
    'the policy is a test': {
      ...withPolicy(servers(secured({ untrusted: selfSigned })), 'testing'),
      severity: 'medium',
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
