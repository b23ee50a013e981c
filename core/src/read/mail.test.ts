import { expect, test } from 'vitest';
import { textToByteString } from '../message/byte-string.ts';
import { readMail } from './mail.ts';

const summary = (mail: string) =>
  readMail(textToByteString(mail)).map(({ kind, recipient, diagnostic, remoteHost }) => ({
    kind,
    recipient,
    diagnostic,
    remoteHost,
  }));

test('reads the report that a person forwarded, not the addresses of its head', () => {
  const mail = `From: Pia <pia@quince.example>
Subject: WG: Delivery Status Notification (Failure)
Content-Type: text/plain; charset=utf-8

Was ist das?

Von: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
Datum: Mo., 3. März 2025 um 09:41
Betreff: Delivery Status Notification (Failure)
An: <pia@quince.example>

** Adresse nicht gefunden **

Deine Nachricht wurde nicht an kepler@plum.example zugestellt.

Die Antwort lautete:

550 5.1.1 No such person here
`;
  expect(summary(mail)).toEqual([
    { kind: 'bounce', recipient: 'kepler@plum.example', diagnostic: '550 5.1.1 No such person here', remoteHost: null },
  ]);
});

test('takes the dot off the name that ends as in the DNS', () => {
  const mail = `From: mailer-daemon@quince.example
Subject: Delivery Status Notification (Failure)
Content-Type: multipart/report; report-type=delivery-status; boundary=dot

--dot
Content-Type: message/delivery-status

Reporting-MTA: dns; quince.example.

Final-Recipient: rfc822; kepler@plum.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.plum.example. (198.51.100.7, the server for the domain plum.example.)
Diagnostic-Code: smtp; 550 5.1.1 No such person here

--dot--
`;
  const [reading] = readMail(mail);
  expect(reading).toMatchObject({
    reportingMta: 'quince.example',
    remoteHost: 'mx.plum.example',
    remoteIp: '198.51.100.7',
  });
});

test('a report of which only the head came says so', () => {
  const [reading] = readMail(`Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.quince.example>
To: olga@quince.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"
`);
  expect(reading).toMatchObject({ kind: 'bounce', recipient: null, hint: 'unknown.empty' });
  expect(reading?.warnings.map(({ code }) => code)).toEqual(['report-cut-off']);
});
