import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryPage } from '@whybounce/core/encyclopedia';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { systems } from '../../../knowledge/src/generated/index.ts';
import { replyHref, rulePath, type SharedReply, sharedReply } from '../../../web/src/address.ts';
import type { DeskInput } from '../../../web/src/answer/protocol.ts';
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

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

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
      .map(({ line, host }) => ({
        href: replyHref({ reply: line, host }),
        page: rulePath(entry?.rule ?? ''),
        isExample: true,
      }))
      .filter(({ href, page }) => !known.has(`${page} ${href}`)),
  );
}

/** Every example of the encyclopedia leads back to its page, in the engine that the built page starts. */
export function examplesOfPages(stage: Stage): void {
  test('every example on every page is decoded to that page, no near miss is', async () => {
    const onPages = linksOfPages();
    const links = [...onPages, ...(await linksLeftOut(new Set(onPages.map(({ href, page }) => `${page} ${href}`))))];
    expect(onPages.length).toBeGreaterThan(12_000);
    expect(links.filter(({ isExample }) => isExample).length).toBeGreaterThan(20_000);

    const ruleOfPage = new Map(
      systems.flatMap(({ slug, system }) =>
        system.entries.map(({ id }) => [rulePath(`${slug}/${id}`), `${slug}/${id}`]),
      ),
    );
    const check = async (some: readonly Link[]): Promise<string[]> => {
      const page = await openEngine(stage);
      const inputs = some.map(({ href }, place) => inputOf(stage, href, String(place)));
      const [, lines] = await callWorker(
        page,
        [
          { call: 'read', args: [inputs] },
          { call: 'exportAs', args: ['ndjson'] },
        ],
        [],
      );
      const rules = new Map(
        String(lines)
          .trim()
          .split('\n')
          .map((line) => {
            const { input, diagnosis } = JSON.parse(line) as {
              readonly input: string;
              readonly diagnosis: { readonly rule: string | null } | null;
            };
            return [input, diagnosis?.rule ?? null];
          }),
      );
      return some.flatMap((link, place) => {
        const rule = rules.get(String(place)) ?? null;
        return (rule === ruleOfPage.get(link.page)) === link.isExample ? [] : [`${link.page}: ${link.href} (${rule})`];
      });
    };
    const wrong = (await together([...inBundles(links, 5_000)], 2, check)).flat();
    expect(wrong).toEqual([]);
  });

  test('the answer to the first example of each page leads to that page', async () => {
    const firsts = [
      ...new Map(
        linksOfPages()
          .filter(({ isExample }) => isExample)
          .reverse()
          .map((link) => [link.page, link]),
      ).values(),
    ];
    expect(firsts.length).toBeGreaterThan(2_000);
    const page = await openEngine(stage);
    const calls = firsts.map(({ href }) => ({ call: 'read', args: [[inputOf(stage, href, 'shared')]] }));
    const found = await callWorker(page, calls, ['first', 'verdict', 'rule', 'href']);
    expect(firsts.filter((link, place) => found[place] !== link.page)).toEqual([]);
  });
}

/** The decoder's page, with its engine held. */
async function openEngine(stage: Stage): Promise<Page> {
  const { context, page, goto } = await stage.visit('/offline');
  await holdWorker(context);
  await goto('/');
  await new DecoderPage(page).ready();
  return page;
}

/** What the decoder reads when a link is followed. */
function inputOf(stage: Stage, href: string, name: string): DeskInput {
  const { reply, host } = sharedReply(new URL(href, stage.origin).hash) as SharedReply;
  return { name, content: reply, host };
}
