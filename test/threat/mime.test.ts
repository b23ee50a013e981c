import { type BounceEvent, decode, decodeStream } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { MAX_NESTING, MAX_PARTS, MAX_STRETCH } from '../../core/src/message/limits.ts';
import { parseMail } from '../../core/src/message/mail.ts';
import { skim } from '../../core/src/message/skim.ts';
import { shapeFaults } from '../event-shape.ts';
import * as bombs from './bombs.ts';

const utf8 = new TextEncoder();
const places: readonly bombs.Place[] = ['before', 'after'];
const MIB = 1024 * 1024;

/** Reads a mail and expects the one event that its own status part tells of, whatever stands beside it. */
function readVictim(mail: string): BounceEvent {
  const events = decode(utf8.encode(mail), { as: 'mail' });
  expect(events.map(({ recipient, kind, enhancedStatus }) => [recipient, kind, enhancedStatus])).toEqual([
    [bombs.VICTIM, 'bounce', '5.1.1'],
  ]);
  const [event] = events as [BounceEvent];
  expect(shapeFaults(event)).toEqual([]);
  return event;
}

const codes = (event: BounceEvent): string[] => event.warnings.map(({ code }) => code);

/** Bytes by which the heap stands higher after the work than before, garbage apart where that can be told. */
function growth(work: () => unknown): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const kept = work();
  globalThis.gc?.();
  const after = process.memoryUsage().heapUsed;
  expect(kept).toBeDefined();
  return after - before;
}

describe.each(places)('mime-nesting: the status part stands %s', (place) => {
  test.each([1_000, 10_000, 50_000])('%i multiparts that are closed again', (depth) => {
    expect(codes(readVictim(bombs.nestedMultiparts(place, depth, true)))).toContain('nesting-truncated');
  });

  test('multiparts that are never closed', () => {
    expect(codes(readVictim(bombs.nestedMultiparts(place, 10_000, false)))).toContain('nesting-truncated');
  });

  test('as deep as the limit allows there is nothing to warn of', () => {
    expect(codes(readVictim(bombs.nestedMultiparts(place, MAX_NESTING - 1, true)))).toEqual([]);
  });

  test.each([1_000, 20_000])('%i multiparts with one boundary', (depth) => {
    readVictim(bombs.sameBoundary(place, depth));
  });

  test.each([1_000, 10_000])('%i messages inside messages', (depth) => {
    expect(codes(readVictim(bombs.nestedMessages(place, depth)))).toContain('nesting-truncated');
  });
});

test('a limit is warned of once, however often it is met', () => {
  const event = readVictim(bombs.nestedMultiparts('before', 10_000, true));
  expect(codes(event).filter((code) => code === 'nesting-truncated')).toHaveLength(1);
});

test.each([20_000, 100_000])('mime-parts: %i parts behind the status part', (count) => {
  const event = readVictim(bombs.manyParts('before', count));
  expect(codes(event)).toContain('parts-truncated');
});

test('mime-parts: as many parts as the limit allows are all read', () => {
  expect(codes(readVictim(bombs.manyParts('after', MAX_PARTS - 10)))).toEqual([]);
});

test('mime-parts: a status part behind 100,000 others is found, or the cut is told', () => {
  const [event] = decode(utf8.encode(bombs.manyParts('after', 100_000))) as [BounceEvent];
  expect(event.recipient === bombs.VICTIM || codes(event).includes('parts-truncated')).toBe(true);
});

test.each(places)('mime-parts: half a million lines like boundaries, status part %s', (place) => {
  readVictim(bombs.dashes(place, 500_000));
});

test.each(places)('mime-parts: a boundary beyond the limit is none, status part %s', (place) => {
  readVictim(bombs.longBoundary(place, 2_049));
  readVictim(bombs.longBoundary(place, 200_000));
});

test('mime-parts: what is kept of a hundred thousand parts is bounded', () => {
  const raw = skim(utf8.encode(bombs.manyParts('before', 100_000)));
  expect(parseMail(raw).parts.length).toBeLessThanOrEqual(MAX_PARTS + 2);
});

test.each([1_000, 50_000, 500_000])('mime-address-groups: %i groups and comments that never close', (count) => {
  readVictim(bombs.addressGroups(count));
});

test('mime-address-groups: in the original recipient', () => {
  readVictim(bombs.addressGroupsInStatus(10_000));
});

describe.each(Object.entries(bombs.hugeHeaders))('mime-huge-headers: %s', (_, make) => {
  test.each(places)('of the part beside the status part, which stands %s', (place) => {
    readVictim(bombs.headersOfPart(place, make(6 * MIB)));
  });

  test('behind the headers that matter', () => {
    expect(codes(readVictim(bombs.headersOfMail(make(6 * MIB))))).toContain('headers-truncated');
  });

  test('before them: an event all the same, and the cut is told', () => {
    const events = decode(utf8.encode(bombs.headersBeforeType(make(6 * MIB))), { as: 'mail' });
    expect(events.flatMap(shapeFaults)).toEqual([]);
    expect(events.flatMap(codes)).toContain('headers-truncated');
  });

  test('little of them is no bomb', () => {
    expect(codes(readVictim(bombs.headersOfMail(make(180))))).toEqual([]);
  });
});

describe.each([
  ['base64', 'image/jpeg'],
  ['base64', 'text/plain'],
  ['quoted-printable', 'application/pdf'],
  ['quoted-printable', 'text/html'],
])('qp-b64-size: 20 MB of %s %s', (encoding, type) => {
  test.each(places)('the status part stands %s', (place) => {
    expect(codes(readVictim(bombs.attachment(place, encoding, type, 20_000_000)))).toEqual([]);
  });
});

test.each(places)('qp-b64-size: a mail of 32 MiB is skimmed, not refused, status part %s', (place) => {
  const bytes = utf8.encode(bombs.attachment(place, 'base64', 'image/jpeg', 32 * MIB));
  expect(skim(bytes).length).toBeLessThan(4 * MAX_STRETCH);
  const [event] = decode(bytes) as [BounceEvent];
  expect([event.recipient, codes(event)]).toEqual([bombs.VICTIM, []]);
});

test.each(places)('qp-b64-size: a line of 32 MiB without a break, status part %s', (place) => {
  readVictim(bombs.endlessLine(place, 32 * MIB));
});

test('qp-b64-size: the same in pieces of 64 KiB', async () => {
  const bytes = utf8.encode(bombs.attachment('after', 'base64', 'image/jpeg', 32 * MIB));
  const pieces = function* (): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  };
  const events = [];
  for await (const event of decodeStream(pieces(), { name: 'x' })) events.push(event);
  expect(events).toEqual(decode(bytes, { name: 'x' }));
  expect(events[0]?.recipient).toBe(bombs.VICTIM);
});

test('an event keeps no hold on the mail that it was read from', () => {
  const bytes = utf8.encode(bombs.attachment('after', 'quoted-printable', 'application/pdf', 20_000_000));
  readVictim(bombs.attachment('after', 'base64', 'image/jpeg', 1_000));
  expect(growth(() => Array.from({ length: 3 }, () => decode(bytes)))).toBeLessThan(60 * MIB);
});
