import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { stalwart } from './stalwart.ts';

test('stalwart: keeps deliveries, delays and failures of one report apart', () => {
  const letter = letterOf(`
From: "Mail Delivery Subsystem" <MAILER-DAEMON@pear.example>
Subject: Partially delivered message
Content-Type: text/plain

Your message has been partially delivered:

    ----- Delivery to the following addresses was successful -----

<eva@quince.example> (delivered to 'mx.quince.example' with code 250 (2.0.0) 'OK')

    ----- There was a temporary problem delivering to these addresses -----

<ben@quince.example> (connection to 'mx.quince.example' failed: timed out)

    ----- Delivery to the following addresses failed -----

<zoe@quince.example> (host 'mx.quince.example' rejected command 'RCPT TO:<zoe@quince.example>' with code 550 (5.1.1) 'Nobody')
<leo@fig.example> (host 'mx.fig.example' rejected transaction with code 554 (0.0.0) 'No thanks')
`);
  expect(dialectOf(letter)).toBe(stalwart);
  expect(stalwart.read(letter)).toEqual([
    {
      recipient: 'eva@quince.example',
      kind: 'delivery',
      diagnostic: '250 2.0.0 OK',
      remoteHost: 'mx.quince.example',
      stage: null,
    },
    {
      recipient: 'ben@quince.example',
      kind: 'deferral',
      diagnostic: "connection to 'mx.quince.example' failed: timed out",
      stage: 'connect',
    },
    {
      recipient: 'zoe@quince.example',
      kind: 'bounce',
      diagnostic: '550 5.1.1 Nobody',
      remoteHost: 'mx.quince.example',
      stage: 'rcpt',
    },
    {
      recipient: 'leo@fig.example',
      kind: 'bounce',
      diagnostic: '554 No thanks',
      remoteHost: 'mx.fig.example',
      stage: null,
    },
  ]);
});

test('stalwart: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => stalwart.recognises(letter))).toEqual([]);
});
