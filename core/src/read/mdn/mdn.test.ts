import { describe, expect, it } from 'vitest';
import { letterOf } from '../ndr/fixture.ts';
import { readDisposition } from './mdn.ts';

/** A disposition notification with these words and fields. */
function notification(words: string, fields: string): ReturnType<typeof readDisposition> {
  return readDisposition(
    letterOf(`
From: Mail Delivery Subsystem <postmaster@plum.example>
To: <ivan@fig.example>
Subject: Automatically rejected mail
Content-Type: multipart/report; report-type=disposition-notification; boundary="4711/plum.example"
Date: Tue, 03 Mar 2026 08:12:44 +0000

This is a MIME-encapsulated message

--4711/plum.example
Content-Type: text/plain; charset=utf-8

${words}

--4711/plum.example
Content-Type: message/disposition-notification

Reporting-UA: plum.example; a mail server
Final-Recipient: rfc822; olga@plum.example
Original-Message-ID: <1@fig.example>
${fields}

--4711/plum.example
Content-Type: message/rfc822

Return-Path: <ivan@fig.example>
Message-ID: <1@fig.example>
Subject: Offer

Hello
--4711/plum.example--
`),
  );
}

const deleted = 'Disposition: automatic-action/MDN-sent-automatically; deleted';

describe('readDisposition', () => {
  it.each([
    [
      'Cyrus',
      'Your message was automatically rejected by Sieve, a mail\nfiltering language.\n\nThe following reason was given:\nNo offers,\nplease.',
    ],
    [
      'Pigeonhole',
      'Your message was automatically rejected by Dovecot Pigeonhole Sieve interpreter.\n\nThe following reason was given:\nNo offers, please.',
    ],
    [
      'the delivery agent of Dovecot',
      'Your message to <olga@plum.example> was automatically rejected:\nNo offers, please.',
    ],
    [
      'RFC 5429',
      "The message was refused by the recipient's mail filtering program. The\nreason given was as follows:\n\nNo offers, please.",
    ],
  ])('takes a refusal by %s for a bounce', (_, words) => {
    expect(notification(words, deleted)).toMatchObject([
      {
        format: 'mdn',
        kind: 'bounce',
        recipient: 'olga@plum.example',
        sender: 'ivan@fig.example',
        stage: 'after-acceptance',
        dsnAction: 'deleted',
        diagnostic: 'No offers, please.',
        timestamp: '2026-03-03T08:12:44Z',
        message: { messageId: '1@fig.example', subject: 'Offer' },
        warnings: [],
      },
    ]);
  });

  it('takes the field where the words give no reason', () => {
    const fields =
      'Disposition: automatic-action/MDN-sent-automatically; processed/error\nError: 552 5.2.2 Quota exceeded';
    expect(notification('Your message was automatically rejected.', fields)).toMatchObject([
      { kind: 'bounce', diagnostic: '552 5.2.2 Quota exceeded' },
    ]);
    expect(notification('Your message was deleted.', `${deleted}\nFailure: no such mailbox`)).toMatchObject([
      { kind: 'bounce', diagnostic: 'no such mailbox' },
    ]);
  });

  it.each([
    ['displayed', 'This is a receipt for your message.', 'Disposition: manual-action/MDN-sent-manually; displayed'],
    [
      'deleted by its reader',
      'Your message was deleted without being read.',
      'Disposition: manual-action/MDN-sent-manually; deleted',
    ],
    ['deleted with the mailbox', 'Your message was deleted without being read.', deleted],
    [
      'one whose receipt failed',
      'A receipt.',
      'Disposition: manual-action/MDN-sent-manually; displayed\nError: no receipt',
    ],
  ])('takes a message that was %s for one that arrived', (_, words, fields) => {
    expect(notification(words, fields)).toMatchObject([
      { kind: 'other', stage: null, warnings: [{ code: 'read-receipt' }] },
    ]);
  });
});
