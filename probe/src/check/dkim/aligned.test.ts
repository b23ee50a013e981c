import { signByHand } from '../../verify/signed-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import aligned from './aligned.ts';
import { careful, endless, key, messageWorld, plain, unsigned } from './message-fixture.ts';

const by = (domain: string) => signByHand(plain, key, 'From:To', '', domain);
const below = { 's1._domainkey.mail.example.com': { TXT: [key.record] } };
const policy = (text: string) => ({ '_dmarc.example.com': { TXT: [text] } });

proveCheck(aligned, {
  passes: {
    'the same domain, without a record': messageWorld(careful, {
      says: 'The signature of example.com holds and is aligned with example.com.',
    }),
    'a subdomain': messageWorld(by('mail.example.com'), { zone: { ...below, ...policy('v=DMARC1; p=none') } }),
    'beside one of a stranger': messageWorld(signByHand(careful, key, 'From', '', 'example.net')),
  },
  fails: {
    'the domain of the service': messageWorld(by('example.net'), {
      says: /example.net signs the message, and From is of example.com: they are not of one organisation/,
      fix: /signs with d=example.com/,
    }),
    'a subdomain against adkim=s': messageWorld(by('mail.example.com'), {
      zone: { ...below, ...policy('v=DMARC1; p=none; adkim=s') },
      says: /adkim=s/,
    }),
  },
  undetermined: {
    'the key does not answer': messageWorld(careful, { zone: { 's1._domainkey.example.com': 'servfail' } }),
    'whether it is one organisation is not told': messageWorld(by('mail.example.com'), {
      zone: { ...below, '_dmarc.example.com': 'servfail' },
    }),
    'beyond the limits': endless,
  },
  warns: {
    'to old receivers alone': messageWorld(by('mail.example.com'), {
      zone: below,
      says: /follow RFC 7489 the signature/,
    }),
  },
  notApplicable: {
    unsigned,
    'none holds': messageWorld(careful, { zone: { 's1._domainkey.example.com': 'no-domain' } }),
    'two authors': messageWorld(careful.replace('From: Ada <ada@example.com>', 'From: a@example.com, b@example.org')),
  },
});
