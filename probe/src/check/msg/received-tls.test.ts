import { rawMessage } from '../../message/message-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import receivedTls from './received-tls.ts';
import { messageSubject, testSubject } from './subject-fixture.ts';

const by = (how: string) => ({
  subject: messageSubject({
    Received: `from mail.example.com (mail.example.com [192.0.2.25]) by mx.example.net ${how}; Sat, 28 Nov 2026 11:59:30 +0000`,
  }),
});

proveCheck(receivedTls, {
  passes: {
    'TLS 1.3': { subject: messageSubject(), says: 'came to mx.example.net over TLS 1.3 with TLS_AES_256_GCM_SHA384.' },
    'by its keyword alone': { ...by('with ESMTPS id 1'), says: /over TLS\./ },
  },
  warns: {
    'TLS 1.0': { ...by('(using TLSv1 with cipher AES256-SHA) with ESMTPS id 1'), says: /TLS 1\.0 .* out of use/ },
  },
  fails: {
    'in the clear': {
      ...by('(Postfix) with ESMTP id 1'),
      says: /in the clear: .* ESMTP/,
      fix: /smtp_tls_security_level/,
    },
  },
  undetermined: {
    'no hop': { subject: messageSubject({ Received: null }), says: /no hop/ },
    'a receiver that never tells': {
      subject: messageSubject({
        Received:
          'from mail.example.com (mail.example.com [192.0.2.25]) by inbound-smtp.us-west-2.amazonaws.com with SMTP id 1 for x; Sat, 28 Nov 2026 11:59:30 +0000',
      }),
      says: /not noted/,
    },
    'a hop that tells nothing': { ...by('id 1'), says: /not noted/ },
    'a header beyond all limits': { subject: testSubject(rawMessage({ 'X-Long': 'x'.repeat(200_000) })) },
  },
});
