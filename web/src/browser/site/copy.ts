import { shell } from '../../wording/shell.ts';
import { say, sayWithText } from './message.ts';
import { selectedCopy, selectText } from './select-text.ts';

/** Copies what `data-copy` (an element's id) or `data-copy-text` (the text itself) of a clicked button names. */
export function listenForCopies(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
    if (button !== null) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  const { copy: id = '', copyText } = button.dataset;
  const source = id === '' ? null : document.getElementById(id);
  const text = textToCopy(copyText, source);
  if (text === null) return;
  if (await isWritten(text)) {
    say(shell.copied);
    return;
  }
  // Refused, or the page came over plain http, where there is no clipboard: the older way needs a selection.
  if (source === null) {
    if (selectedCopy(text)) say(shell.copied);
    else sayWithText(shell.copyFailed, text);
    return;
  }
  selectText(source);
  say(document.execCommand('copy') ? shell.copied : shell.copyFailed);
}

/** What is copied: the text that the button holds, else what stands in the element; null where there is neither. */
export function textToCopy(
  own: string | undefined,
  source: { readonly value?: unknown; readonly textContent: string | null } | null,
): string | null {
  if (own !== undefined) return own;
  return typeof source?.value === 'string' ? source.value : (source?.textContent ?? null);
}

async function isWritten(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
