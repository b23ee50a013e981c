import type { Numbered, Quoted } from '../mark-text.ts';
import { type Alignment, align } from './align.ts';
import { encodedParts } from './mail-parts.ts';
import { plainView, type ReadingView, rawRange, ViewWriter } from './reading-view.ts';
import { undoForm, undoHtml, undoJson } from './undo-markup.ts';
import { undoTransfer } from './undo-transfer.ts';

/** Characters of a raw text in which words are looked for. */
export const MAX_SEARCHED = 1024 * 1024;
/** Where so many of a refusal's words stand, nobody looks for a better place. */
export const SURELY = 0.95;
/** Where fewer stand, it is said elsewhere, or nowhere. */
const ENOUGH = 0.5;
/** How much more room the same words may take in a raw text: markup, folding, encoding. */
const MOST_ROOM = 6;
const MORE_ROOM = 300;

/** The words of a refusal in a raw text. */
export interface Located {
  /** Quotes where they stand in the raw text, each with its number; those that were not found are left out. */
  readonly quotes: readonly Numbered[];
  /** Where the refusal stands; null where it does not. */
  readonly refusal: Quoted | null;
  /** Share of its words that stand there. */
  readonly share: number;
}

/**
 * Finds a refusal in the text that it was read from, however that is written: folded over lines, quoted,
 * as quoted-printable or base64, as HTML, JSON or a form.
 *
 * @param raw the text as it came
 * @param diagnostic the refusal as the engine read it
 * @param numbered its quotes
 * @param focus the stretch of the text that is about this refusal
 */
export function locate(raw: string, diagnostic: string, numbered: readonly Numbered[], focus: Quoted): Located {
  const end = Math.min(focus.end, focus.start + MAX_SEARCHED);
  const exact = raw.slice(focus.start, end).indexOf(diagnostic);
  if (diagnostic !== '' && exact >= 0) {
    const start = focus.start + exact;
    const quotes = numbered.map((quote) => ({ ...quote, start: start + quote.start, end: start + quote.end }));
    return { quotes, refusal: { start, end: start + diagnostic.length }, share: 1 };
  }
  let best: { readonly view: ReadingView; readonly alignment: Alignment } | null = null;
  for (const makeView of writings(raw, focus.start, end)) {
    const view = makeView();
    if (view === null) continue;
    const [from, to] = view.map === null ? [focus.start, end] : [0, view.text.length];
    const alignment = align(diagnostic, view.text, from, to);
    if (alignment.share > (best?.alignment.share ?? 0)) best = { view, alignment };
    if (alignment.share >= SURELY) break;
  }
  if (best === null || best.alignment.share < ENOUGH) return { quotes: [], refusal: null, share: 0 };
  return inRaw(best.view, best.alignment, diagnostic, numbered);
}

/** The ways in which a raw text may be written, the plainest first. */
function writings(raw: string, start: number, end: number): (() => ReadingView | null)[] {
  const part = (): ReadingView => {
    const writer = new ViewWriter(end - start);
    writer.copy(plainView(raw), start, end);
    return writer.view();
  };
  return [
    () => plainView(raw),
    () => ofMailParts(raw, start, end),
    () => (raw.includes('\\', start) ? undoJson(part()) : null),
    () => (/<[/!a-z]|&[#a-z]/i.test(raw.slice(start, end)) ? undoHtml(part()) : null),
    () => (raw.includes('%', start) ? undoJson(undoForm(part())) : null),
    () =>
      /=(?:[0-9A-F]{2}|\r?\n)/.test(raw.slice(start, end))
        ? undoHtml(undoTransfer(raw, { encoding: 'quoted-printable', charset: null, isHtml: false, start, end }))
        : null,
  ];
}

/** The encoded parts of a mail, one behind the other. */
function ofMailParts(raw: string, start: number, end: number): ReadingView | null {
  const parts = encodedParts(raw.slice(0, end)).filter((one) => one.start >= start);
  if (parts.length === 0) return null;
  const writer = new ViewWriter(end - start);
  for (const one of parts) {
    const decoded = undoTransfer(raw, one);
    const view = one.isHtml ? undoHtml(decoded) : decoded;
    writer.copy(view, 0, view.text.length);
    writer.put('\n', one.end, one.end);
  }
  return writer.view();
}

/** Quotes of a refusal as stretches of the raw text, by the words that they have in common. */
function inRaw(
  view: ReadingView,
  { pairs, share }: Alignment,
  diagnostic: string,
  numbered: readonly Numbered[],
): Located {
  const quotes: Numbered[] = [];
  for (const quote of numbered) {
    const own = pairs.filter(({ said }) => said.end > quote.start && said.start < quote.end);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) continue;
    let start = first.written.start + Math.max(0, quote.start - first.said.start);
    let end = last.written.end - Math.max(0, last.said.end - quote.end);
    // Signs at the edges belong to the quote where they stand in the text too.
    for (let at = first.said.start - 1; at >= quote.start && view.text[start - 1] === diagnostic[at]; at--) start--;
    for (let at = last.said.end; at < quote.end && view.text[end] === diagnostic[at]; at++) end++;
    const range = rawRange(view, start, end);
    if (range.end <= range.start) continue;
    if (range.end - range.start > MOST_ROOM * (quote.end - quote.start) + MORE_ROOM) continue;
    quotes.push({ ...range, mark: quote.mark });
  }
  const [first, last] = [pairs[0], pairs.at(-1)];
  const refusal =
    first === undefined || last === undefined ? null : rawRange(view, first.written.start, last.written.end);
  return { quotes, refusal, share };
}
