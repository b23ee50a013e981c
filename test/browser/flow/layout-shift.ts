import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DecoderPage } from '../decoder-page.ts';
import type { Stage } from '../stage.ts';

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Watches what moves: `document` of what it watches must not be left. */
export function watchShifts(): void {
  const shifts: string[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      // Cumulative layout shift leaves out what somebody's own input moves within half a second.
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map(({ node }) =>
        node instanceof Element ? `${node.tagName}.${node.className}` : (node?.nodeName ?? '?'),
      );
      shifts.push(`${entry.value.toFixed(4)} by ${moved.join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

export async function shiftsOf(page: Page): Promise<string[]> {
  // Two frames: what was drawn last is observed after it was drawn.
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => resolve((globalThis as unknown as { shifts: string[] }).shifts), 50),
          ),
        );
      }),
  );
}

/** Nothing moves while a page loads or an answer appears. */
export function layoutShift(stage: Stage): void {
  test('nothing moves while a page loads', async () => {
    const { context, page, goto } = await stage.visit('/offline');
    await context.addInitScript(watchShifts);
    for (const path of [
      '/',
      '/codes',
      '/codes/550',
      '/providers/gmail',
      '/providers/microsoft-365/recipient-access-denied',
      '/compare/access-denied-verdicts',
      '/search?q=greylisted',
    ]) {
      await goto(path);
      expect(await shiftsOf(page), path).toEqual([]);
    }
  });

  test('nothing moves when an answer comes to what is typed and pasted', async () => {
    const { context, page, goto } = await stage.visit('/offline', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await context.addInitScript(watchShifts);
    await goto('/');
    const decoder = await new DecoderPage(page).ready();
    await page.keyboard.type('550 5.1.1 User unknown');
    await decoder.answer.waitFor();
    await page.keyboard.press('Control+A');
    await decoder.paste('552 5.2.2 Mailbox full');
    await decoder.answer.getByText('The mailbox is full.').first().waitFor();
    expect(await shiftsOf(page)).toEqual([]);
  });

  test('nothing moves when the answer to a link comes, for which nobody touches a key', async () => {
    const { context, page, goto } = await stage.visit('/offline');
    await context.addInitScript(watchShifts);
    await goto(
      '/#reply=550+5.4.1+Recipient+address+rejected%3A+Access+denied&host=example-com.mail.protection.outlook.com',
    );
    await new DecoderPage(page).answer.waitFor();
    expect(await shiftsOf(page)).toEqual([]);
  });
}
