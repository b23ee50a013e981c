import { busy, closed, greets } from '../mx/dialogue-fixture.ts';
import { mx } from '../mx/mail-servers-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import starttls from './starttls.ts';
import {
  dualStack,
  handshakeFails,
  nothingThere,
  plain,
  refusesTls,
  secured,
  servers,
  untestable,
  withPolicy,
} from './tls-fixture.ts';

const greetsAs = (reply: string) => greets(reply).steps ?? [];

proveCheck(starttls, {
  passes: {
    'both do': {
      ...servers(secured()),
      says: 'mx1.example.com (192.0.2.1) and mx2.example.com (192.0.2.2): STARTTLS is offered, and TLS 1.3 comes about.',
    },
    'the other family was not reached': {
      ...dualStack(secured(), closed('no IPv6', 'not-tried')),
      says: 'mx1.example.com (2001:db8::1): not tried; no IPv6.',
    },
    'turned away after TLS': servers({ ...secured(), outcome: 'turned-away' }),
    'one server by its address': {
      subject: { domain: null, mailServer: '192.0.2.1' },
      smtp: { '192.0.2.1': secured() },
      says: '192.0.2.1: STARTTLS is offered',
    },
  },
  fails: {
    'none offers it': {
      ...servers(plain),
      severity: 'high',
      says: 'readable for everybody',
      fix: /Switch STARTTLS on in mx1/,
    },
    'a Postfix': {
      ...servers({ ...plain, steps: [...greetsAs('220 mx1.example.com ESMTP Postfix'), ...(plain.steps ?? [])] }),
      fix: '# main.cf of mx1.example.com\nsmtpd_tls_security_level = may',
    },
    'one of one’s own, the other somebody else’s': {
      zone: {
        'example.com': { MX: mx('mx1.example.com', 'eforward1.registrar-servers.com') },
        'mx1.example.com': { A: ['192.0.2.1'] },
        'eforward1.registrar-servers.com': { A: ['192.0.2.2'] },
      },
      smtp: { '192.0.2.1': plain, '192.0.2.2': { ...plain, ...greets('220 mx ESMTP Postfix') } },
      fix: /^Switch STARTTLS on in mx1[^\n]* eforward1\.registrar-servers\.com belongs to Namecheap forwarding, [^\n]*\nnull$/,
    },
    'the second does not, and stands first': {
      ...servers(secured(), plain),
      says: /^mx2\.example\.com \(192\.0\.2\.2\): it does not offer STARTTLS.*mx1\.example\.com \(192\.0\.2\.1\): STARTTLS is offered/,
    },
    'one does not, the other was not reached': {
      ...servers(busy, plain),
      says: /does not offer.*it turned this connection away with "421/,
    },
    'mail is refused by the policy': {
      ...withPolicy(servers(plain), 'enforce'),
      severity: 'critical',
      says: 'MTA-STS policy makes senders',
    },
    'refused for good': { ...servers(refusesTls('502 5.5.1 Not implemented')), says: 'refuses it with "502 5.5.1' },
    'no cipher in common': {
      ...servers(handshakeFails('sslv3 alert handshake failure')),
      says: 'no cipher or certificate that fits',
      fix: 'log of mx1',
    },
    'only versions that nobody has': {
      ...servers(handshakeFails('unsupported protocol')),
      says: 'no version of TLS in common',
    },
    'no secure renegotiation': { ...servers(handshakeFails('unsafe legacy renegotiation disabled')), says: 'RFC 5746' },
    'something else': {
      ...servers(handshakeFails('wrong version number')),
      says: 'the handshake fails (wrong version number)',
    },
  },
  warns: {
    'out of order for the moment': {
      ...servers(refusesTls('454 4.7.0 TLS not available due to local problem')),
      severity: 'medium',
      says: '454 4.7.0',
    },
    'words behind STARTTLS': {
      ...servers({ ...secured(), notes: [{ kind: 'bytes-before-tls', detail: '250 slipped in' }] }),
      severity: 'medium',
      says: 'CVE-2011-0411',
    },
  },
  undetermined: {
    ...untestable,
    'greylisted at the greeting': {
      ...servers({ outcome: 'turned-away', ...greets('450 4.7.1 Greylisted, try again later') }),
      says: '450 4.7.1 Greylisted',
    },
    'one was not reached': { ...servers(secured(), busy), says: 'mx1.example.com (192.0.2.1): STARTTLS is offered' },
    'a firewall overwrites': { ...servers({ plainExtensions: { XXXXXXXA: '' } }), says: 'XXXXXXXA' },
    'refused for now': servers(refusesTls('421 4.3.2 Shutting down')),
    'this machine cannot': { ...servers(handshakeFails('no protocols available')), says: 'this machine' },
    'no handshake in time': servers(handshakeFails('no handshake in time')),
    'dropped before it was known': servers({ outcome: 'dropped', startTls: 'not-tried', detail: 'closed' }),
  },
  notApplicable: nothingThere,
});
