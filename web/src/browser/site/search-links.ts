/** What of a click tells whether it means to follow a link here, rather than to open it elsewhere or save it. */
export type Click = Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'>;

/** Whether a click is a plain one: with a key or the middle button it opens a tab, a window, or saves. */
export function isPlainClick(click: Click): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = click;
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && !defaultPrevented;
}

/**
 * Links to the search open it in place.
 *
 * @param ready called when somebody is about to open it: once, as the focus or a finger comes to a link
 */
export function listenForSearchLinks(open: () => void, ready: () => void): void {
  for (const link of document.querySelectorAll('[data-open-search]')) {
    for (const sign of ['focus', 'pointerdown']) link.addEventListener(sign, ready, { once: true });
  }
  document.addEventListener('click', (click) => {
    const link = click.target instanceof Element ? click.target.closest('[data-open-search]') : null;
    if (link === null || !isPlainClick(click)) return;
    click.preventDefault();
    open();
  });
}
