import type { Zone } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import type { Subject } from '../check/context.ts';
import { contextOf } from '../check/prove-fixture.ts';
import type { SmtpRequest } from '../smtp/observation.ts';
import { oneLine, smtpSessions } from './smtp-sessions.ts';

/** What was asked of the servers of a domain. */
async function requestsFor(zone: Zone, subject: Partial<Subject> = {}): Promise<SmtpRequest[]> {
  const requests: SmtpRequest[] = [];
  const note = (request: SmtpRequest) => {
    requests.push(request);
    return {};
  };
  await smtpSessions(contextOf({ zone, subject, smtp: { '*': note } }));
  return requests;
}

const mx = (...hosts: string[]) => ({ MX: hosts.map((exchange, at) => ({ preference: at, exchange })) });

describe('the dialogues with mail servers', () => {
  it('are with the best servers first, each before the second address of any, and one over IPv6', async () => {
    const requests = await requestsFor({
      'example.com': mx('a.example.net', 'b.example.net'),
      'a.example.net': { A: ['192.0.2.1', '192.0.2.2', '192.0.2.3'], AAAA: ['2001:db8::1', '2001:db8::2'] },
      'b.example.net': { A: ['192.0.2.11'], AAAA: ['2001:db8::11'] },
    });
    expect(requests.map(({ ip }) => ip)).toEqual(['192.0.2.1', '192.0.2.11', '192.0.2.2', '2001:db8::1']);
  });

  it('are four at most where there is IPv6 alone', async () => {
    const AAAA = [1, 2, 3, 4, 5, 6].map((number) => `2001:db8::${number}`);
    expect(await requestsFor({ 'example.com': mx('a.example.net'), 'a.example.net': { AAAA } })).toHaveLength(4);
  });

  it('try mailboxes once for each host, and relaying at each address', async () => {
    const requests = await requestsFor(
      { 'example.com': mx('a.example.net'), 'a.example.net': { A: ['192.0.2.1', '192.0.2.2'] } },
      { recipient: 'ann@example.com' },
    );
    expect(requests.map(({ recipients }) => recipients)).toEqual([
      [
        'ann@example.com',
        'whybounce-nobody-9f41c7@example.com',
        'postmaster@example.com',
        'abuse@example.com',
        'whybounce-relay-test@example.net',
      ],
      ['whybounce-relay-test@example.net'],
    ]);
    expect(requests[0]).toMatchObject({ host: 'a.example.net', port: 25, helo: 'probe.example.org', mailFrom: '' });
  });

  it('of one server alone try nothing but relaying and the address that bounced', async () => {
    const subject = { domain: null, mailServer: '192.0.2.1' };
    expect((await requestsFor({}, subject))[0]?.recipients).toEqual(['whybounce-relay-test@example.com']);
    const withRecipient = await requestsFor({}, { ...subject, recipient: 'ann@other.example' });
    expect(withRecipient[0]?.recipients).toEqual([
      'ann@other.example',
      'whybounce-nobody-9f41c7@other.example',
      'whybounce-relay-test@example.com',
    ]);
  });

  it('are had once, whoever asks', async () => {
    let count = 0;
    const smtp = {
      '*': () => {
        count++;
        return {};
      },
    };
    const context = contextOf({ zone: { 'example.com': { A: ['192.0.2.1'] } }, smtp });
    const [one, other] = await Promise.all([smtpSessions(context), smtpSessions(context)]);
    expect(one).toBe(other);
    expect(count).toBe(1);
  });

  it.each([
    ['nobody may connect', { zone: { 'example.com': { A: ['192.0.2.1'] } } }],
    ['there is no server', { zone: {}, smtp: {} }],
    ['nothing is known of whom to ask', { subject: { domain: null }, smtp: {} }],
  ])('are none where %s', async (_name, world) => {
    expect(await smtpSessions(contextOf(world))).toBeNull();
  });
});

it('quotes a reply on one line, and no more of it than can be read', () => {
  expect(oneLine('550-5.1.1 No\n550 5.1.1   such user ')).toBe('550-5.1.1 No 550 5.1.1 such user');
  expect(oneLine('550 \u001b[2Jgone\u202e')).toBe('550 [2Jgone');
  expect(oneLine('x'.repeat(5000))).toHaveLength(200);
  expect(oneLine('😀'.repeat(5000))).toBe(`${'😀'.repeat(99)}…`);
});
