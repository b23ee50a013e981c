import { proveCheck } from '../prove-fixture.ts';
import requiredHeaders from './required-headers.ts';
import { messageSubject } from './subject-fixture.ts';

const of = (fields: Readonly<Record<string, string | readonly string[] | null>>) => ({
  subject: messageSubject(fields),
});
const noHop = { Received: null };

proveCheck(requiredHeaders, {
  passes: {
    'all of them': of({}),
    'a date without a weekday, with a comment': of({ Date: '28 Nov 2026 12:59:00 +0100 (CET)' }),
    'held against when it was received, where no hop tells': of({ ...noHop, Date: 'Sat, 28 Nov 2026 01:00:00 +0000' }),
    'an old message of which nothing says when it came': of({ ...noHop, Date: 'Mon, 5 Jan 2026 01:00:00 +0000' }),
    'the Message-ID of a platform': of({ 'Message-ID': '<010f@eu-west-1.mail.example.net>' }),
  },
  fails: {
    'no Date': { ...of({ Date: null }), says: /Date is missing/ },
    'a Date of another form': {
      ...of({ Date: '2026-11-28T11:59:00Z' }),
      says: /not written as RFC 5322/,
      fix: /Sat, 28 Nov 2026/,
    },
    'a Date far ahead': {
      ...of({ Date: 'Mon, 30 Nov 2026 11:59:00 +0000' }),
      says: /lies 2 days after|lies 48 hours after/,
    },
    'a Date after now, where no hop tells': of({ ...noHop, Date: 'Mon, 30 Nov 2026 11:59:00 +0000' }),
    'no Message-ID': { ...of({ 'Message-ID': null }), says: /Message-ID is missing/ },
    'a Message-ID that Gmail added': {
      ...of({ 'Message-ID': '<6565.170a.SMTPIN_ADDED_MISSING@mx.example.net>' }),
      says: /Gmail added one/,
    },
    'a broken one that Gmail replaced': of({ 'Message-ID': '<6565.SMTPIN_ADDED_BROKEN@mx.example.net>' }),
    'a Message-ID of another form': { ...of({ 'Message-ID': 'abc' }), says: /<left@right>/ },
    'fields that stand twice': {
      ...of({ Subject: ['a', 'b'], To: ['bob@example.net', 'eve@example.net', 'x@example.net'] }),
      says: 'To stands 3 times and Subject stands 2 times.',
    },
    'no From': { ...of({ From: null }), says: /From is missing/ },
  },
  warns: {
    'an old Date': { ...of({ Date: 'Wed, 25 Nov 2026 11:59:00 +0000' }), says: /lies 3 days before/ },
    'a Date a little ahead': {
      ...of({ Date: 'Sat, 28 Nov 2026 15:59:00 +0000' }),
      says: /lies 4 hours after/,
      fix: /time zone/,
    },
    'a time zone by its name': {
      ...of({ Date: 'Sat, 28 Nov 2026 20:59:00 JST' }),
      says: /time zone JST/,
      fix: /\+0900/,
    },
    'no MIME-Version': of({ 'MIME-Version': null }),
    'a Message-ID of the machine itself': {
      ...of({ 'Message-ID': '<1@web01.localdomain>' }),
      says: /web01\.localdomain/,
    },
    'no recipient': of({ To: null }),
    'no subject': { ...of({ Subject: '' }), says: /subject is empty/ },
  },
  undetermined: { never: 'the header is at hand, and when it came is either noted in it or known' },
});
