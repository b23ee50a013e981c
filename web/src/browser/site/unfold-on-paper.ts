/** What can be folded. */
interface Foldable {
  open: boolean;
}

/** The parts of a window with a page in it. */
interface PrintedWindow extends Pick<Window, 'addEventListener'> {
  readonly document: { querySelectorAll(selector: string): Iterable<Foldable> };
}

/** Folded parts of articles and reports. The decoder's stay folded: its sheet leaves them out. */
const FOLDED = ':is(.page, .repair) details:not([open])';

/**
 * Opens what is folded in an article while it is printed, and folds it again. Only for browsers to which
 * style cannot say so, as it does by `::details-content` where that is known (CSS Pseudo-Elements Module
 * Level 4).
 *
 * @param isStyled whether the browser knows `::details-content`
 */
export function unfoldOnPaper(page: PrintedWindow, isStyled: boolean): void {
  if (isStyled) return;
  let opened: Foldable[] = [];
  page.addEventListener('beforeprint', () => {
    // A second event before the print is over finds nothing folded: what was opened stays known.
    const folded = [...page.document.querySelectorAll(FOLDED)];
    for (const part of folded) part.open = true;
    opened = [...opened, ...folded];
  });
  page.addEventListener('afterprint', () => {
    for (const part of opened) part.open = false;
    opened = [];
  });
}
