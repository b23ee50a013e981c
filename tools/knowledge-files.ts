import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MailSystem } from '../knowledge/src/define.ts';

/** Folders of `knowledge/src` whose files each declare one system. */
export const systemFolders = ['blocklist', 'filter', 'mta', 'platform', 'provider', 'wording'] as const;

/** A system with the file that declares it. */
export interface KnowledgeFile {
  /** `provider/gmail.ts` */
  readonly path: string;
  /** `gmail` */
  readonly slug: string;
  readonly system: MailSystem;
}

export const knowledgeSource = join(import.meta.dirname, '..', 'knowledge', 'src');

/** Loads every system file, sorted by slug. */
export async function loadKnowledge(): Promise<KnowledgeFile[]> {
  const files: KnowledgeFile[] = [];
  for (const folder of systemFolders) {
    for (const name of readdirSync(join(knowledgeSource, folder))) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      const path = `${folder}/${name}`;
      const module = (await import(pathToFileURL(join(knowledgeSource, path)).href)) as { default?: MailSystem };
      if (module.default === undefined)
        throw new Error(`knowledge/src/${path} has no default export: write "export default define({ … })".`);
      files.push({ path, slug: name.slice(0, -3), system: module.default });
    }
  }
  return files.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
