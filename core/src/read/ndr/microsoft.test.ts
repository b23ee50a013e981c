import { expect, test } from 'vitest';
import { exchange2003 } from './exchange-2003.ts';
import { exchange2007 } from './exchange-2007.ts';
import { letterOf } from './fixture.ts';
import { dialectOf } from './index.ts';
import { office365 } from './office365.ts';
import { outlookCom } from './outlook-com.ts';

test('reads the recipients of Exchange 5.5, with the X.400 id of the message left out', () => {
  const letter = letterOf(`
From: System Administrator <postmaster@quince.example>
Subject: Undeliverable: Invoice
X-Mailer: Internet Mail Service (5.5.2653.19)

Your message

  To:      hedwig@plum.example
  Subject: Invoice
  Sent:    Tue, 3 Mar 2009 09:12:44 +0100

did not reach the following recipient(s):

hedwig@plum.example on Tue, 3 Mar 2009 09:12:51 +0100
    The recipient name is not recognized
\tThe MTS-ID of the original message is: c=de;a= ;p=plum
;l=MAIL0903030812G1ZRTQ4X
    MSEXCH:IMS:Plum:BONN:MAIL 0 (000C05A6) Unknown Recipient
`);
  expect(exchange2003.recognises(letter)).toBe(true);
  expect(exchange2003.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: 'The recipient name is not recognized MSEXCH:IMS:Plum:BONN:MAIL 0 (000C05A6) Unknown Recipient',
    },
  ]);
});

test('reads Exchange 2003 in German: the reply that it quotes, and its own sentence where there is none', () => {
  const letter = letterOf(`
From: Systemadministrator <postmaster@quince.example>
Subject: =?utf-8?Q?Unzustellbar:_Rechnung?=
Content-Type: text/plain; charset=utf-8

Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.

      Betreff:\tRechnung
      Gesendet am:\t03.03.2009 09:12

Folgende(r) Empfänger konnte(n) nicht erreicht werden:

      'hedwig@plum.example' am 03.03.2009 09:13
            Das E-Mail-Konto ist nicht vorhanden.
            <mx.plum.example #5.1.1 smtp;550 5.1.1 hedwig
is unknown>

      kepler@quince.example am 03.03.2009 09:13
            Das Postfach ist voll.
            <bonn.quince.example #5.2.2>
`);
  expect(exchange2003.recognises(letter)).toBe(true);
  expect(exchange2003.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '550 5.1.1 hedwig is unknown',
      remoteHost: 'mx.plum.example',
      enhancedStatus: '5.1.1',
    },
    {
      recipient: 'kepler@quince.example',
      diagnostic: 'Das Postfach ist voll.',
      reportingMta: 'bonn.quince.example',
      enhancedStatus: '5.2.2',
    },
  ]);
});

const onPremises = letterOf(`
From: <postmaster@quince.example>
Subject: Undeliverable: Invoice

Delivery has failed to these recipients or groups:

Hedwig<mailto:hedwig@plum.example>
A problem occurred during the delivery of this message to this e-mail address.

Diagnostic information for administrators:

Generating server: bonn.quince.example

hedwig@plum.example
mx.plum.example #<mx.plum.example #5.7.1 smtp;550 5.7.1 Not
 welcome> #SMTP#

kepler@quince.example
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##

newton@fig.example
mx.fig.example
Remote Server returned '554 5.4.0 < #5.4.4 smtp;554 No route>'

noether@fig.example
3/3/2026 9:20:51 AM - Server at mx.fig.example (198.51.100.11) returned '450 4.4.316 Connection refused'
3/3/2026 9:10:40 AM - Server at mx.fig.example (198.51.100.12) returned '450 4.4.317 Cannot connect'

Original message headers:

Received: from app.quince.example (192.0.2.61)
To: hedwig@plum.example
`);

test('reads every form in which Exchange since 2007 quotes a reply for administrators', () => {
  expect(exchange2007.recognises(onPremises)).toBe(true);
  expect(exchange2007.read(onPremises)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '550 5.7.1 Not welcome',
      remoteHost: 'mx.plum.example',
      reportingMta: 'bonn.quince.example',
    },
    {
      recipient: 'kepler@quince.example',
      diagnostic: '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found',
      remoteHost: null,
      reportingMta: 'bonn.quince.example',
    },
    {
      recipient: 'newton@fig.example',
      diagnostic: '554 5.4.0 < #5.4.4 smtp;554 No route>',
      remoteHost: 'mx.fig.example',
      reportingMta: 'bonn.quince.example',
    },
    {
      recipient: 'noether@fig.example',
      diagnostic: '450 4.4.316 Connection refused',
      remoteHost: 'mx.fig.example',
      remoteIp: '198.51.100.11',
      reportingMta: 'bonn.quince.example',
    },
  ]);
  expect(office365.recognises(onPremises)).toBe(false);
});

test('reads the block for administrators in French, from the cloud', () => {
  const letter = letterOf(`
From: Microsoft Outlook <postmaster@quince.example>
Subject: =?utf-8?Q?Non_remis_:_Facture?=
Content-Type: text/plain; charset=utf-8

Échec de la remise pour ces destinataires ou groupes :

Informations de diagnostic pour les administrateurs :

Serveur de génération : PA4PR07MB1234.eurprd07.prod.outlook.com

hedwig@plum.example
Remote Server returned '550 5.4.1 Recipient address rejected: Access denied'
`);
  expect(dialectOf(letter)?.dialect).toBe('office365');
  expect(office365.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '550 5.4.1 Recipient address rejected: Access denied',
      remoteHost: null,
      reportingMta: 'PA4PR07MB1234.eurprd07.prod.outlook.com',
    },
  ]);
});

test('reads the error details of Exchange Online, for all that the title names', () => {
  const letter = letterOf(`
From: Microsoft Outlook <postmaster@quince.example>
Subject: Undeliverable: Invoice

Your message to hedwig@plum.example, kepler@plum.example couldn't be delivered.

A custom mail flow rule created by an admin at plum.example has blocked your message.

More Info for Email Admins
Status code: 550 5.7.1_ETR

Original Message Details
Created Date:\t3/3/2026 8:12:44 AM
Sender Address:\torders@quince.example
Subject:\tInvoice

Error Details
Reported error:\t550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy
DSN generated by:\tAM0PR04MB5678.eurprd04.prod.outlook.com
Remote server:\tmx.plum.example
`);
  expect(office365.recognises(letter)).toBe(true);
  const shared = {
    diagnostic: '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
    reportingMta: 'am0pr04mb5678.eurprd04.prod.outlook.com',
    remoteHost: 'mx.plum.example',
  };
  expect(office365.read(letter)).toEqual([
    { recipient: 'hedwig@plum.example', ...shared },
    { recipient: 'kepler@plum.example', ...shared },
  ]);
});

test('reads a message that Exchange still tries as deferral', () => {
  const letter = letterOf(`
From: <postmaster@quince.example>
Subject: Delayed: Invoice

Delivery is delayed to these recipients or groups:

hedwig@plum.example (hedwig@plum.example)<mailto:hedwig@plum.example>

Diagnostic information for administrators:

Generating server: bonn.quince.example

hedwig@plum.example
Remote Server returned '400 4.4.7 Message delayed'
`);
  expect(exchange2007.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '400 4.4.7 Message delayed',
      remoteHost: null,
      reportingMta: 'bonn.quince.example',
      kind: 'deferral',
    },
  ]);
});

test('tells the consumer service from anybody who runs the same Windows SMTP service', () => {
  const report = (from: string) =>
    letterOf(`
From: ${from}
Subject: Delivery Status Notification (Failure)
X-DSNContext: 335a7efd - 4523 - 00000001 - 80040546

This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed.

       hedwig@plum.example
`);
  expect(dialectOf(report('postmaster@mail.hotmail.com'))).toBe(outlookCom);
  expect(dialectOf(report('postmaster@iis.quince.example'))).toBe(exchange2003);
});

test('finds both hosts behind the error by their place, and the recipient behind the head of a forwarded report', () => {
  const letter = letterOf(`
From: Pia <pia@quince.example>
Subject: WG: Unzustellbar: Angebot
Content-Type: text/plain; charset=utf-8

Von: Microsoft Outlook <postmaster@quince.example>
An: Pia <pia@quince.example>
Betreff: Unzustellbar: Angebot

Ihre Nachricht an kepler@plum.example konnte nicht zugestellt werden.

Fehlerdetails
Gemeldeter Fehler: 550 5.1.1 Nobody here
DSN generiert von: FR2P281MB0001.DEUP281.PROD.OUTLOOK.COM
Remoteserver: mx.plum.example
`);
  expect(dialectOf(letter)).toBe(office365);
  expect(office365.read(letter)).toEqual([
    {
      recipient: 'kepler@plum.example',
      diagnostic: '550 5.1.1 Nobody here',
      reportingMta: 'fr2p281mb0001.deup281.prod.outlook.com',
      remoteHost: 'mx.plum.example',
    },
  ]);
});
