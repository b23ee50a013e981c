import type { SearchResult } from '@whybounce/core/search';
import { resultPath } from '../../address.ts';
import { resultKinds } from '../../wording/search.ts';
import { element } from '../element.ts';
import { markWords } from './marked-words.ts';

/** A result as an option of the list. It is a link too, so that it opens in another tab as links do. */
export function resultOption(result: SearchResult, query: string, id: string): HTMLAnchorElement {
  const { kind, title, snippet } = result;
  return element(
    'a',
    { id, role: 'option', href: resultPath(result), tabindex: '-1', 'aria-selected': 'false' },
    // The space keeps the kind and the title apart where they are read out.
    element('span', { class: 'kind' }, resultKinds[kind]),
    ' ',
    element('span', { class: 'title' }, ...marked(title, query)),
    ' ',
    element('span', { class: 'snippet' }, ...marked(snippet, query)),
  );
}

function marked(text: string, query: string): (Node | string)[] {
  return markWords(text, query).map((stretch) => (stretch.isMarked ? element('mark', {}, stretch.text) : stretch.text));
}
