import { isTerminal, paint } from './paint.ts';

/** Width of the labels' column. */
const LABEL = 12;
/** Lines are wrapped to the terminal, but not wider than people like to read. */
const MAX_WIDTH = 100;
/** Text is not squeezed below this, however narrow the terminal. */
const MIN_WIDTH = 30;

/** A label in its column, and text beside it, wrapped. */
export function labelled(label: string, text: string): string {
  return block(`  ${paint('dim', label.padEnd(LABEL))}`, text, LABEL + 2);
}

/**
 * Text behind something that stands before its first line, wrapped and indented by as much.
 *
 * @param indent columns that `before` takes; reckoned from it where it is not given
 */
export function block(before: string, text: string, indent = visibleLength(before)): string {
  const [first = '', ...rest] = wrap(text, Math.max(Math.min(columns(), MAX_WIDTH) - indent, MIN_WIDTH));
  return [`${before}${first}`, ...rest.map((line) => `${' '.repeat(indent)}${line}`)].join('\n');
}

/** A headline, with what it is about in few words beside it. */
export function headline(text: string, aside = ''): string {
  return block('', `${paint(['bold', 'cyan'], text)}${aside === '' ? '' : `  ${paint('dim', aside)}`}`);
}

/** A heading with an empty line before it. */
export function heading(text: string): string {
  return `\n  ${paint('bold', text)}`;
}

/** Text across the page, indented as labels are. */
export function paragraph(text: string): string {
  return block('  ', text);
}

/** A remark that is not the point, wrapped. */
export function remark(text: string): string {
  return paint('dim', block('  ', text));
}

/** A share of 100 before what has it. */
export function shareLine(share: number, text: string): string {
  return block(`  ${`${share} %`.padStart(5)}  `, text);
}

/** A point of a list: what it is called, and beside or below it what it says. */
export function item(name: string, text: string): string {
  return `${block('    ', name)}${text === '' ? '' : `\n${block('      ', text)}`}`;
}

function columns(): number {
  // A terminal that does not tell its width says 0.
  return (isTerminal() && process.stdout.columns) || MAX_WIDTH;
}

/** Breaks text at spaces. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of text.split(' ')) {
    const room = visibleLength(word);
    if (line !== '' && length + 1 + room > width) {
      lines.push(line);
      line = word;
      length = room;
    } else {
      length += line === '' ? room : room + 1;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}

/** Columns that a text takes: colours take none. */
function visibleLength(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  return text.replace(/\u001b\[[0-9;]*m/g, '').length;
}
