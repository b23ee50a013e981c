import type { ObservationId } from '@whybounce/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observable } from '../../probe/src/observe/observe.ts';
import { diagnosed, type GoldenCase } from './golden/case.ts';
import { contentCases } from './golden/content.ts';
import { edgeBlockedCases } from './golden/edge-blocked.ts';
import { identityCases } from './golden/identity.ts';
import { notAuthorisedCases } from './golden/not-authorised.ts';
import { otherCases } from './golden/other.ts';
import { recipientCases } from './golden/recipient.ts';
import { reputationCases } from './golden/reputation.ts';
import { routeCases } from './golden/route.ts';

/** What checks see of DNS and servers speaks of domains and senders: it is no proof that nobody has an address. */

const deedOf = (golden: GoldenCase, seen: readonly ObservationId[]) => diagnosed(golden, seen).diagnosis?.action.do;

/** Refusals after which nobody suppresses as long as nothing is known beside them. */
const held = [
  ...edgeBlockedCases,
  ...notAuthorisedCases,
  ...recipientCases,
  ...routeCases,
  ...identityCases,
  ...reputationCases,
  ...contentCases,
  ...otherCases,
].filter((golden) => deedOf(golden, []) !== 'suppress');

/** Observations by their test, of whose outcomes one run sees at most one. */
const byTest = Map.groupBy(observable, (id) => id.slice(0, id.indexOf(':')));
const run = fc
  .tuple(...[...byTest.values()].map((ids) => fc.option(fc.constantFrom(...ids))))
  .map((seen) => seen.filter((id) => id !== null));

describe('what checks alone observe', () => {
  test('is tried on most refusals', () => {
    expect(held.length).toBeGreaterThanOrEqual(100);
    expect(byTest.size).toBeGreaterThanOrEqual(10);
  });

  test.each(edgeBlockedCases.map((golden) => [golden.name, golden] as const))('holds: %s', (_name, golden) => {
    fc.assert(
      fc.property(run, (seen) => {
        expect(deedOf(golden, seen)).toBe('hold');
      }),
    );
  });

  test.each(observable.map((id) => [id]))('suppresses nobody: %s', (id) => {
    expect(held.filter((golden) => deedOf(golden, [id]) === 'suppress').map(({ name }) => name)).toEqual([]);
  });

  test('suppresses nobody: all that one run can see together', () => {
    fc.assert(
      fc.property(fc.constantFrom(...held), run, (golden, seen) => {
        expect(deedOf(golden, seen)).not.toBe('suppress');
      }),
      { numRuns: 1000 },
    );
  });
});
