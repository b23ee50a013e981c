import { signByHand } from '../../verify/signed-fixture.ts';
import { careful, endless, key, messageWorld, plain } from '../dkim/message-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import bulk from './bulk-min.ts';

const zone = {
  '_dmarc.example.com': { TXT: ['v=DMARC1; p=none'] },
  'example.com': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
  'example.net': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
};
const envelope = { ip: '192.0.2.1', helo: 'mail.example.com', mailFrom: 'ada@example.com' };
const foreign = signByHand(plain, key, 'From', '', 'example.net');

proveCheck(bulk, {
  passes: {
    all: messageWorld(careful, { envelope, zone, says: /SPF and DKIM pass, example.com has a DMARC record/ }),
    'one of the two for From': messageWorld(foreign, { envelope, zone }),
  },
  fails: {
    'no signature': messageWorld(plain, {
      envelope,
      zone,
      says: /no DKIM signature\. Gmail then says 5.7.30, Yahoo 5.7.9, Outlook.com 5.7.515/,
    }),
    'no record': messageWorld(careful, {
      envelope,
      zone: { ...zone, '_dmarc.example.com': 'no-domain' },
      says: /5\.7\.40/,
      fix: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc-reports@example.com"',
    }),
    'SPF fails': messageWorld(careful, {
      envelope: { ...envelope, ip: '192.0.2.99' },
      zone,
      says: /SPF does not pass for example.com \(fail\)/,
      fix: /192\.0\.2\.99 to the SPF record of example\.com/,
    }),
    'neither for From': messageWorld(foreign, {
      envelope: { ...envelope, mailFrom: 'b@example.net' },
      zone,
      says: /5\.7\.32/,
    }),
    'one is missing, another not known': messageWorld(plain, { zone }),
  },
  undetermined: {
    'SPF does not answer': messageWorld(careful, { envelope, zone: { ...zone, 'example.com': 'servfail' } }),
    'the record does not answer': messageWorld(careful, {
      envelope,
      zone: { ...zone, '_dmarc.example.com': 'servfail' },
      says: /the DMARC record of example.com/,
    }),
    'the key does not answer': messageWorld(careful, {
      envelope,
      zone: { ...zone, 's1._domainkey.example.com': 'servfail' },
    }),
    'beyond the limits': endless,
  },
  notApplicable: {
    'two authors': messageWorld(careful.replace('From: Ada <ada@example.com>', 'From: a@example.com, b@example.org')),
  },
});
