import type { Page } from 'playwright-core';
import { overview } from '../../../web/src/wording/decoder.ts';

/**
 * Runs in the page: what foreign text may have brought into it, or broken. The page's own elements are
 * few, so that whatever can run, load, frame or lie over the page is not among them.
 */
export function inspect(): string[] {
  const found: string[] = [];
  const foreign = document.body.querySelectorAll(
    'script, style, link, meta, base, iframe, frame, object, embed, img, picture, video, audio, source, math, template, foreignObject, animate, set, image, use, marquee, font, center, xmp, plaintext, b, [style], [srcdoc], [formaction], [ping], [background], [http-equiv], #foreign',
  );
  for (const element of foreign) found.push(`foreign element: ${element.outerHTML.slice(0, 120)}`);
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`handler: ${name} on ${element.tagName}`);
      if (/^(?:href|src|action|data|xlink:href)$/i.test(name) && !/^(?:https?:\/\/|\/|#|$)/.test(value))
        found.push(`address: ${name}=${value.slice(0, 80)}`);
    }
  for (const form of document.forms) {
    const { origin } = new URL(form.action, location.href);
    if (origin !== location.origin) found.push(`form to ${origin}`);
  }
  if (Object.hasOwn(Object.prototype, 'polluted')) found.push('a prototype was changed');
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return false;
      return element.getBoundingClientRect().right > clientWidth + 1;
    });
    const last = wide.at(-1);
    found.push(
      `${scrollWidth} of ${clientWidth} pixels wide: ${last?.tagName}.${last?.className} “${last?.textContent?.slice(0, 40)}”`,
    );
  }
  return found;
}

/** Opens all that is folded, and looks at the page. */
export async function inspectPage(page: Page): Promise<string[]> {
  await unfold(page);
  return page.evaluate(inspect);
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}

/** What was seen on a walk through a list of bounces. */
export interface Walk {
  /** What {@link inspect} found in each of them. */
  readonly found: readonly string[];
  /** The text of all of them. */
  readonly seen: string;
  readonly opened: number;
}

/** Opens every bounce of the list that is shown, one after the other, as `j` does. */
export async function walkList(page: Page): Promise<Walk> {
  await page.evaluate(`globalThis.inspectPage = ${inspect.toString()}`);
  return page.evaluate(async (title) => {
    const { inspectPage: look } = globalThis as unknown as { inspectPage: typeof inspect };
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const found = look();
    let seen = document.body.innerText;
    const list = [...document.querySelectorAll('h2')]
      .find((heading) => heading.textContent === title)
      ?.closest('section');
    const rows = [...(list?.querySelectorAll<HTMLElement>('li button') ?? [])];
    let shown: Element | null = null;
    for (let row = 0; row < rows.length; row++) {
      // The page listens for the next key when it has drawn.
      await frame();
      await new Promise((resolve) => setTimeout(resolve));
      await new Promise((resolve) => setTimeout(resolve));
      if (row === 0) rows[0]?.click();
      else document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
      for (let frames = 0; frames < 600; frames++) {
        const article = document.querySelector('article');
        if (article !== null && article !== shown) {
          shown = article;
          break;
        }
        if (frames === 599) throw new Error(`Bounce ${row} did not open.`);
        await frame();
      }
      for (const folded of document.querySelectorAll('details')) folded.open = true;
      found.push(...look().map((one) => `bounce ${row}: ${one}`));
      seen += (shown as HTMLElement).innerText;
    }
    return { found, seen, opened: rows.length };
  }, overview.list);
}
