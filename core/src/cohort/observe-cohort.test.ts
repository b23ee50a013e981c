import { describe, expect, test } from 'vitest';
import { attempt, days, hours, minutes } from './cohort-fixture.ts';
import type { ObserveOptions } from './cohorts.ts';
import { Ledger } from './ledger.ts';
import { CohortObserver } from './observe-cohort.ts';
import { type CohortInput, outcomeOf } from './outcome.ts';

/** Observations of the first input in the light of all. */
function seen(inputs: readonly CohortInput[], options?: ObserveOptions): Record<string, string | null> {
  const observer = new CohortObserver(new Ledger(inputs.map((input) => outcomeOf(input))), options);
  return Object.fromEntries(observer.observe(0).map(({ id, note }) => [id, note]));
}

/** Mail that goes through elsewhere, so that a rate is known. */
const elsewhere = Array.from({ length: 200 }, (_, i) =>
  attempt(`w${i}@other${i % 9}.example.com`, null, (i - 100) * 10 * minutes, { provider: 'elsewhere' }),
);

const refusedAt = (domain: string, count: number, from = 0, more: Parameters<typeof attempt>[3] = {}): CohortInput[] =>
  Array.from({ length: count }, (_, i) => attempt(`r${i}@${domain}`, 'edgeBlocked', from + i * minutes, more));

describe('other addresses of the domain', () => {
  test('all refused, with their number and since when', () => {
    expect(seen([...refusedAt('example.org', 14), ...elsewhere])).toMatchObject({
      'control-recipient-same-domain:refused': '14 of 14 addresses at example.org refused since 2026-05-27 09:00 UTC',
    });
  });

  test('two are too few, and no proof that others accept', () => {
    const before = attempt('amy@example.org', null, -2 * hours);
    const found = seen([...refusedAt('example.org', 2), before, ...elsewhere]);
    expect(Object.keys(found).filter((id) => id.startsWith('control'))).toEqual([]);
  });

  test('one delivery after them breaks the row', () => {
    const after = attempt('amy@example.org', null, 20 * minutes);
    expect(seen([...refusedAt('example.org', 5), after, ...elsewhere])).toHaveProperty(
      'control-recipient-same-domain:refused',
    );
    const between = attempt('amy@example.org', null, 90_000);
    expect(seen([...refusedAt('example.org', 3), between, ...elsewhere])).toHaveProperty(
      'control-recipient-same-domain:accepted',
    );
  });

  test('one of them accepts on the same day', () => {
    const control = attempt('amy@example.org', null, 3 * hours);
    expect(seen([attempt('bob@example.org', 'unknown', 0), control, ...elsewhere])).toMatchObject({
      'control-recipient-same-domain:accepted':
        '1 delivery to other addresses at example.org, the nearest 3 hours later',
    });
  });

  test('neither the address itself nor another day is a control', () => {
    const inputs = [
      attempt('bob@example.org', 'unknown', 0),
      attempt('bob@example.org', null, hours),
      attempt('amy@example.org', null, 30 * hours),
      ...elsewhere,
    ];
    expect(seen(inputs)).not.toHaveProperty('control-recipient-same-domain:accepted');
    expect(seen(inputs, { day: 2 * days })).toHaveProperty('control-recipient-same-domain:accepted');
  });

  test('a row of refusals is none where every third address is refused anyway', () => {
    const dirty = elsewhere.map((input, i) =>
      i % 3 === 0 ? attempt(`x${i}@z${i}.example.com`, 'edgeBlocked', i) : input,
    );
    expect(seen([...refusedAt('example.org', 3), ...dirty])).not.toHaveProperty(
      'control-recipient-same-domain:refused',
    );
  });
});

describe('other domains of the provider', () => {
  const provider = 'microsoft-365';
  const blocked = Array.from({ length: 12 }, (_, i) =>
    attempt(`b${i}@t${i % 6}.example.net`, 'edgeBlocked', i * minutes, { provider }),
  );
  const good = Array.from({ length: 4 }, (_, i) => attempt(`b${i}@t${i % 6}.example.net`, null, -days, { provider }));

  test('refused: three domains or more, addresses that took mail before among them', () => {
    expect(seen([...blocked.slice(0, 8), ...good, ...elsewhere])).toMatchObject({
      'other-domains-same-provider:refused':
        '8 addresses at 6 domains of microsoft-365 refused since 2026-05-27 09:00 UTC, 4 of which took mail before',
    });
  });

  test('single addresses without a history may be a dirty list, many without a delivery are none', () => {
    expect(seen([...blocked.slice(0, 8), ...elsewhere])).not.toHaveProperty('other-domains-same-provider:refused');
    expect(seen([...blocked, ...elsewhere])).toHaveProperty('other-domains-same-provider:refused');
  });

  test('one domain is not the provider', () => {
    const one = refusedAt('t1.example.net', 10, 0, { provider });
    const found = seen([...one, ...refusedAt('t2.example.net', 1, 0, { provider }), ...good, ...elsewhere]);
    expect(found).not.toHaveProperty('other-domains-same-provider:refused');
    expect(found).toHaveProperty('control-recipient-same-domain:refused');
  });

  test('of nested cohorts only the widest is told of', () => {
    const domain = refusedAt('t0.example.net', 4, 5 * minutes, { provider });
    const found = seen([...blocked, ...domain, ...good, ...elsewhere]);
    expect(found).toHaveProperty('other-domains-same-provider:refused');
    expect(Object.keys(found).filter((id) => id.startsWith('control'))).toEqual([]);
  });

  test('accepted', () => {
    const inputs = [attempt('bob@t9.example.net', 'edgeBlocked', 0, { provider }), ...elsewhere];
    const other = attempt('amy@t8.example.net', null, hours, { provider });
    expect(seen([...inputs, other])).toMatchObject({
      'other-domains-same-provider:accepted':
        '1 delivery to other domains of microsoft-365, the nearest 60 minutes later',
    });
    expect(seen(inputs)).not.toHaveProperty('other-domains-same-provider:accepted');
  });

  test('blocks in other words, or no complaint at all', () => {
    const blocks = Array.from({ length: 3 }, (_, i) =>
      attempt(`y${i}@t${i}.example.net`, 'lowReputation', i * hours, { provider }),
    );
    const one = attempt('bob@t9.example.net', 'edgeBlocked', 0, { provider });
    const lots = Array.from({ length: 25 }, (_, i) => attempt(`g${i}@t7.example.net`, null, i * minutes, { provider }));
    expect(seen([one, ...blocks, ...lots, ...elsewhere])['other-platform-codes:blocks']).toContain('reputation.low');
    expect(seen([one, ...lots, ...elsewhere])).toHaveProperty('other-platform-codes:none');
    expect(seen([one, ...lots.slice(0, 5), ...elsewhere])).not.toHaveProperty('other-platform-codes:none');
  });
});

describe('the sender’s own side', () => {
  /** Thirty mails each of two campaigns from two IP addresses to ten domains. */
  const sent = (isRefused: (campaign: string, ip: string) => boolean): CohortInput[] =>
    Array.from({ length: 120 }, (_, i) => {
      const campaign = i % 2 === 0 ? 'june' : 'july';
      const sendingIp = i % 4 < 2 ? '192.0.2.1' : '192.0.2.2';
      const said = isRefused(campaign, sendingIp) ? 'spam' : null;
      return attempt(`s${i}@k${i % 10}.example.com`, said, i * minutes, { campaign, sendingIp, provider: `p${i % 3}` });
    });

  test('one campaign is refused while the other goes through', () => {
    const found = seen(sent((campaign) => campaign === 'june'));
    expect(found['campaign-spread:only-this']).toMatch(/^60 of 60 of this campaign refused, 0 of \d+ of others/);
    expect(found).not.toHaveProperty('second-ip:accepted');
  });

  test('one IP address is refused while the other goes through', () => {
    const found = seen(sent((_, ip) => ip === '192.0.2.1'));
    expect(found['second-ip:accepted']).toMatch(/from 192\.0\.2\.1 refused, 0 of \d+ from other IP addresses/);
    expect(found).not.toHaveProperty('campaign-spread:only-this');
  });

  test('what differs in both at once tells nothing about either', () => {
    const inputs = Array.from({ length: 120 }, (_, i) =>
      attempt(`s${i}@k${i % 10}.example.com`, i % 2 === 0 ? 'spam' : null, i * minutes, {
        campaign: i % 2 === 0 ? 'june' : 'july',
        sendingIp: i % 2 === 0 ? '192.0.2.1' : '192.0.2.2',
        provider: `p${i % 3}`,
      }),
    );
    const found = seen(inputs);
    expect(found).not.toHaveProperty('campaign-spread:only-this');
    expect(found).not.toHaveProperty('second-ip:accepted');
  });

  test('everything is refused alike, everywhere', () => {
    const found = seen([...sent(() => true), ...elsewhere]);
    expect(found).toMatchObject({
      'campaign-spread:every-kind': '2 campaigns are refused alike',
      'second-ip:refused': '2 IP addresses are refused alike',
    });
    expect(found['other-providers:refused']).toContain('at 3 unrelated places');
  });

  test('other providers accept the same mail', () => {
    const inputs = [
      attempt('bob@k1.example.com', 'spam', 0, { campaign: 'june', provider: 'p1' }),
      attempt('amy@k2.example.com', null, hours, { campaign: 'june', provider: 'p2' }),
    ];
    expect(seen(inputs)).toMatchObject({ 'other-providers:accepted': 'accepted by p2 60 minutes later' });
  });
});

describe('a list', () => {
  const list = (dead: number): CohortInput[] =>
    Array.from({ length: 100 }, (_, i) =>
      attempt(`l${i}@m${i % 20}.example.com`, i % dead === 0 ? 'unknown' : null, i * minutes, { segment: 'import' }),
    );
  const others = elsewhere.map((input) => ({ ...input, segment: 'customers' }));

  test('single dead addresses at many domains from one import', () => {
    expect(seen([...list(4), ...others])['list-segment:one-import']).toMatch(
      /^25 dead addresses at \d+ domains among \d+ of import/,
    );
  });

  test('as many as elsewhere are none', () =>
    expect(seen([...list(50), ...others])).not.toHaveProperty('list-segment:one-import'));

  test('addresses that took mail last week are not dead by the dozen', () => {
    const before = list(101).map((input) => ({ ...input, at: (input.at ?? 0) - 3 * days }));
    expect(seen([...list(4), ...before, ...others])).not.toHaveProperty('list-segment:one-import');
  });
});

describe('the address itself', () => {
  const one = attempt('bob@example.org', 'unknown', 0);

  test('took mail before, within the week or earlier', () => {
    expect(seen([one, attempt('bob@example.org', null, -2 * days)])).toMatchObject({
      'address-history:accepted-this-week': 'last accepted 2026-05-25 09:00 UTC',
    });
    expect(seen([one, attempt('bob@example.org', null, -9 * days)])).toHaveProperty('address-history:accepted-before');
  });

  test('that it never took any cannot be seen in a part of a history', () =>
    expect(Object.keys(seen([one, ...elsewhere])).filter((id) => id.startsWith('address-history'))).toEqual([]));

  test('was refused again after two days, or took a later message', () => {
    const control = [attempt('amy@example.org', null, minutes), attempt('amy@example.org', null, 3 * days + minutes)];
    expect(seen([one, attempt('bob@example.org', 'unknown', 3 * days), ...control])).toMatchObject({
      'second-try:refused': 'refused 2026-05-27 09:00 UTC and again 2026-05-30 09:00 UTC',
    });
    const soon = seen([one, attempt('bob@example.org', 'unknown', 40 * hours), ...control]);
    expect(soon).not.toHaveProperty('second-try:refused');
    const later = [attempt('bob@example.org', 'unknown', 3 * days), attempt('bob@example.org', null, 4 * days)];
    expect(seen([one, ...later, ...control])).toMatchObject({ 'second-try:accepted': 'accepted 2026-05-31 09:00 UTC' });
  });

  test('a second try says nothing of the address while all of its domain is refused', () => {
    const again = [0, 3 * days].flatMap((from) => refusedAt('example.org', 6, from));
    const found = seen([...again, ...elsewhere]);
    expect(found).toHaveProperty('control-recipient-same-domain:refused');
    expect(found).not.toHaveProperty('second-try:refused');
  });

  test('is full for weeks, or for the first time', () => {
    const full = attempt('bob@example.org', 'full', 0);
    const before = [-3, -9].map((day) => attempt('bob@example.org', 'full', day * days));
    expect(seen([full, ...before, ...elsewhere])).toHaveProperty('full-for:weeks');
    expect(seen([full, before[0] as CohortInput, attempt('bob@example.org', null, -2 * days)])).toMatchObject({
      'full-for:first-time': 'took mail 2 days before',
    });
  });
});

describe('an outage', () => {
  const out = attempt('bob@example.org', 'timeout', 0);

  test('of hours', () => {
    expect(seen([out, attempt('amy@example.org', null, -2 * hours)])).toMatchObject({
      'outage-for:hours': 'example.org took mail 2 hours before',
    });
  });

  test('of days', () => {
    expect(seen([out, attempt('bob@example.org', 'timeout', -2 * days), ...elsewhere])).toMatchObject({
      'outage-for:days': 'nothing got through to example.org for 2 days',
    });
  });
});

test('the volume of the day against the days before', () => {
  const week = Array.from({ length: 7 * 24 }, (_, hour) =>
    attempt(`v${hour}@example.org`, null, (hour - 8 * 24) * hours),
  );
  const today = (count: number): CohortInput[] =>
    Array.from({ length: count }, (_, i) => attempt(`t${i}@example.org`, null, -i * minutes));
  const one = attempt('bob@example.org', 'unknown', 0);
  expect(seen([one, ...week, ...today(100)])['volume:step']).toMatch(/^101 attempts within a day, 2\d on average/);
  expect(seen([one, ...week, ...today(20)])).toHaveProperty('volume:normal');
  expect(Object.keys(seen([one, ...today(100)])).filter((id) => id.startsWith('volume'))).toEqual([]);
});

describe('missing evidence is no evidence', () => {
  test('without any delivery nothing is said', () => expect(seen(refusedAt('example.org', 14))).toEqual({}));

  test('without a time nothing is said', () => {
    const [first, ...rest] = refusedAt('example.org', 14);
    expect(seen([{ ...(first as CohortInput), at: null }, ...rest, ...elsewhere])).toEqual({});
  });

  test('of a delivery nothing is said', () =>
    expect(seen([attempt('amy@example.org', null, 0), ...elsewhere])).toEqual({}));
});

test('names out of mails stand in notes without control characters', () => {
  const inputs = refusedAt('exa\u001b[31mmple.org', 14);
  const [note] = Object.values(seen([...inputs, ...elsewhere])).filter((text) => text?.startsWith('14 of 14'));
  expect(note).toBe('14 of 14 addresses at exa[31mmple.org refused since 2026-05-27 09:00 UTC');
});

test('a window that is none says what to write', () => {
  expect(() => seen([], { day: -1 })).toThrow(
    new RangeError('day is -1: write milliseconds above 0, such as 86400000.'),
  );
});

test('time grows with the number of events, not with its square', () => {
  const inputs = Array.from({ length: 12_000 }, (_, i) =>
    attempt(`u${i % 3 === 0 ? 'x' : i}@example.org`, i % 2 === 0 ? 'edgeBlocked' : null, i, {
      campaign: `c${i >> 3}`,
      sendingIp: `192.0.2.${i % 200}`,
      provider: 'microsoft-365',
    }),
  );
  const observer = new CohortObserver(new Ledger(inputs.map((input) => outcomeOf(input))));
  let told = 0;
  for (const place of inputs.keys()) told += observer.observe(place).length;
  expect(told).toBeGreaterThan(0);
});
