import type { SearchResult } from '@whybounce/core/search';
import { allResultsPath } from '../../address.ts';
import { searchWording } from '../../wording/search.ts';
import { pageDesk } from '../page-desk.ts';
import { closeOnBackdrop } from '../site/close-on-backdrop.ts';
import { isPlainClick } from '../site/search-links.ts';
import { latest } from './latest.ts';
import { nextOption } from './next-option.ts';
import { resultOption } from './result-option.ts';
import { makeSearchView, type SearchView } from './search-view.ts';

/** Results that are shown. */
const MOST = 12;
/** Milliseconds after which a search that has no answer says that it is being made ready. */
const PATIENCE = 200;

let view: SearchView | undefined;

/** Has the index built ahead, so that it is there when somebody has typed the first letter. */
export function warmUpSearch(): void {
  // Where it cannot be built, the search itself says so.
  pageDesk()
    .call('search', '', 1)
    .catch(() => undefined);
}

/** Opens the search; the browser puts the focus back where it was when it is closed. */
export function openSearchDialog(): void {
  view ??= placeSearch();
  if (view.dialog.open) return;
  warmUpSearch();
  view.dialog.showModal();
  view.field.select();
}

function placeSearch(): SearchView {
  const made = makeSearchView();
  const { dialog, field, list } = made;
  let active = -1;
  /** The query whose results are shown; null while none are. */
  let answered: string | null = null;
  /** Enter that came before its answer: it counts for that answer, never for an older one. */
  let waiting: KeyboardEvent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const activate = (at: number): void => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    const option = list.children[at];
    active = option === undefined ? -1 : at;
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option === undefined) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', option.id);
  };

  const show = (query: string, results: readonly SearchResult[], says: string): void => {
    clearTimeout(timer);
    list.replaceChildren(...results.map((result, at) => resultOption(result, query, `search-result-${at}`)));
    field.setAttribute('aria-expanded', String(results.length > 0));
    made.status.textContent = says;
    made.all.hidden = query === '';
    made.all.href = allResultsPath(query);
    activate(0);
  };

  const settle = (query: string, results: readonly SearchResult[], says: string): void => {
    show(query, results, says);
    answered = query;
    if (waiting !== null) enter(waiting);
  };

  const enter = ({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): void => {
    waiting = null;
    const option = list.children[active];
    // With Ctrl or ⌘ it opens in another tab, as a click with them does.
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
    if (option === undefined) field.form?.submit();
    else option.dispatchEvent(click);
  };

  const answers = latest(
    // One more than is shown tells whether there are more.
    (query: string) => pageDesk().call('search', query, MOST + 1),
    (query, found) => {
      const shown = found.slice(0, MOST);
      settle(query, shown, searchWording.count(shown.length, found.length <= MOST));
    },
    (query, error) => settle(query, [], searchWording.failed(error instanceof Error ? error.message : '')),
  );

  field.addEventListener('input', () => {
    const query = field.value.trim();
    clearTimeout(timer);
    answered = null;
    waiting = null;
    if (query === '') {
      answers.drop();
      show('', [], searchWording.hint);
      return;
    }
    timer = setTimeout(() => show(query, [], searchWording.preparing), PATIENCE);
    answers.ask(query);
  });

  field.addEventListener('keydown', (stroke) => {
    if (stroke.isComposing) return;
    const next = nextOption(stroke.key, active, list.children.length);
    if (next !== null) {
      stroke.preventDefault();
      activate(next);
      return;
    }
    // An empty field asks nothing: the form leads to the page of the search.
    if (stroke.key !== 'Enter' || field.value.trim() === '') return;
    stroke.preventDefault();
    if (answered === null) waiting = stroke;
    else enter(stroke);
  });

  // Whoever comes back to this page by the browser's history finds it without the search.
  dialog.addEventListener('click', (click) => {
    if (isPlainClick(click) && click.target instanceof Element && click.target.closest('a') !== null) dialog.close();
  });
  closeOnBackdrop(dialog);
  document.body.append(dialog);
  return made;
}
