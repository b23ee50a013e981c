import { body, fields, signByHand, toMessage } from '../../verify/signed-fixture.ts';
import { careful, endless, key, messageWorld, plain } from '../dkim/message-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import bulk from './bulk-min.ts';

const zone = {
  '_dmarc.example.com': { TXT: ['v=DMARC1; p=none'] },
  'example.com': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
  'example.net': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
};
const envelope = { ip: '192.0.2.1', helo: 'mail.example.com', mailFrom: 'ada@example.com' };
/** The same to a list: only of bulk mail all of it is asked. */
const bulky = (text: string) => `List-Id: <news.example.com>\r\n${text}`;
const foreign = signByHand(plain, key, 'From', '', 'example.net');

proveCheck(bulk, {
  passes: {
    all: messageWorld(careful, { envelope, zone, says: /SPF and DKIM pass, example.com has a DMARC record/ }),
    'one of the two for From': messageWorld(foreign, { envelope, zone }),
  },
  fails: {
    'no signature': messageWorld(bulky(plain), {
      envelope,
      zone,
      says: /no DKIM signature\. Gmail then says 5.7.30, Yahoo 5.7.9, Outlook.com 5.7.515/,
    }),
    'no record': messageWorld(bulky(careful), {
      envelope,
      zone: {
        ...zone,
        '_dmarc.example.com': 'no-domain',
        'example.com': { ...zone['example.com'], MX: [{ preference: 10, exchange: 'mx.example.com' }] },
      },
      says: /5\.7\.40/,
      fix: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc-reports@example.com"',
    }),
    'no record, and the domain takes no reports itself': messageWorld(bulky(careful), {
      envelope,
      zone: { ...zone, '_dmarc.example.com': 'no-domain' },
      fix: /example\.com takes no mail: .*IN TXT "v=DMARC1; p=none"/s,
    }),
    'neither SPF nor DKIM, whoever sends': messageWorld(plain, {
      envelope: { ...envelope, ip: '192.0.2.99' },
      zone,
      says: /SPF does not pass for example.com \(fail\); the message has no DKIM signature/,
      fix: /If 192\.0\.2\.99 is a server that sends for example\.com, have it allowed/,
    }),
    'the return path of a service whose SPF does not allow it': messageWorld(bulky(plain), {
      envelope: { ...envelope, ip: '192.0.2.99', mailFrom: 'b@example.net' },
      zone,
      fix: /^The return path is of example\.net, which is not of example\.com: ask the service/,
    }),
    'neither for From': messageWorld(bulky(foreign), {
      envelope: { ...envelope, mailFrom: 'b@example.net' },
      zone,
      says: /5\.7\.32/,
    }),
    'one is missing, another not known': messageWorld(bulky(plain), { zone }),
  },
  warns: {
    'SPF fails, and a signature of the domain proves the message': messageWorld(bulky(careful), {
      envelope: { ...envelope, ip: '192.0.2.99' },
      zone,
      severity: 'low',
      says: /^SPF does not pass for example.com \(fail\)\. The signature of example.com holds.*may have forwarded it/,
      fix: /^If the message was forwarded, there is nothing to do/,
    }),
    'the same by way of a mailbox that forwards': messageWorld(`X-Forwarded-To: bob@example.net\r\n${careful}`, {
      envelope: { ...envelope, ip: '192.0.2.99' },
      zone,
      says: /genuine, and a mailbox forwards it\./,
    }),
  },
  tells: {
    'mail from one to another that passes by SPF': messageWorld(plain, {
      envelope,
      zone,
      says: /no mark of bulk mail.*which it has\. As bulk mail the message would be refused: the message has no DKIM/,
    }),
  },
  undetermined: {
    'a draft, saved before it was signed': messageWorld(bulky(toMessage(fields, body)), {
      zone,
      says: /DKIM, as the message was saved before it was sent/,
    }),
    'no mark of bulk mail, and SPF not known': messageWorld(plain, {
      zone,
      says: /Whether it has one of them could not be told: SPF/,
    }),
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
