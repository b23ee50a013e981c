import type { Page } from 'playwright-core';

/**
 * What is on the clipboard. Pages of the service may not read it (Permissions-Policy), so that it is
 * pasted into a page of its own, as somebody pastes it into a mail.
 */
export async function clipboardText(page: Page): Promise<string> {
  const other = await page.context().newPage();
  await other.setContent('<textarea aria-label="paste here"></textarea>');
  const field = other.getByRole('textbox');
  await field.focus();
  await other.keyboard.press('Control+V');
  const text = await field.inputValue();
  await other.close();
  return text;
}
