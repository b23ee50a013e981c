import { type BounceEvent, decodeReply } from '@whybounce/core';
import { type DnsClient, type Zone, ZoneDns } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { checkEvent, requestsOf } from './check-event.ts';
import { Probe } from './probe.ts';

const line = '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';

function event(parts: Partial<BounceEvent> = {}): BounceEvent {
  return {
    ...decodeReply(line),
    recipient: 'ann@example.net',
    sender: 'bounce@example.com',
    remoteMta: { host: 'example-net.mail.protection.outlook.com', ip: null },
    sendingMta: { host: 'out.example.com', ip: '192.0.2.25' },
    ...parts,
  };
}

/** Moved from Microsoft to Google; the sender has a name that leads back. */
const zone: Zone = {
  'example.net': { MX: [{ preference: 1, exchange: 'aspmx.l.google.com' }] },
  'aspmx.l.google.com': { A: ['192.0.2.10'] },
  '25.2.0.192.in-addr.arpa': { PTR: ['out.example.com'] },
  'out.example.com': { A: ['192.0.2.25'] },
};

function probeOf(dns: DnsClient): Probe {
  return new Probe({ instruments: { dns }, connect: false, lists: false });
}

describe('what can be asked about a bounce', () => {
  it('is where its recipient is, and who sent', () => {
    expect(requestsOf(event())).toEqual({
      receiving: {
        domain: 'example.net',
        recipient: 'ann@example.net',
        refusal: line,
        refusedBy: 'example-net.mail.protection.outlook.com',
      },
      sending: { ip: '192.0.2.25', helo: 'out.example.com', mailFrom: 'bounce@example.com' },
    });
  });

  it.each([
    ['names nobody', { recipient: null }],
    ['names no address', { recipient: 'ann' }],
    ['names an address without domain', { recipient: 'ann@' }],
    ['names a host by number', { recipient: 'ann@[192.0.2.1]' }],
    ['names what is no domain', { recipient: 'ann@nowhere' }],
  ])('is nothing of the receiving side where it %s', (_name, parts) => {
    expect(requestsOf(event(parts)).receiving).toBeNull();
  });

  it.each([null, 'unknown', '10.0.0.5', '127.0.0.1', '192.168.1.1', 'fe80::1', 'fd00::1', '100.64.0.1'])(
    'is nothing of the sending side where the address is %s',
    (ip) => {
      expect(requestsOf(event({ sendingMta: { host: 'out.example.com', ip } })).sending).toBeNull();
    },
  );

  it('leaves out single parts that are no names', () => {
    const { receiving, sending } = requestsOf(
      event({
        recipient: 'ann smith@example.net',
        remoteMta: { host: 'not a host', ip: null },
        sendingMta: { host: 'a b', ip: '192.0.2.25' },
        sender: 'a\r\nb@example.com',
      }),
    );
    expect(receiving).toEqual({ domain: 'example.net', refusal: line });
    expect(sending).toEqual({ ip: '192.0.2.25' });
  });

  it('goes by the address of the refusing server where its name is not known', () => {
    expect(requestsOf(event({ remoteMta: { host: null, ip: '192.0.2.9' } })).receiving?.refusedBy).toBe('192.0.2.9');
  });
});

describe('a check of a bounce', () => {
  it('looks at both sides and says what speaks for causes', async () => {
    const { receiving, sending, observed } = await checkEvent(probeOf(new ZoneDns(zone)), event());
    expect([receiving?.report.kind, receiving?.report.subject]).toEqual(['domain', 'example.net']);
    expect([sending?.report.kind, sending?.report.subject]).toEqual(['ip', '192.0.2.25']);
    expect(observed.map(({ id }) => id).sort()).toEqual([
      'auth-spf:none',
      'domain-dns:fine',
      'helo:confirmed',
      'mx-target:moved-away',
      'ptr:confirmed',
    ]);
    // how the recipient's own mail is authenticated is no reason to refuse
    expect(new Set(receiving?.report.results.map(({ area }) => area))).not.toContain('dmarc');
  });

  it('of nothing that can be asked is nothing', async () => {
    const dns = new ZoneDns(zone);
    const nothing = event({ recipient: null, sendingMta: { host: null, ip: null } });
    expect(await checkEvent(probeOf(dns), nothing)).toEqual({ receiving: null, sending: null, observed: [] });
    expect(dns.asked).toEqual([]);
  });

  it('tells one listener how far both sides are together', async () => {
    const told: [number, number][] = [];
    const { receiving, sending } = await checkEvent(probeOf(new ZoneDns(zone)), event(), {
      onResult: (_, done, of) => told.push([done, of]),
    });
    const all = (receiving?.report.results.length ?? 0) + (sending?.report.results.length ?? 0);
    expect(told.map(([done]) => done)).toEqual(Array.from({ length: all }, (_, at) => at + 1));
    expect(told.at(-1)).toEqual([all, all]);
    expect(told.every(([done, of]) => done <= of)).toBe(true);
  });

  it('observes nothing where the DNS is silent', async () => {
    const silent: DnsClient = {
      query: (name, type) => new ZoneDns({ [name]: 'timeout' }).query(name, type),
    };
    expect((await checkEvent(probeOf(silent), event())).observed).toEqual([]);
  });
});
