import { rawMessage } from '../../message/message-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import returnPath from './return-path.ts';
import { messageSubject, testSubject } from './subject-fixture.ts';

const zone = {
  'example.com': { MX: [{ preference: 10, exchange: 'mx.example.com' }] },
  'closed.example': { MX: [{ preference: 0, exchange: '.' }] },
  'slow.example': 'timeout',
} as const;
const of = (mailFrom: string | null) => ({ subject: { ...messageSubject(), mailFrom }, zone });
const unknown = { 'Return-Path': null };

proveCheck(returnPath, {
  passes: {
    'of the subject': { ...of('b+1@example.com'), says: 'Bounces go to b+1@example.com' },
    'out of the message': of(null),
    'a domain alone': of('example.com'),
  },
  fails: {
    'a null MX': {
      ...of('b@closed.example'),
      says: 'takes no mail: it has a null MX',
      fix: /ask the service that sends with b@closed\.example/,
    },
    'no such domain': {
      ...of('b@none.example'),
      says: /does not exist/,
      fix: /^none\.example is not under example\.com: ask .* or have it use a return path under example\.com\./,
    },
    'no such domain of one’s own': { ...of('b@bounce.example.com'), fix: /^Give bounce\.example\.com an MX record/ },
    'no domain': { ...of('root@localhost'), says: /no valid domain/ },
  },
  undetermined: {
    'no answer': { ...of('b@slow.example'), says: /no answer/ },
    'not told': {
      subject: { ...messageSubject(unknown), mailFrom: null },
      zone,
      says: /does not tell its return path/,
    },
    'a header beyond all limits': {
      subject: testSubject(rawMessage({ 'X-Long': 'x'.repeat(200_000), ...unknown }), { mailFrom: null }),
    },
  },
  notApplicable: { 'the null sender': { ...of(''), says: /is empty/ } },
});
