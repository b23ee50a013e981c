import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';

/** Columns before an excerpt. */
const INDENT = 6;
/** Columns that an excerpt takes at most. */
const WIDTH = 92;
/** Columns of the record that stand before the place, where it has to be cut. */
const BEFORE = 30;
/** Carets that are drawn where a place is wider than that. */
const MOST_CARETS = 60;

/**
 * The part of a text around a place, with carets below it.
 *
 * @param span UTF-16 offsets into the text, end exclusive
 */
export function excerpt(text: string, [start, end]: readonly [number, number]): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  const cells = [...cellsOf(text.slice(from, lineEnd < 0 ? undefined : lineEnd))];
  const column = (offset: number): number =>
    cells.slice(0, Math.max(0, offset - from)).reduce((sum, cell) => sum + cell.length, 0);
  const line = cells.join('').trimEnd();
  const at = column(start);
  const wide = Math.max(1, column(end) - at);
  const fits = line.length <= WIDTH;
  const cut = fits ? 0 : Math.max(0, Math.min(at - BEFORE, line.length - WIDTH));
  const shown = line.slice(cut, cut + WIDTH);
  const before = cut > 0 ? '… ' : '';
  const after = cut + WIDTH < line.length ? ' …' : '';
  const room = Math.max(1, Math.min(wide, MOST_CARETS, WIDTH - (at - cut)));
  const pad = ' '.repeat(INDENT);
  return [
    `${pad}${before}${shown}${after}`,
    `${pad}${' '.repeat(before.length + at - cut)}${paint(['bold', 'red'], '^'.repeat(room))}`,
  ].join('\n');
}

/** Each UTF-16 unit as it is shown: one column, or an escape, so that carets stand where they should in every font. */
function* cellsOf(line: string): Generator<string> {
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    const isPlain = code >= 0x20 && code < 0x7f;
    yield isPlain ? (line[i] as string) : code === 0x0d ? '' : `<${code.toString(16).padStart(2, '0').toUpperCase()}>`;
  }
}

/** A whole record for a terminal: what would steer it is shown as its code. */
export function shownRecord(text: string): string {
  return text
    .split('\n')
    .map((line) => terminalText([...cellsOf(line)].join('')))
    .join('\n');
}
