import { type BounceEvent, decodeReply, diagnose, type ObservationId } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { shapeFaults } from '../event-shape.ts';
import { edgeBlockedTable } from './golden/published-tables.ts';

/** The line that this project is named for. */
const line = '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';

const causesOf = ({ diagnosis }: BounceEvent) => diagnosis?.causes ?? [];
const orderOf = (event: BounceEvent): string[] => causesOf(event).map(({ id }) => id);

/** Which cause is in front once one thing is known; table A, read by an expert. */
const turns: readonly (readonly [ObservationId, string])[] = [
  ['control-recipient-same-domain:accepted', 'address-does-not-exist'],
  ['typo:likely', 'address-does-not-exist'],
  ['recipient-confirms:exists', 'directory-not-synchronised'],
  ['address-age:under-two-days', 'directory-not-synchronised'],
  ['control-recipient-same-domain:refused', 'domain-misconfigured-at-receiver'],
  ['other-sender:accepted', 'sender-limited-by-connector'],
  ['other-domains-same-provider:refused', 'sender-reputation'],
];

describe('the line alone', () => {
  const event = decodeReply(line);

  test('is read as a refusal at the edge, by words and host tag', () => {
    expect(shapeFaults(event)).toEqual([]);
    expect(event.diagnosis?.reason).toBe('recipient.edge-blocked');
    expect(event.microsoft).toMatchObject({ host: 'AM0P190CA0026', forest: 'EURP190' });
  });

  test('has at least four causes, ranked as the published table has them', () => {
    const published = [...edgeBlockedTable.rows].sort((a, b) => b.prior - a.prior);
    expect(orderOf(event)).toEqual(published.map(({ cause }) => cause));
    expect(orderOf(event).length).toBeGreaterThanOrEqual(4);
    expect(causesOf(event).map(({ probability }) => Math.round(100 * probability))).toEqual(
      published.map(({ prior }) => prior),
    );
  });

  test('quotes for every cause the words that it goes by, where they stand', () => {
    for (const { id, evidence } of causesOf(event)) {
      const quoted = evidence.filter(({ span }) => span !== null);
      expect(quoted.length, id).toBeGreaterThan(0);
      for (const { span, quote } of quoted) {
        expect(line.slice(span?.[0], span?.[1]), id).toBe(quote);
        expect(quote?.toLowerCase(), id).toContain('access denied');
      }
    }
  });

  test('never suppresses by itself: it holds, and asks about a neighbour', () => {
    expect(event.diagnosis?.action).toMatchObject({ do: 'hold', retryAfter: 172_800, then: 'suppress' });
    expect(event.diagnosis?.settle?.observe).toBe('control-recipient-same-domain');
  });
});

describe('one thing more', () => {
  test.each(turns)('%s puts %s in front', (observation, cause) => {
    const event = diagnose(decodeReply(line), { observations: [observation] });
    expect(orderOf(event)[0]).toBe(cause);
    const evidence = causesOf(event)[0]?.evidence.find(({ id }) => id === observation);
    expect(evidence).toMatchObject({ effect: 'for' });
  });

  test('changes the order wherever it changes the cause in front', () => {
    const before = orderOf(decodeReply(line));
    for (const [observation, cause] of turns) {
      if (cause === before[0]) continue;
      expect(orderOf(diagnose(decodeReply(line), { observations: [observation] })), observation).not.toEqual(before);
    }
  });

  test('suppresses only after the second refusal beside a neighbour who is reached', () => {
    const ids: readonly ObservationId[] = ['control-recipient-same-domain:accepted', 'second-try:refused'];
    const done = ids.map((_, i) => diagnose(decodeReply(line), { observations: ids.slice(0, i + 1) }));
    expect(done.map(({ diagnosis }) => diagnosis?.action.do)).toEqual(['hold', 'suppress']);
  });
});

describe('the same input', () => {
  const seen: readonly ObservationId[] = [
    'hybrid-signs:yes',
    'control-recipient-same-domain:accepted',
    'address-age:over-a-year',
    'other-platform-codes:none',
    'engagement:none',
  ];

  test('gives the same bytes twice', () => {
    const answers = [1, 2].map(() => JSON.stringify(diagnose(decodeReply(line), { observations: seen })));
    expect(answers[0]).toBe(answers[1]);
  });

  test('gives the same bytes in whatever order the observations come', () => {
    const answer = JSON.stringify(diagnose(decodeReply(line), { observations: seen }));
    const turned = seen.map((_, i) => [...seen.slice(i), ...seen.slice(0, i)]);
    for (const observations of [...turned, [...seen].reverse()])
      expect(JSON.stringify(diagnose(decodeReply(line), { observations }))).toBe(answer);
  });

  test('gives the same bytes whatever was asked before', () => {
    const answer = JSON.stringify(diagnose(decodeReply(line), { observations: seen }));
    for (const [observation] of turns) diagnose(decodeReply(line), { observations: [observation] });
    expect(JSON.stringify(diagnose(decodeReply(line), { observations: seen }))).toBe(answer);
  });
});
