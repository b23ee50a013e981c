import { edited, signByHand } from '../../verify/signed-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import { careful, endless, key, messageWorld, plain, unsigned } from './message-fixture.ts';
import verify from './verify.ts';

const foreign = signByHand(careful, key, 'From', '', 'example.net');

proveCheck(verify, {
  passes: {
    'a careful one': messageWorld(careful, {
      says: 'The signature of example.com (selector s1) holds: body and header',
    }),
    two: messageWorld(foreign, { says: /hold: body and header/ }),
  },
  fails: {
    'a footer below': messageWorld(`${careful}-- \r\nSent by a list\r\n`, {
      says: /the body does not fit, the header is as it was signed.*The words: "-- Sent by a list"/s,
      fix: /footers/,
    }),
    'the subject changed': messageWorld(edited(careful, 'Subject: ', 'Subject: [EXTERNAL] '), {
      says: /the body is as it was signed, the header does not fit/,
    }),
    'no key': messageWorld(careful, {
      zone: { 's1._domainkey.example.com': 'no-domain' },
      says: /No key is published at s1._domainkey.example.com/,
      fix: /Publish the key at s1._domainkey.example.com/,
    }),
    'a withdrawn key': messageWorld(careful, { zone: { 's1._domainkey.example.com': { TXT: ['v=DKIM1; p='] } } }),
    'no signature': { ...unsigned, fix: /Switch DKIM on/ },
  },
  undetermined: {
    'the key does not answer': messageWorld(careful, {
      zone: { 's1._domainkey.example.com': 'servfail' },
      says: /could not be fetched/,
    }),
    'not sent yet': messageWorld(plain.slice(plain.indexOf('From: ')), { says: /saved before it was sent/ }),
    'beyond the limits': endless,
  },
  warns: {
    'one of two is broken': messageWorld(
      signByHand(edited(careful, 'Friday', 'Thursday'), key, 'From', '', 'example.net'),
      { says: /example.net .* holds.*The signature of example.com .* does not hold/ },
    ),
  },
});
