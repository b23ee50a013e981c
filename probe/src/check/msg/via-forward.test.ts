import { proveCheck } from '../prove-fixture.ts';
import { messageSubject } from './subject-fixture.ts';
import viaForward from './via-forward.ts';

const of = (
  fields: Readonly<Record<string, string | readonly string[]>>,
  mailFrom: string | null = 'bounce@example.com',
) => ({
  subject: { ...messageSubject(fields), mailFrom },
});

const spf = { 'example.com': { TXT: ['v=spf1 ip4:192.0.2.25 -all'] } };
/** The receiver took it from one server, and that one from the author's. */
const byWayOf = (host: string, helo: string, protocol = 'ESMTPS') => ({
  ...of({
    Received: [
      `from ${helo} (${helo} [198.51.100.9]) by mx.example.net with ESMTPS id 2; Sat, 28 Nov 2026 11:59:30 +0000`,
      `from mail.example.com (mail.example.com [192.0.2.25]) by ${host} with ${protocol} id 1; Sat, 28 Nov 2026 11:59:20 +0000`,
    ],
  }),
  zone: spf,
});

proveCheck(viaForward, {
  passes: {
    direct: of({}),
    'a newsletter': of({ 'List-Id': '<news.example.com>', 'List-Unsubscribe': '<https://example.com/u>' }),
    'sealed by the receiver': of({ 'ARC-Seal': 'i=1; a=rsa-sha256; d=example.net; s=arc; b=AAAA' }),
    'sealed by Microsoft 365 where it began': of({
      'ARC-Seal': 'i=1; a=rsa-sha256; s=arc; d=microsoft.com; cv=none; b=AAAA',
    }),
    'by a service that the author logs in to': byWayOf('mx.forward.example', 'out.forward.example', 'ESMTPSA'),
    'by a service that the author lets send': {
      ...byWayOf('mx.forward.example', 'out.forward.example'),
      zone: { 'example.com': { TXT: ['v=spf1 ip4:192.0.2.25 ip4:198.51.100.9 -all'] } },
    },
    'by another server of the author': byWayOf('inner.example.com', 'out.example.com'),
    'what the SPF record would say is not known': {
      ...byWayOf('mx.forward.example', 'out.forward.example'),
      zone: { 'example.com': 'timeout' },
    },
    'an announcement that takes no posts': of({ 'List-Post': 'NO' }),
  },
  tells: {
    'a mail server of somebody else, which the author does not send by': {
      ...byWayOf('mx.forward.example', 'out.forward.example'),
      says: 'forward.example took it in and passed it on',
    },
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
