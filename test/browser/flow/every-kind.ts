import { expect, test } from 'vitest';
import { axeFaults } from '../axe.ts';
import { fitFaults } from '../fit.ts';
import { kinds } from '../kinds.ts';
import type { Stage } from '../stage.ts';

/** Every kind of page can be read by everybody, in every window. */
export function everyKind(stage: Stage): void {
  test.for(kinds)('$name: axe finds nothing; nothing sticks out, is cut or too small to hit', async ({ path, make, status }) => {
    const { page } = await stage.visit(path, status === undefined ? {} : { tolerated: /status of 4\d\d/ });
    await make?.(page);
    expect(await axeFaults(page)).toEqual([]);
    expect(await fitFaults(page)).toEqual([]);
  });
}
