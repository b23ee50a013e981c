import { makeCertificate } from '../../certificate-fixture.ts';
import { tlsaFor } from '../../dane/digest.ts';
import { mx } from '../mx/mail-servers-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import certHost from './cert-host.ts';
import { atProvider, nothingThere, plain, secured, servers, untestable, withPolicy } from './tls-fixture.ts';

const web = secured({ names: ['example.com', 'www.example.com'] });
const commonNameOnly = makeCertificate({ names: ['mx1.example.com'], altNames: false });
const other = makeCertificate({ names: ['mail.example.net'] });

proveCheck(certHost, {
  passes: {
    'each name': { ...servers(secured()), says: 'the certificate names mx1.example.com' },
    'a wildcard for one label': servers(secured({ names: ['*.example.com'] })),
    'DANE needs no name': {
      zone: {
        'example.com': { MX: mx('mx1.example.com'), authenticated: true },
        'mx1.example.com': { A: ['192.0.2.1'], authenticated: true },
        '_25._tcp.mx1.example.com': { TLSA: [tlsaFor(other.der)], authenticated: true },
      },
      smtp: { '192.0.2.1': secured({ names: ['mail.example.net'], chain: [other.der] }) },
      says: 'enough for DANE',
    },
    'one server by its name': {
      subject: { domain: 'mx1.example.com', mailServer: 'mx1.example.com' },
      zone: { 'mx1.example.com': { A: ['192.0.2.1'] } },
      smtp: { '192.0.2.1': secured() },
    },
  },
  fails: {
    'the policy demands it': {
      ...withPolicy(servers(web), 'enforce'),
      severity: 'high',
      says: 'mx1.example.com (192.0.2.1) and mx2.example.com (192.0.2.2): the certificate is for example.com and www.example.com and not for the name of the server; the MTA-STS policy makes senders',
      fix: /^Have certificates issued with mx1\.example\.com and mx2\.example\.com as subject alternative names\. [^.]*\.\n/,
    },
    'a wildcard for two labels': withPolicy(servers(secured({ names: ['*.com'] })), 'enforce'),
    'a common name alone': {
      ...withPolicy(servers(secured({ names: ['mx1.example.com'], chain: [commonNameOnly.der] })), 'enforce'),
      says: 'as its common name alone',
    },
  },
  warns: {
    'nobody demands it': { ...servers(web), severity: 'medium', says: 'most senders encrypt all the same' },
    'a server of somebody else': {
      ...atProvider(secured({ names: ['localhost'] })),
      fix: /^eforward1\.registrar-servers\.com and eforward2\.registrar-servers\.com belong to Namecheap forwarding, who alone can repair this: [^.]*\.\n/,
    },
    'control characters in a name': {
      ...servers(secured({ names: ['\u001b[31m\u202e', '*'] })),
      says: /^[^\p{Cc}\u202e]*$/u,
    },
    'the policy is a test': {
      ...withPolicy(servers(web), 'testing'),
      severity: 'medium',
      says: 'once the MTA-STS policy is enforced',
    },
  },
  undetermined: untestable,
  notApplicable: {
    ...nothingThere,
    'no TLS': servers(plain),
    'a server without a name': {
      subject: { domain: null, mailServer: '192.0.2.1' },
      smtp: { '192.0.2.1': secured() },
      says: 'named by its address',
    },
  },
});
