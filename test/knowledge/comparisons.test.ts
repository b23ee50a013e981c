import { expect, test } from 'vitest';
import { decodeReply } from '../../core/src/reply.ts';
import { comparisons } from '../../knowledge/src/comparison/index.ts';

/** The lines that the comparisons show, each with the entry that they name for it. */
const shown = comparisons.flatMap((comparison) =>
  comparison.kind === 'verdicts'
    ? [[comparison.slug, comparison.line, comparison.rule] as const]
    : comparison.sides.flatMap(({ examples }) =>
        examples.map(({ line, rule }) => [comparison.slug, line, rule] as const),
      ),
);

test.each(shown)('%s: "%s" is read by %s', (_, line, rule) => {
  expect(decodeReply(line).diagnosis?.rule).toBe(rule);
});

test('the line of a table of verdicts has the reason under which it looks up the crosswalk', () => {
  for (const comparison of comparisons)
    if (comparison.kind === 'verdicts') expect(decodeReply(comparison.line).diagnosis?.reason).toBe(comparison.reason);
});
