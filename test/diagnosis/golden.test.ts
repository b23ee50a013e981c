import type { Evidence } from '@whybounce/core';
import { reasonIds } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import { candidatesOf } from '../../core/src/diagnose/differential.ts';
import { observationNumber } from '../../core/src/diagnose/weights.ts';
import { shapeFaults } from '../event-shape.ts';
import { diagnosed, flipped, type GoldenCase, verdictOf } from './golden/case.ts';
import { contentCases } from './golden/content.ts';
import { edgeBlockedCases } from './golden/edge-blocked.ts';
import { identityCases } from './golden/identity.ts';
import { notAuthorisedCases } from './golden/not-authorised.ts';
import { otherCases } from './golden/other.ts';
import { decibans, edgeBlockedTable, notAuthorisedTable } from './golden/published-tables.ts';
import { recipientCases } from './golden/recipient.ts';
import { reputationCases } from './golden/reputation.ts';
import { routeCases } from './golden/route.ts';

const families: Readonly<Record<string, readonly GoldenCase[]>> = {
  'edge-blocked': edgeBlockedCases,
  'not-authorised': notAuthorisedCases,
  recipient: recipientCases,
  route: routeCases,
  identity: identityCases,
  reputation: reputationCases,
  content: contentCases,
  other: otherCases,
};
const all = Object.values(families).flat();

describe.each(Object.entries(families))('%s', (_, cases) => {
  test.each(cases.map((golden) => [golden.name, golden] as const))('%s', (_name, golden) => {
    const event = diagnosed(golden);
    const before = verdictOf(event);
    expect(shapeFaults(event)).toEqual([]);
    expect(event.diagnosis?.reason).toBe(golden.reason);
    expect(before).toEqual(golden.expect);
    const { flip } = golden;
    if ('none' in flip) return;
    const { with: added, without: removed, ...changed } = flip;
    const after = diagnosed(golden, flipped(golden, flip));
    expect(shapeFaults(after)).toEqual([]);
    expect(verdictOf(after), `without ${removed ?? 'nothing'}, with ${added ?? 'nothing'}`).toMatchObject(changed);
    expect(verdictOf(after), 'one observation has to change the answer').not.toEqual(before);
  });
});

describe('the set of cases', () => {
  test('is large enough, and every name tells one case', () => {
    expect(all.length).toBeGreaterThanOrEqual(130);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  test('has every reason that a failure can have', () => {
    const wanted = reasonIds.filter((reason) => !reason.startsWith('notice.'));
    const held = new Set(all.map(({ reason }) => reason));
    expect(wanted.filter((reason) => !held.has(reason))).toEqual([]);
  });

  test('turns by one observation: to another cause in three cases of four', () => {
    const flips = all.flatMap(({ expect: { cause }, flip }) => ('none' in flip ? [] : [{ cause, flip }]));
    expect(all.length - flips.length).toBeLessThanOrEqual(8);
    const others = flips.filter(({ cause, flip }) => flip.cause !== undefined && flip.cause !== cause);
    expect(others.length / flips.length).toBeGreaterThanOrEqual(0.75);
  });

  test('never takes away what was not seen, and always adds or takes away one thing', () => {
    for (const { name, seen = [], flip } of all) {
      if ('none' in flip) continue;
      expect(
        [flip.with, flip.without].filter((id) => id !== undefined),
        name,
      ).toHaveLength(1);
      if (flip.without !== undefined) expect(seen, name).toContain(flip.without);
      if (flip.with !== undefined) expect(seen, name).not.toContain(flip.with);
    }
  });

  test('cites threads by their address', () => {
    const sources = all.flatMap(({ source }) => (source === undefined ? [] : [source]));
    expect(sources.length).toBeGreaterThanOrEqual(60);
    for (const source of sources) expect(source).toMatch(/^https:\/\/[a-z0-9.-]+\/\S*$/);
  });
});

describe.each([edgeBlockedTable, notAuthorisedTable])('the published table of $reason', ({ reason, rows }) => {
  const candidates = candidatesOf(reason);

  test('has the shares that the engine starts from', () => {
    expect(Object.fromEntries(candidates.map(({ id, share }) => [id, share]))).toEqual(
      Object.fromEntries(rows.map(({ cause, prior }) => [cause, prior])),
    );
  });

  describe.each(rows)('$row, $cause', ({ cause, cells }) => {
    test.each(cells)('$says: ×$ratio', ({ ratio, of, together }) => {
      const weights = candidates.find(({ id }) => id === cause)?.weights;
      const found = of.map((id) => weights?.[observationNumber(id)] ?? 0);
      if (together) expect(found.reduce((a, b) => a + b, 0)).toBe(decibans(ratio));
      else expect(found).toEqual(of.map(() => decibans(ratio)));
    });

    test.each(cells)('$says: some case shows it', ({ of }) => {
      const shown = new Set(evidenceFor(reason, cause).map(({ id }) => id));
      expect(of.filter((id) => !shown.has(id))).toEqual([]);
    });
  });
});

/** What moved a cause in the cases of a reason, before the flip or after it. */
function evidenceFor(reason: string, cause: string): Evidence[] {
  return all
    .filter((golden) => golden.reason === reason)
    .flatMap((golden) => [
      diagnosed(golden),
      ...('none' in golden.flip ? [] : [diagnosed(golden, flipped(golden, golden.flip))]),
    ])
    .flatMap(({ diagnosis }) => diagnosis?.causes.find(({ id }) => id === cause)?.evidence ?? []);
}
