import { edited, signByHand } from '../../verify/signed-fixture.ts';
import { careful, endless, key, messageWorld, plain } from '../dkim/message-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import pass from './pass.ts';

const policy = (text: string) => ({ '_dmarc.example.com': { TXT: [text] } });
const reject = policy('v=DMARC1; p=reject');
const envelope = { ip: '192.0.2.1', helo: 'mail.example.com', mailFrom: 'ada@example.com' };
const spf = {
  'example.com': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
  'example.net': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
};
const foreign = signByHand(plain, key, 'From', '', 'example.net');
const below = signByHand(plain, key, 'From', '', 'mail.example.com');

proveCheck(pass, {
  passes: {
    'by DKIM': messageWorld(careful, {
      zone: reject,
      says: /passes DMARC for example.com. DKIM gave pass for example.com, which is aligned/,
    }),
    'by SPF': messageWorld(plain, { envelope, zone: { ...spf, ...reject }, says: /SPF gave pass for example.com/ }),
  },
  fails: {
    'neither is aligned': messageWorld(foreign, {
      envelope: { ...envelope, mailFrom: 'bounce@example.net' },
      zone: { ...spf, ...reject },
      says: /fails DMARC for example.com\. SPF gave pass for example.net, which is not aligned.*DKIM gave pass for example.net.*asks for p=reject/s,
      fix: /example.net signs the message: set up example.com/,
    }),
    'SPF fails, and nobody signed': messageWorld(plain, {
      envelope: { ...envelope, ip: '192.0.2.99' },
      zone: { ...spf, ...reject },
      fix: /signed with DKIM for example.com, or add the sending address/,
    }),
    'the signature is broken, SPF is of another domain': messageWorld(edited(careful, 'Friday', 'Monday'), {
      envelope: { ...envelope, mailFrom: 'bounce@example.net' },
      zone: { ...spf, ...reject },
      fix: /Repair the DKIM signature for example.com, or use an envelope sender in example.com in place of example.net/,
    }),
  },
  undetermined: {
    'the envelope is not known': messageWorld(edited(plain, /^Received: .*\r\n/, ''), {
      zone: reject,
      says: /not known.*DMARC depends on it/s,
    }),
    'the record does not answer': messageWorld(careful, { zone: { '_dmarc.example.com': 'servfail' } }),
    'the key does not answer': messageWorld(careful, {
      envelope: { ...envelope, mailFrom: 'bounce@example.net' },
      zone: { ...spf, ...reject, 's1._domainkey.example.com': 'timeout' },
    }),
    'beyond the limits': endless,
  },
  warns: {
    'old and new receivers differ': messageWorld(below, {
      envelope: { ...envelope, mailFrom: '<>' },
      zone: {
        's1._domainkey.mail.example.com': { TXT: [key.record] },
        '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject'] },
        '_dmarc.mail.example.com': { TXT: ['v=DMARC1; p=reject; psd=n'] },
        'mail.example.com': { TXT: ['v=spf1 -all'] },
      },
      says: /To receivers that follow RFC 9989: The message fails.*To those that follow RFC 7489: The message passes/s,
    }),
  },
  notApplicable: {
    'no record': messageWorld(careful, {
      says: /No DMARC record applies to example.com.*With a record it would pass, by DKIM/s,
    }),
    'no record, and nothing passes': messageWorld(foreign, {
      envelope: { ...envelope, mailFrom: 'bounce@example.net' },
      zone: spf,
      says: /With a record it would fail/,
    }),
    'two authors': messageWorld(careful.replace('From: Ada <ada@example.com>', 'From: a@example.com, b@example.org')),
  },
});
