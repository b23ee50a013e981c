import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryPage } from '@whybounce/core/encyclopedia';
import { expect, test } from 'vitest';
import { systems } from '../../../knowledge/src/generated/index.ts';
import { replyHref, rulePath, type SharedReply, sharedReply } from '../../../web/src/address.ts';
import { DecoderPage } from '../decoder-page.ts';
import { callWorker, holdWorker } from '../page-worker.ts';
import { type Stage, siteFolder } from '../stage.ts';
import { inBundles, together } from '../together.ts';

/** A link into the decoder, and the page that it must lead to; null: to none but that on which it stands. */
interface Link {
  readonly href: string;
  readonly page: string;
  readonly isExample: boolean;
}

/** A link to the decoder with the kind of example that it belongs to, as the build writes it. */
const decodeLink = /href="(\/#reply=[^"]*)" aria-describedby="(example|not-this)-\d+"/g;

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** Every link into the decoder on the built pages of refusals. */
function linksOfPages(): Link[] {
  return globSync('providers/*/*.html', { cwd: siteFolder }).flatMap((file) =>
    [...readFileSync(join(siteFolder, file), 'utf8').matchAll(decodeLink)].map(([, href = '', kind]) => ({
      href: href.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity),
      page: `/${file.replace(/\.html$/, '')}`,
      isExample: kind === 'example',
    })),
  );
}

/** The proofs that a page leaves out, where an entry has very many, as links like those of the others. */
async function linksLeftOut(known: ReadonlySet<string>): Promise<Link[]> {
  const rules = systems.flatMap(({ slug, system }) => system.entries.map(({ id }) => `${slug}/${id}`));
  const pages = await Promise.all(rules.map(entryPage));
  return pages.flatMap((entry) =>
    (entry?.examples ?? [])
      .map(({ line, host }) => ({ href: replyHref({ reply: line, host }), page: rulePath(entry?.rule ?? ''), isExample: true }))
      .filter(({ href, page }) => !known.has(`${page} ${href}`)),
  );
}

/** Every example of the encyclopedia leads back to its page, in the engine that the built page starts. */
export function examplesOfPages(stage: Stage): void {
  test('every example on every page is decoded to that page, no near miss is', { timeout: 180_000 }, async () => {
    const onPages = linksOfPages();
    const links = [...onPages, ...(await linksLeftOut(new Set(onPages.map(({ href, page }) => `${page} ${href}`))))];
    expect(onPages.length).toBeGreaterThan(12_000);
    expect(links.filter(({ isExample }) => isExample).length).toBeGreaterThan(20_000);

    const read = async (some: readonly Link[]): Promise<string[]> => {
      const { context, page, goto } = await stage.visit('/offline');
      await holdWorker(context);
      await goto('/');
      await new DecoderPage(page).ready();
      const calls = some.map(({ href }) => {
        const { reply, host } = sharedReply(new URL(href, stage.origin).hash) as SharedReply;
        return { call: 'read', args: [[{ name: 'shared', content: reply, host }]] };
      });
      const found = await callWorker(page, calls, ['first', 'verdict', 'rule', 'href']);
      return some.flatMap((link, place) =>
        (found[place] === link.page) === link.isExample ? [] : [`${link.page}: ${link.href} (${found[place]})`],
      );
    };
    const wrong = (await together([...inBundles(links, 3_000)], 2, read)).flat();
    expect(wrong).toEqual([]);
  });
}
