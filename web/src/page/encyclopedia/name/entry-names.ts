import { loadSystem, systemSlugs } from '@whybounce/knowledge/system';
import { type EntryName, entryName, sayName } from './entry-name.ts';

/** What every entry is called, by `system/entry`. */
export type EntryNames = ReadonlyMap<string, EntryName>;

let names: Promise<EntryNames> | undefined;

/** The names of all entries; loads every system, once. */
export function loadEntryNames(): Promise<EntryNames> {
  names ??= load();
  return names;
}

async function load(): Promise<EntryNames> {
  const ofSystems = await Promise.all(
    systemSlugs.map(async (slug) => ((await loadSystem(slug))?.entries ?? []).map((entry) => entryName(slug, entry))),
  );
  return new Map(ofSystems.flatMap(toldApart).map((name) => [name.rule, name]));
}

/** Entries of one system with the same codes and words: the later ones get what their slug says beside it. */
function toldApart(names: readonly EntryName[]): EntryName[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const said = sayName(name).toLowerCase();
    if (!taken.has(said)) {
      taken.add(said);
      return name;
    }
    const slug = name.rule.slice(name.rule.indexOf('/') + 1);
    return { ...name, words: `${name.words} (${slug.replaceAll('-', ' ')})` };
  });
}
