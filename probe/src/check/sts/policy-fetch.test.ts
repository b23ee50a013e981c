import { proveCheck } from '../prove-fixture.ts';
import policyFetch from './policy-fetch.ts';
import { policy, serving, zoneWith } from './sts-fixture.ts';

const good = policy('enforce');
const answering = (status: number, headers: Record<string, string> = {}) => serving({ status, headers, text: 'x' });

proveCheck(policyFetch, {
  passes: {
    'as it must be': { ...serving(good), says: 'valid until 2027-06-01' },
    'with a charset': serving({ text: good, headers: { 'content-type': 'text/plain; charset=utf-8' } }),
    'no end was seen': serving({ text: good, certificateEnds: null }),
  },
  fails: {
    'a redirect of a CDN': {
      ...answering(301, { location: 'https://www.example.com/.well-known/mta-sts.txt' }),
      says: 'answers 301 and sends on to https://www.example.com/',
      fix: /redirect by default/,
    },
    'no such file': { ...answering(404), says: 'answers 404 instead of 200' },
    'a login': { ...answering(401), fix: /login/ },
    'a fault of the web server': answering(500),
    'no address': {
      ...serving({ outcome: 'no-name' }),
      says: 'mta-sts.example.com has no address',
      fix: /Publish an address/,
    },
    'a wrong certificate': {
      ...serving({
        outcome: 'bad-certificate',
        detail: 'The certificate of mta-sts.example.com is not valid: it is for other names.',
      }),
      says: 'it is for other names',
    },
    'an inner address': {
      ...serving({ outcome: 'not-public', detail: 'leads to 10.0.0.1' }),
      says: 'not on the public internet',
    },
    'too large': serving({ outcome: 'too-large', detail: 'The body is larger than 65536 bytes.' }),
    'nothing listens': serving({ outcome: 'no-connection', detail: 'connect ECONNREFUSED 192.0.2.80:443' }),
  },
  warns: {
    'as a web page': { ...serving({ text: good, headers: { 'content-type': 'text/html' } }), says: 'as "text/html"' },
    'without a type': { ...serving({ text: good, headers: {} }), says: 'without a content type' },
    'ends tomorrow': {
      ...serving({ text: good, certificateEnds: new Date('2026-11-29T12:00:00Z') }),
      says: 'ends on 2026-11-29',
    },
    'a wall against robots': { ...answering(403), says: 'If it refuses senders too' },
  },
  undetermined: {
    'too many requests': answering(429),
    'out of service': answering(503),
    'no way there': serving({ outcome: 'no-connection', detail: 'EHOSTUNREACH' }),
    'too late': {
      ...serving({ outcome: 'timeout', detail: 'had not answered in full after 5 seconds.' }),
      says: 'no answer came in time',
    },
    'broken off': serving({ outcome: 'broken' }),
    'the name could not be looked up': serving({ outcome: 'could-not-resolve' }),
    'the record is not known': { zone: zoneWith(null, { '_mta-sts.example.com': 'servfail' }), https: {} },
    'nothing may be fetched': { zone: zoneWith() },
  },
  notApplicable: {
    'no record': { zone: zoneWith(null), https: {} },
    'a record that counts for nothing': { zone: zoneWith('v=STSv1;x'), https: {} },
  },
});
