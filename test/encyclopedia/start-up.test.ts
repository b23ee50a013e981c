import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { root } from '../command.ts';

test('a pasted refusal loads nothing of the encyclopedia', async () => {
  const { metafile } = await build({
    entryPoints: [join(root, 'cli', 'src', 'main.ts')],
    outdir: join(root, 'nowhere'),
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    conditions: ['source'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const { outputs } = metafile;
  const loaded = new Set<string>();
  const load = (path: string): void => {
    const output = outputs[path];
    if (output === undefined || loaded.has(path)) return;
    loaded.add(path);
    for (const { path: other, kind } of output.imports) if (kind === 'import-statement') load(other);
  };
  load(Object.keys(outputs).find((path) => outputs[path]?.entryPoint === 'cli/src/main.ts') ?? '');
  const sources = [...loaded].flatMap((path) =>
    Object.entries(outputs[path]?.inputs ?? {}).flatMap(([source, { bytesInOutput }]) =>
      bytesInOutput > 0 ? source : [],
    ),
  );
  expect(sources).toContain('core/src/match/matcher.ts');
  const unwanted =
    /encyclopedia|output\/page|minisearch|knowledge\/src\/(?:code|comparison|alias|moved|provider)|generated\/systems/;
  expect(sources.filter((source) => unwanted.test(source))).toEqual([]);
  const all = Object.keys(metafile.inputs);
  expect(all.some((source) => source.includes('minisearch'))).toBe(true);
});
