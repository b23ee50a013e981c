import { expect, test } from 'vitest';
import { letterOf } from './ndr/fixture.ts';
import { readNotification } from './notification-mail.ts';

test('reads the event in a mail from Amazon SNS, though a line break tore it', () => {
  const event = JSON.stringify({
    notificationType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: 'NoEmail',
      bouncedRecipients: [
        { emailAddress: 'hedwig@plum.example', status: '5.1.1', diagnosticCode: 'smtp; 550 no hedwig' },
      ],
      timestamp: '2026-03-03T08:12:44.000Z',
    },
    mail: {
      timestamp: '2026-03-03T08:12:40.000Z',
      source: 'orders@quince.example',
      messageId: 'm-1',
      destination: ['hedwig@plum.example'],
    },
  });
  const letter = letterOf(`
From: bounces <no-reply@sns.amazonaws.com>
Subject: AWS Notification Message

${event.slice(0, 60)}!
 ${event.slice(60)}

--
If you wish to stop receiving notifications from this topic, please click or visit the link below {to unsubscribe}
`);
  expect(readNotification(letter)?.map(({ kind, recipient, diagnostic }) => ({ kind, recipient, diagnostic }))).toEqual(
    [{ kind: 'bounce', recipient: 'hedwig@plum.example', diagnostic: 'smtp; 550 no hedwig' }],
  );
  expect(readNotification(letterOf('From: a@b.example\n\n{"colour":"green"}\n'))).toBe(null);
});
