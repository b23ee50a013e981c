import { searchWording } from '../../wording/search.ts';
import { element } from '../element.ts';

/** The parts of the search that change. */
export interface SearchView {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
  readonly all: HTMLAnchorElement;
}

const LIST = 'search-results';

/** Builds the search. Sent without script's help, its form leads to the page with all results. */
export function makeSearchView(): SearchView {
  const { title, label, close, results, hint, all } = searchWording;
  const field = element('input', {
    id: 'search-field',
    // Not `search`: there Esc empties the field instead of closing.
    type: 'text',
    name: 'q',
    role: 'combobox',
    inputmode: 'search',
    enterkeyhint: 'go',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-controls': LIST,
    'aria-expanded': 'false',
  });
  const list = element('div', { id: LIST, role: 'listbox', 'aria-label': results });
  const status = element('p', { class: 'soft', role: 'status' }, hint);
  const link = element('a', { class: 'all', href: '/search', hidden: true }, all);
  const button = element('button', { type: 'button' }, close);
  const form = element(
    'form',
    { action: '/search', role: 'search' },
    element('label', { for: 'search-field' }, label),
    element('div', { class: 'row' }, field, button),
  );
  const dialog = element('dialog', { id: 'search', 'aria-label': title }, form, status, list, link);
  button.addEventListener('click', () => dialog.close());
  return { dialog, field, list, status, all: link };
}
