import { causePage, reasonPage, suggestCauses, suggestReasons } from '@whybounce/core/encyclopedia';
import { causeText, reasonText } from '../output/page/cause-text.ts';
import { type PageCommand, printPage, sayNothingFound } from './page.ts';

const hint = 'Ids stand in brackets in what whybounce explain and whybounce rule print.';

/** `whybounce cause address-does-not-exist`: the page of a cause. Returns the exit code. */
export function causeCommand(id: string, options: PageCommand): number {
  const page = causePage(id);
  if (page === null) return sayNothingFound('cause', id, suggestCauses(id), hint);
  return printPage(page, options, causeText);
}

/** `whybounce reason recipient.unknown`: the page of a reason. Returns the exit code. */
export function reasonCommand(id: string, options: PageCommand): number {
  const page = reasonPage(id);
  if (page === null) return sayNothingFound('reason', id, suggestReasons(id), hint);
  return printPage(page, options, reasonText);
}
