import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { needs } from '../peer/installed.ts';
import { type CheckWorld, silent, startCheckWorld } from './check-world.ts';

/** A report of a bounce by the edge of Microsoft 365, as Postfix writes it. */
function bounce(domain: string): string {
  const tenant = `${domain.replaceAll('.', '-')}.mail.protection.outlook.com`;
  return `Return-Path: <>
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
To: sender@example.org
Subject: Undelivered Mail Returned to Sender
Date: Fri, 27 Nov 2026 10:00:05 +0000
Message-ID: <2@mx.example.org>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.org.

<ada@${domain}>: host ${tenant}[203.0.113.9] said: 550 5.4.1
    Recipient address rejected: Access denied (in reply to RCPT TO command)

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
Arrival-Date: Fri, 27 Nov 2026 10:00:00 +0000

Final-Recipient: rfc822; ada@${domain}
Action: failed
Status: 5.4.1
Remote-MTA: dns; ${tenant}
Diagnostic-Code: smtp; 550 5.4.1 Recipient address rejected: Access denied

--b--
`;
}

const need = needs('nsd', 'unbound');

describe.runIf(need.met)(`explain --check, with real name servers${need.because}`, () => {
  let world: CheckWorld;
  beforeAll(async () => {
    world = await startCheckWorld({
      'example.com': { 'example.com': { MX: [{ preference: 1, exchange: 'aspmx.l.google.com' }] } },
      'example.net': {
        'example.net': { MX: [{ preference: 0, exchange: 'example-net.mail.protection.outlook.com' }] },
      },
      'l.google.com': { 'aspmx.l.google.com': { A: ['192.0.2.5'] } },
      'mail.protection.outlook.com': { 'example-net.mail.protection.outlook.com': { A: ['192.0.2.6'] } },
    });
  }, 60_000);
  afterAll(() => world?.stop());

  const explained = (domain: string, ...args: string[]) => {
    const { code, stdout } = world.ask(['explain', '-', '--format', 'json', ...args], { input: bounce(domain) });
    expect(code).toBe(0);
    const { event, checks } = JSON.parse(stdout);
    return { ...event.diagnosis, first: event.diagnosis.causes[0], checks };
  };

  test('without a look at the world it is an address that nobody has', () => {
    const { stdout } = world.ask(['explain', '-', '--format', 'json'], { input: bounce('example.com') });
    const { diagnosis } = JSON.parse(stdout).event;
    expect([diagnosis.causes[0].id, diagnosis.owner]).toEqual(['address-does-not-exist', 'sender']);
    expect(JSON.parse(stdout)).not.toHaveProperty('checks');
  });

  test('a domain whose MX left Microsoft is no address that nobody has', () => {
    const { cause, owner, first, action, checks } = explained('example.com', '--check');
    expect([cause, first.id, owner]).toEqual(['mx-points-elsewhere', 'mx-points-elsewhere', 'recipient-admin']);
    expect(first.evidence).toContainEqual(
      expect.objectContaining({ id: 'mx-target:moved-away', note: expect.stringContaining('aspmx.l.google.com') }),
    );
    expect(action.do).not.toBe('suppress');
    expect(checks).toContainEqual(expect.objectContaining({ kind: 'domain', subject: 'example.com' }));
  });

  test('a domain whose MX is still that of the host that refused stays what it was', () => {
    const { first } = explained('example.net', '--check', '--timeout', '5');
    expect(first.id).toBe('address-does-not-exist');
  });

  test('what gave no answer tells nothing', () => {
    const { causes, checks } = explained(silent, '--check', '--timeout', '2');
    expect(checks[0].results.some(({ outcome }: { outcome: string }) => outcome === 'fail')).toBe(false);
    expect(causes[0].id).toBe('address-does-not-exist');
  });

  test('for a person: what was seen just now, before why', () => {
    const { code, stdout } = world.ask(['explain', '-', '--check'], { input: bounce('example.com') });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /Seen just now of example\.com\n[\s\S]*mx-target:moved-away[\s\S]*Who acts +The receiving side/,
    );
  });
});
