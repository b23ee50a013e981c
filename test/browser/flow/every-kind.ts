import { expect, test } from 'vitest';
import { axeFaults } from '../axe.ts';
import { fitFaults } from '../fit.ts';
import { type Kind, kinds } from '../kinds.ts';
import type { Stage } from '../stage.ts';
import { together } from '../together.ts';

/** Every kind of page can be read by everybody, in every window. */
export function everyKind(stage: Stage): void {
  const faultsOf = async ({ name, path, make, status }: Kind): Promise<string[]> => {
    const { page } = await stage.visit(path, status === undefined ? {} : { tolerated: /status of 4\d\d/ });
    await make?.(page);
    const faults = [...(await axeFaults(page)), ...(await fitFaults(page))];
    return faults.map((fault) => `${name}: ${fault}`);
  };

  const groups = ['the decoder', 'over a page', 'lists', 'pages', 'where nothing is'] as const;
  test.for(groups)('%s: axe finds nothing; nothing sticks out, is cut or too small to hit', async (group) => {
    const own = kinds.filter((kind) => kind.group === group);
    expect(own.length).toBeGreaterThan(1);
    expect((await together(own, 2, faultsOf)).flat()).toEqual([]);
  });
}
