import { describe, expect, test } from 'vitest';
import { type Facts, observeFacts, result } from './facts.ts';
import { isObservation, observationNumber, table, testOf } from './weights.ts';

const now = new Date('2026-06-15T12:00:00Z');
const DAY = 86_400_000;
const ago = (days: number): Date => new Date(now.getTime() - days * DAY);
const ids = (facts: Facts): string[] => observeFacts({ now, ...facts }).map(({ id }) => id);

describe('each fact gives its observation', () => {
  const cases: readonly (readonly [Facts, string | null])[] = [
    [{ address: { lastAccepted: null } }, 'address-history:never-accepted'],
    [{ address: { lastAccepted: ago(7) } }, 'address-history:accepted-this-week'],
    [{ address: { lastAccepted: ago(8) } }, 'address-history:accepted-before'],
    [{ address: { since: ago(2) } }, 'address-age:under-two-days'],
    [{ address: { since: ago(365) } }, 'address-age:under-a-year'],
    [{ address: { since: ago(366) } }, 'address-age:over-a-year'],
    [{ address: { lastEngaged: null } }, 'engagement:none'],
    [{ address: { lastEngaged: ago(366) } }, 'engagement:none'],
    [{ address: { lastEngaged: ago(90) } }, 'engagement:recent'],
    [{ address: { lastEngaged: ago(200) } }, null],
    [{ address: { nearMissOf: 'jane.row@example.net' } }, 'typo:likely'],
    [{ address: { source: 'imported' } }, 'list-source:imported'],
    [{ address: { source: 'confirmed' } }, 'list-source:confirmed'],
    [{ address: { secondTry: 'accepted' } }, 'second-try:accepted'],
    [{ address: { secondTry: 'refused' } }, 'second-try:refused'],
    [{ address: { fullAt: [ago(1)] } }, 'full-for:first-time'],
    [{ address: { fullAt: [ago(1), ago(2)] } }, null],
    [{ address: { fullAt: [ago(1), ago(2), ago(29)] } }, 'full-for:weeks'],
    [{ address: { fullAt: [ago(31), ago(32), ago(33)] } }, null],
    [{ domain: { dns: 'fine' } }, 'domain-dns:fine'],
    [{ domain: { dns: 'null-mx' } }, 'domain-dns:null-mx'],
    [{ domain: { mxChanged: ago(7) } }, 'mx-history:changed'],
    [{ domain: { mxChanged: ago(60) } }, 'mx-history:stable'],
    [{ domain: { mxChanged: ago(30) } }, null],
    [{ domain: { mxChanged: null, mxWatchedSince: ago(60) } }, 'mx-history:stable'],
    [{ domain: { mxChanged: null, mxWatchedSince: ago(30) } }, null],
    [{ domain: { hybrid: true } }, 'hybrid-signs:yes'],
    [{ domain: { hybrid: false } }, 'hybrid-signs:no'],
    [{ domain: { failingSince: ago(2) } }, 'outage-for:days'],
    [{ domain: { failingSince: ago(0.5) } }, 'outage-for:hours'],
    [{ sending: { ipListedOn: ['spamhaus'] } }, 'sending-ip-listed:yes'],
    [{ sending: { ipListedOn: [] } }, 'sending-ip-listed:no'],
    [{ sending: { domainListedOn: ['uribl'] } }, 'sending-domain-listed:yes'],
    [{ sending: { linkListedOn: [] } }, 'link-domain-listed:no'],
    [{ sending: { ipSince: ago(30) } }, 'sending-ip-age:new'],
    [{ sending: { ipSince: ago(31) } }, 'sending-ip-age:warm'],
    [{ sending: { ipShared: true } }, 'shared-ip:yes'],
    [{ sending: { ipShared: false } }, 'shared-ip:no'],
    [{ sending: { volume: { today: 301, mean: 100 } } }, 'volume:step'],
    [{ sending: { volume: { today: 300, mean: 100 } } }, 'volume:normal'],
    [{ sending: { volume: { today: 300, mean: 0 } } }, null],
    [{ sending: { changed: ago(7) } }, 'sender-change:yes'],
    [{ sending: { changed: ago(8) } }, 'sender-change:no'],
    [{ sending: { changed: null } }, 'sender-change:no'],
    [{ sending: { signsIn: true } }, 'login:used'],
    [{ sending: { signsIn: false } }, 'login:not-used'],
    [{ sending: { ptr: 'generic' } }, 'ptr:generic'],
    [{ sending: { heloResolves: true } }, 'helo:confirmed'],
    [{ sending: { heloResolves: false } }, 'helo:wrong'],
    [{ sending: { returnPathResolves: true } }, 'sender-domain-dns:fine'],
    [{ sending: { returnPathResolves: false } }, 'sender-domain-dns:broken'],
    [{ sending: { ownMessage: true } }, 'message-sent:yes'],
    [{ sending: { ownMessage: false } }, 'message-sent:no'],
    [{ authentication: { spf: 'softfail' } }, 'auth-spf:fail'],
    [{ authentication: { dkim: 'none' } }, 'auth-dkim:none'],
    [{ authentication: { dmarc: 'pass' } }, 'auth-dmarc:pass'],
  ];

  test.each(cases.map(([facts, id]) => [JSON.stringify(facts), id, facts] as const))('%s → %s', (_, id, facts) => {
    expect(ids(facts)).toEqual(id === null ? [] : [id]);
  });

  test('all of them name observations that exist', () => {
    for (const [, id] of cases) if (id !== null) expect(isObservation(id)).toBe(true);
  });
});

describe('without a present', () => {
  test('times give nothing', () => {
    const facts: Facts = {
      address: { lastAccepted: ago(1), since: ago(1), lastEngaged: ago(1), fullAt: [ago(1), ago(2), ago(3)] },
      domain: { mxChanged: ago(1), mxWatchedSince: ago(90), failingSince: ago(3) },
      sending: { ipSince: ago(1), changed: ago(1) },
    };
    // That something changed at a time which nobody can date is all that is left of the sender's change.
    expect(observeFacts(facts).map(({ id }) => id)).toEqual([]);
  });

  test('what has no time still counts', () => {
    expect(observeFacts({ address: { lastAccepted: null }, sending: { ipListedOn: [] } }).map(({ id }) => id)).toEqual([
      'address-history:never-accepted',
      'sending-ip-listed:no',
    ]);
  });
});

describe('hostile or broken facts', () => {
  test('times to come and times that are none give nothing', () => {
    for (const time of [ago(-1), new Date(Number.NaN)])
      expect(
        ids({ address: { lastAccepted: time, since: time }, domain: { mxChanged: time }, sending: { ipSince: time } }),
      ).toEqual([]);
  });

  test('a present that is no time gives nothing', () => {
    expect(observeFacts({ now: new Date(Number.NaN), address: { since: ago(1) } })).toEqual([]);
  });

  test('nothing at all gives nothing', () => expect(observeFacts({})).toEqual([]));
});

describe('what is noted', () => {
  test('says from where, and what exactly was seen', () => {
    expect(
      observeFacts({ now, address: { lastAccepted: ago(1) }, sending: { volume: { today: 900, mean: 100 } } }),
    ).toEqual([
      {
        id: 'address-history:accepted-this-week',
        source: 'history',
        span: null,
        quote: null,
        note: 'last accepted 2026-06-14 12:00',
      },
      { id: 'volume:step', source: 'sending', span: null, quote: null, note: '900 today, 100 on average' },
    ]);
  });

  test('names the lists', () => {
    expect(observeFacts({ sending: { ipListedOn: ['spamhaus', 'barracuda'] } })[0]?.note).toBe('spamhaus, barracuda');
  });

  test('comes from where the test is made', () => {
    const seen = observeFacts({
      now,
      address: { source: 'imported' },
      domain: { dns: 'fine' },
      sending: { ipListedOn: [], ptr: 'missing', signsIn: true },
      authentication: { spf: 'pass' },
    });
    for (const { id, source } of seen) expect(table.tests[testOf(observationNumber(id))]?.from, id).toBe(source);
  });
});

describe('RFC 8601 result words', () => {
  test.each([
    ['auth-spf', 'pass', 'auth-spf:pass'],
    ['auth-spf', 'softfail', 'auth-spf:fail'],
    ['auth-spf', 'permerror', 'auth-spf:error'],
    ['auth-dkim', 'permerror', 'auth-dkim:fail'],
    ['auth-dkim', 'softfail', null],
    ['auth-dmarc', 'permerror', null],
    ['auth-dmarc', 'temperror', null],
    ['auth-spf', 'neutral', null],
    ['auth-spf', 'PASS', null],
    ['auth-spf', null, null],
    ['auth-spf', undefined, null],
  ] as const)('%s=%s is %s', (test, word, id) => expect(result(test, word)).toBe(id));
});
