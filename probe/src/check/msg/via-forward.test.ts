import { proveCheck } from '../prove-fixture.ts';
import { messageSubject } from './subject-fixture.ts';
import viaForward from './via-forward.ts';

const of = (fields: Readonly<Record<string, string>>, mailFrom: string | null = 'bounce@example.com') => ({
  subject: { ...messageSubject(fields), mailFrom },
});

proveCheck(viaForward, {
  passes: {
    direct: of({}),
    'a newsletter': of({ 'List-Id': '<news.example.com>', 'List-Unsubscribe': '<https://example.com/u>' }),
    'sealed by the receiver': of({ 'ARC-Seal': 'i=1; a=rsa-sha256; d=example.net; s=arc; b=AAAA' }),
    'sealed by Microsoft 365 where it began': of({
      'ARC-Seal': 'i=1; a=rsa-sha256; s=arc; d=microsoft.com; cv=none; b=AAAA',
    }),
    'an announcement that takes no posts': of({ 'List-Post': 'NO' }),
  },
  tells: {
    'a discussion list': {
      ...of({ 'List-Post': '<mailto:talk@example.org>' }),
      says: /a discussion list passed it on/,
    },
    'a forwarding mailbox': of({ 'X-Forwarded-To': 'bob@example.net' }),
    'a rewritten return path': {
      ...of({}, 'SRS0=ab=cd=example.com=ann@forward.example'),
      says: /rewrote the return path/,
    },
    'sealed by Microsoft 365 on its way': of({
      'ARC-Seal': 'i=2; a=rsa-sha256; s=arc; d=microsoft.com; cv=pass; b=AAAA',
    }),
    'a seal of another': {
      ...of({ 'ARC-Seal': 'i=1; a=rsa-sha256; d=forward.example; s=arc; b=AAAA' }),
      says: /forward\.example sealed it/,
    },
  },
  fails: { never: 'coming by way of somebody else is no fault' },
  undetermined: { never: 'the header is at hand; what leaves no trace in it is told as direct' },
});
