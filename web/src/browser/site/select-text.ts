import { element } from '../element.ts';

/** Selects all that stands in an element. */
export function selectText(source: Element): void {
  if (source instanceof HTMLTextAreaElement || source instanceof HTMLInputElement) source.select();
  else getSelection()?.selectAllChildren(source);
}

/** Copies a text that stands nowhere on the page by way of a selection; tells whether the browser did. */
export function selectedCopy(text: string): boolean {
  const before = document.activeElement;
  const field = element('textarea', { class: 'unseen', readonly: true, 'aria-hidden': 'true', tabindex: '-1' }, text);
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return isCopied;
}
