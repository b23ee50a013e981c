import { causeTable } from '@whybounce/knowledge/cause';
import { expect, test } from 'vitest';
import { sharesOfRule } from './shares.ts';
import { stepsByOwner } from './steps-by-owner.ts';

test('own steps stand first, under the owner; then those of the causes, the likeliest first; none twice', () => {
  const { causes } = sharesOfRule({ reason: 'recipient.edge-blocked' });
  const repeated = causeTable['address-does-not-exist'].steps[0]?.toUpperCase() ?? '';
  const groups = stepsByOwner('sender', ['Do this first.', repeated], causes);
  const [first] = groups;
  expect(first?.owner).toBe('sender');
  expect(first?.steps.slice(0, 2).map(({ cause }) => cause)).toEqual([null, null]);
  const steps = groups.flatMap((group) => group.steps.map(({ step }) => step.toLowerCase()));
  expect(new Set(steps).size).toBe(steps.length);
  expect(groups.map(({ owner }) => owner)).toEqual([...new Set(groups.map(({ owner }) => owner))]);
  for (const { owner, steps: its } of groups)
    for (const { cause } of its) if (cause !== null) expect(causeTable[cause].owner).toBe(owner);
});
