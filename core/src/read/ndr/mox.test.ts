import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mox } from './mox.ts';

test('mox: prefers the response in full', () => {
  const letter = letterOf(`
From: <postmaster@pear.example>
Subject: mail delivery failed
Content-Type: text/plain

Delivery has failed permanently for your email to:

	zoe@quince.example

No further deliveries will be attempted.

Error during the last delivery attempt:

	permanent error: nobody

Full SMTP response:

	550-5.1.1 Nobody
	550 5.1.1 of that name
`);
  expect(dialectOf(letter)).toBe(mox);
  expect(mox.read(letter)).toEqual([{ recipient: 'zoe@quince.example', diagnostic: '550-5.1.1 Nobody of that name' }]);
});

test('mox: keeps a delay apart', () => {
  const letter = letterOf(`
From: <postmaster@pear.example>
Subject: mail delivery delayed
Content-Type: text/plain

Delivery has been delayed of your email to:

	zoe@quince.example

Next attempts to deliver: in 4 hours, 8 hours and 16 hours.
If these attempts all fail, you will receive a notice.

Error during the last delivery attempt:

	dial tcp: connection refused
`);
  expect(dialectOf(letter)).toBe(mox);
  expect(mox.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: 'dial tcp: connection refused', kind: 'deferral' },
  ]);
});

test('mox: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mox.recognises(letter))).toEqual([]);
});
