import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkDataFolder } from './data-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'whybounce-data-'));
const file = join(folder, 'file');
writeFileSync(file, '');
afterAll(() => rmSync(folder, { recursive: true }));

it('takes a folder that is there, and one that can be made', async () => {
  await checkDataFolder(folder);
  await checkDataFolder(join(folder, 'new', 'deeper'));
});

it('refuses a file, and a folder below a file', async () => {
  await expect(checkDataFolder(file)).rejects.toThrow(/is a file. Name a folder/);
  await expect(checkDataFolder(join(file, 'below'))).rejects.toThrow(/is a file. Name another folder/);
});
