import { ZoneDns } from '@whybounce/core/dns';
import { changesOf, whatIf } from '@whybounce/core/record';
import { beforeAll, describe, expect, it } from 'vitest';
import { body, type FixtureKey, fields, keyZone, rsaKey, sign, toMessage, verified } from '../verify/signed-fixture.ts';
import { mailOfMessage } from './mail-of-message.ts';

const unknown = { ip: null, helo: null, mailFrom: null };
const received =
  'Received: from out.example.net (out.example.net [192.0.2.7]) by mx.example.org with ESMTPS id 1; Mon, 2 Nov 2026 08:00:20 +0000\r\n';
const message = toMessage(fields, body);
const returned = `Return-Path: <bounce@example.com>\r\n${received}${message}`;

let key: FixtureKey;
beforeAll(() => {
  key = rsaKey(2048);
});

describe('mail out of a message', () => {
  it('takes the envelope and the signatures from the message', async () => {
    const zone = keyZone({ s1: key.record });
    const signed = `Return-Path: <bounce@example.com>\r\n${received}${await sign(message, key)}`;
    expect(mailOfMessage(unknown, await verified(signed, zone), 'Your invoice')).toEqual({
      missing: null,
      mail: {
        ip: '192.0.2.7',
        helo: 'out.example.net',
        mailFrom: 'bounce@example.com',
        fromDomain: 'example.com',
        dkim: [{ domain: 'example.com', selector: 's1', result: 'pass' }],
        label: 'Your invoice',
      },
    });
  });

  it('prefers what is known besides', async () => {
    const known = { ip: '198.51.100.1', helo: 'mail.example.com', mailFrom: '' };
    expect(mailOfMessage(known, await verified(returned, {}))).toMatchObject({ mail: known });
  });

  it('says what is missing', async () => {
    expect(mailOfMessage(unknown, await verified(message, {})).missing).toMatch(/name the IP address that sent it/);
    const nobody = returned.replace(/^From:.*\r\n/m, '');
    expect(mailOfMessage(unknown, await verified(nobody, {})).missing).toMatch(/no one domain/);
  });

  it('shows that a proposed record mends a message', async () => {
    const zone = {
      'example.com': { TXT: ['v=spf1 mx -all'], MX: [{ preference: 0, exchange: 'mx.example.com' }] },
      'mx.example.com': { A: ['198.51.100.1'] },
      '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject'] },
    };
    const found = mailOfMessage(unknown, await verified(returned, zone));
    const proposed = changesOf('example.com', 'v=spf1 mx ip4:192.0.2.7 -all');
    if (found.missing !== null || proposed.error !== null) throw new Error('the fixture must be readable');
    const { mails, totals } = await whatIf({ dns: new ZoneDns(zone), changes: proposed.zone, mails: [found.mail] });
    expect(totals).toMatchObject({ messages: 1, gained: 1, stoppedBefore: 1, stoppedAfter: 0 });
    expect(mails[0]?.says).toMatch(/SPF would go from fail to pass\. "ip4:192\.0\.2\.7" in the record of example\.com/);
  });
});
