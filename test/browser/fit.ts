import type { Page } from 'playwright-core';
import { encyclopedia } from '../../web/src/wording/encyclopedia.ts';

/** Widths of a small phone, of a tablet and of a desk, in CSS pixels; the first with letters twice as large too (WCAG 1.4.4, 1.4.10). */
const sizes = [
  { width: 320, textSize: 100 },
  { width: 320, textSize: 200 },
  { width: 768, textSize: 100 },
  { width: 1280, textSize: 100 },
];

/** Runs in the page: what sticks out, what is cut, what is too small to hit. */
function misfits({ isEnlarged, breadcrumb }: { readonly isEnlarged: boolean; readonly breadcrumb: string }): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()}${element.id === '' ? '' : `#${element.id}`}${element.className === '' ? '' : `.${String(element.className).replace(/ /g, '.')}`} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
  const inScroller = (element: Element): boolean => {
    for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement)
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 1 &&
      height > 1 &&
      (element as HTMLElement).checkVisibility({
        visibilityProperty: true,
        opacityProperty: true,
        contentVisibilityAuto: true,
      })
    );
  };
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        isSeen(element) && element.getBoundingClientRect().right > root.clientWidth + 0.5 && !inScroller(element),
    );
    found.push(`${root.scrollWidth} of ${root.clientWidth} pixels wide: ${wide.slice(-3).map(name).join('; ')}`);
  }
  const cut = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = /hidden|clip/.test(overflowX) || /hidden|clip/.test(overflowY);
    // Where a page stands says the page's heading over again, and may be cut.
    if (element.closest(`nav[aria-label="${breadcrumb}"]`) !== null) return false;
    // One pixel: what is there for screen readers alone.
    return (
      hides &&
      isSeen(element) &&
      element.clientWidth > 1 &&
      element.innerText !== '' &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    );
  });
  if (cut.length > 0) found.push(`cut: ${cut.slice(0, 3).map(name).join('; ')}`);
  // An enlarged text only makes targets larger.
  if (isEnlarged) return found;
  const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, textarea, select')]
    .map((target) => (target.matches('input') ? (target.closest('label') ?? target) : target))
    .filter(isSeen)
    .map((target) => ({ target, box: target.getBoundingClientRect() }));
  const isSmall = ({ width, height }: DOMRect): boolean => width < 23.5 || height < 23.5;
  const centre = ({ left, top, width, height }: DOMRect): [number, number] => [left + width / 2, top + height / 2];
  const small = targets.filter(({ target, box }) => {
    if (target.matches('button:not(.link), label.button, select')) return box.height < 43.5;
    if (!isSmall(box)) return false;
    // WCAG 2.5.8 leaves out what stands in a sentence: its height is that of the line.
    const around = target.closest('p, li, dd, td, legend')?.textContent ?? '';
    if (target.matches('a') && around.trim() !== (target.textContent ?? '').trim()) return false;
    // And what has room: a circle of 24 pixels around it meets no other target, and no other one's circle.
    const [x, y] = centre(box);
    return targets.some(({ target: other, box: its }) => {
      if (other === target || other.contains(target) || target.contains(other)) return false;
      const [dx, dy] = [Math.max(its.left - x, 0, x - its.right), Math.max(its.top - y, 0, y - its.bottom)];
      const [cx, cy] = centre(its);
      return Math.hypot(dx, dy) < 12 || (isSmall(its) && Math.hypot(cx - x, cy - y) < 24);
    });
  });
  if (small.length > 0)
    found.push(
      `too small on ${small.length}: ${small
        .slice(0, 4)
        .map(({ target, box }) => `${name(target)} ${Math.round(box.width)}×${Math.round(box.height)}`)
        .join('; ')}`,
    );
  return found;
}

async function misfitsAt(page: Page, { width, textSize }: (typeof sizes)[number]): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate((percent) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root { font-size: ${percent}% }`);
    document.adoptedStyleSheets = percent === 100 ? [] : [sheet];
  }, textSize);
  const found = await page.evaluate(misfits, { isEnlarged: textSize > 100, breadcrumb: encyclopedia.breadcrumb });
  return found.map((one) => `at ${width} px, ${textSize} %: ${one}`);
}

/** What sticks out of a page, is cut or too small to hit, in windows of every size. */
export async function fitFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const size of sizes) found.push(...(await misfitsAt(page, size)));
  return found;
}
