/** What of a click tells whether it means to follow a link here, rather than to open it elsewhere or save it. */
export type Click = Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'>;

/** Whether a click is a plain one: with a key or the middle button it opens a tab, a window, or saves. */
export function isPlainClick(click: Click): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = click;
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && !defaultPrevented;
}

/** Links to the search open it in place. */
export function listenForSearchLinks(open: () => void): void {
  document.addEventListener('click', (click) => {
    const link = click.target instanceof Element ? click.target.closest('[data-open-search]') : null;
    if (link === null || !isPlainClick(click)) return;
    click.preventDefault();
    open();
  });
}
