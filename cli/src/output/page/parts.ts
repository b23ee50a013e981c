import type { CauseShare, ComparisonRef, Source } from '@whybounce/core/encyclopedia';
import { ownerNames } from '@whybounce/web/wording';
import { block, heading, item, remark, shareLine } from '../layout.ts';
import { paint } from '../paint.ts';

/** Causes that a reader should think of: how many, and from which share on. */
const MAX_CAUSES = 8;
const WORTH_SHOWING = 2;

/** The likeliest causes with their shares, and what such shares are worth. */
export function causeLines(causes: readonly CauseShare[]): string[] {
  const shown = causes.slice(0, MAX_CAUSES).filter(({ share }) => share >= WORTH_SHOWING);
  const rest = causes.slice(shown.length);
  const left = rest.reduce((sum, { share }) => sum + share, 0);
  const lines = shown.map(({ cause, share, says, owner }) =>
    shareLine(share, `${says} ${paint('dim', `[${cause}; ${ownerNames[owner]}]`)}`),
  );
  if (rest.length > 0) lines.push(shareLine(left, `${rest.length} others.`));
  return [...lines, remark("The shares are an expert's start, not measurements.")];
}

/** Comparisons to read, each with the command that shows it. */
export function comparisonLines(comparisons: readonly ComparisonRef[]): string[] {
  if (comparisons.length === 0) return [];
  return [
    heading('Compared'),
    ...comparisons.map(({ slug, title }) => item(title, paint('dim', `whybounce compare ${slug}`))),
  ];
}

/** Where the page's claims come from, with how sure each is and when it was read. */
export function sourceLines(sources: readonly Source[]): string[] {
  return [
    heading('Sources'),
    ...sources.map(({ name, url, read, grade }) =>
      block('    ', `${name}${url === undefined ? '' : ` ${url}`} ${paint('dim', `(${grade}, ${read})`)}`),
    ),
  ];
}

/** How many of a list are not shown, and what shows them; nothing where all are. */
export function listed(count: number, shown: number, command: string): string[] {
  return count <= shown ? [] : [remark(`    … and ${count - shown} more: ${command}`)];
}
