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

test('reads a session for the reply that refused', () => {
  const readings = readPasted(
    '220 mx.plum.example ESMTP\nHELO q.example\n250 ok\nMAIL FROM:<olga@quince.example>\n250 ok\nRCPT TO:<kepler@plum.example>\n550 5.1.1 nobody\nQUIT\n221 bye',
  );
  expect(readings).toMatchObject([
    { kind: 'bounce', recipient: 'kepler@plum.example', diagnostic: '550 5.1.1 nobody' },
  ]);
});

const exchange = `Delivery has failed to these recipients or groups:

tycho@plum.example<mailto:tycho@plum.example>
The email address you entered couldn't be found.

Diagnostic information for administrators:

Generating server: ex1.plum.example

tycho@plum.example
Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'

`;

test('what was copied twice is told once', () => {
  expect(readPasted(exchange + exchange)).toEqual(readPasted(exchange));
  expect(readPasted(exchange)).toHaveLength(1);
});

test('two reports in one text stay two', () => {
  const other = exchange.replaceAll('tycho', 'kepler');
  expect(readPasted(exchange + other).map(({ recipient }) => recipient)).toEqual([
    'tycho@plum.example',
    'kepler@plum.example',
  ]);
});

test.each([
  ['a price and a discount', 'Everything is 50% off all 550 shoes this week'],
  ['an invoice', 'Your invoice 5.1.1 is 550 EUR'],
  ['an order', 'The order #554 was not accepted'],
  ['a long text of such lines', 'All 550 shoes, order #554, paragraph 5.1.1\n'.repeat(14)],
])('%s is no bounce', (_, text) => {
  expect(readPasted(text)).toMatchObject([{ kind: 'other', replyCode: null, enhancedStatus: null }]);
});

test.each([['550'], ['5.1.1'], ['the server said 550']])('%s is one', (text) => {
  expect(readPasted(text)).toMatchObject([{ kind: 'bounce' }]);
});

test('a warning of Postfix without its head is late, not failed', () => {
  const [reading] = readPasted(`# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #

Your message could not be delivered for more than 4 hour(s).
It will be retried until it is 5 day(s) old.

<kepler@plum.example>: connect to mx.plum.example[198.51.100.7]:25: Connection timed out
`);
  expect(reading).toMatchObject({ kind: 'deferral', recipient: 'kepler@plum.example' });
});

test('an address in bold or italics has none of the signs', () => {
  for (const sign of ['*', '_']) {
    const [reading] = readPasted(
      `Address not found\nYour message wasn't delivered to ${sign}kepler@plum.example${sign} because the address couldn't be found.`,
    );
    expect(reading?.recipient).toBe('kepler@plum.example');
  }
});
