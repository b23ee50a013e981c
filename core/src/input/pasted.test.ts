import { expect, test } from 'vitest';
import { readPasted } from './pasted.ts';

test.each([
  ['the recipient', 'Final-Recipient: rfc822; kepler@plum.example\nAction: failed\nStatus: 5.7.1'],
  ['the action', 'Action: failed\nFinal-Recipient: rfc822; kepler@plum.example\nStatus: 5.7.1'],
  [
    'the reporter',
    'Reporting-MTA: dns; mx.quince.example\n\nFinal-Recipient: rfc822; kepler@plum.example\nAction: failed\nStatus: 5.7.1',
  ],
])('reads a status part alone that begins with %s', (_, fields) => {
  const [reading, ...more] = readPasted(`${fields}\nDiagnostic-Code: smtp; 550 5.7.1 not\n    from there\n`);
  expect(more).toEqual([]);
  expect(reading).toMatchObject({
    kind: 'bounce',
    recipient: 'kepler@plum.example',
    dsnAction: 'failed',
    enhancedStatus: '5.7.1',
    diagnostic: '550 5.7.1 not from there',
  });
});

test('reads what was quoted three times and begins with the address', () => {
  const [reading] = readPasted(`> > > <kepler@plum.example>: host mx.plum.example[198.51.100.7] said: 550 5.1.1
> > >     nobody here (in reply to RCPT TO command)
`);
  expect(reading).toMatchObject({
    kind: 'bounce',
    recipient: 'kepler@plum.example',
    diagnostic: 'host mx.plum.example[198.51.100.7] said: 550 5.1.1 nobody here (in reply to RCPT TO command)',
  });
});

test('takes the head of a quoted mail for its head', () => {
  const [reading] = readPasted(`> From: MAILER-DAEMON@quince.example
> Subject: Undelivered Mail Returned to Sender
>
> <kepler@plum.example>: nobody here
`);
  expect(reading).toMatchObject({ kind: 'bounce', recipient: 'kepler@plum.example', reportingMta: 'quince.example' });
});
