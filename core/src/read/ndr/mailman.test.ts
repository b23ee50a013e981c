import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mailman } from './mailman.ts';

test('mailman: tells a post that is held', () => {
  const letter = letterOf(`
From: fruits-bounces@lists.pear.example
Subject: Your message to fruits awaits moderator approval
X-Mailman-Version: 2.1.39
Content-Type: text/plain

Your mail to 'fruits' with the subject

    Offer

Is being held until the list moderator can review it for approval.

The reason it is being held:

    Post by non-member to a
    members-only list

Either the message will get posted to the list, or you will receive
notification of the moderator's decision.
`);
  expect(dialectOf(letter)).toBe(mailman);
  expect(mailman.read(letter)).toEqual([
    {
      recipient: 'fruits@lists.pear.example',
      diagnostic:
        'Is being held until the list moderator can review it for approval. Post by non-member to a members-only list',
      kind: 'other',
    },
  ]);
});

test('mailman: reads the reason of a moderator', () => {
  const letter = letterOf(`
From: fruits-bounces@lists.pear.example
Subject: Request to mailing list fruits rejected
X-Mailman-Version: 2.1.39
Content-Type: text/plain

Your request to the fruits mailing list

    Posting of your message titled "Offer"

has been rejected by the list moderator.  The moderator gave the
following reason for rejecting your request:

"No adverts, please"

Any questions or comments should be directed to the list administrator
at:

    fruits-owner@lists.pear.example
`);
  expect(dialectOf(letter)).toBe(mailman);
  expect(mailman.read(letter)).toEqual([{ recipient: 'fruits@lists.pear.example', diagnostic: 'No adverts, please' }]);
});

test('mailman: reads the refusal of version 3', () => {
  const letter = letterOf(`
From: fruits-owner@lists.pear.example
Subject: Offer
X-Mailman-Version: 3.3.9
Content-Type: text/plain

Your message to the fruits mailing-list was rejected for the following
reasons:

The message is not from a list member

The original message as received by Mailman is attached.
`);
  expect(dialectOf(letter)).toBe(mailman);
  expect(mailman.read(letter)).toEqual([
    { recipient: 'fruits@lists.pear.example', diagnostic: 'The message is not from a list member' },
  ]);
});

test('mailman: reads of which member the mail came back', () => {
  const letter = letterOf(`
From: mailman-bounces@lists.pear.example
Subject: Bounce action notification
X-Mailman-Version: 2.1.39
Content-Type: text/plain

This is a Mailman mailing list bounce action notice:

    List:       fruits
    Member:     zoe@quince.example
    Action:     Subscription disabled.
    Reason:     Excessive or fatal bounces.
`);
  expect(dialectOf(letter)).toBe(mailman);
  expect(mailman.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: 'Subscription disabled. Excessive or fatal bounces.',
      kind: 'other',
    },
  ]);
});

test('mailman: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mailman.recognises(letter))).toEqual([]);
});
