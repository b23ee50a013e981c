import type { AnswerPlaceholder, AnswerWords, ChecklistAnswer } from '@whybounce/knowledge/checklist';
import type { Output } from './output.ts';

/** What is known of the refusal that an answer is about, lower case; null for what is not. */
export type AnswerValues = Readonly<Record<AnswerPlaceholder, string | null>>;

const placeholder = /\{(recipient|sender|domain|senderDomain|sendingIp)\}/g;

/** Whether output fulfils the words of an answer. A word whose value is not known makes its answer fail. */
export function fulfils({ words, inOneObject }: ChecklistAnswer, output: Output, values: AnswerValues): boolean {
  const { all = [], any = [], none = [], reached, below } = words;
  const needed = [...all, ...none];
  if (needed.some((word) => !isKnown(word, values)) || (any.length > 0 && !any.some((word) => isKnown(word, values))))
    return false;
  if (none.some((word) => stands(word, output, values))) return false;
  if (reached !== undefined && share(reached, output) !== true) return false;
  if (below !== undefined && share(below, output) !== false) return false;
  const holds = (part: Output): boolean =>
    all.every((word) => stands(word, part, values)) &&
    (any.length === 0 || any.some((word) => stands(word, part, values)));
  if (inOneObject !== true) return holds(output);
  // The count stands above the objects, in one of its own.
  return output.objects.some(holds);
}

/** Whether one of some words stands in output. */
export function hasAny(words: readonly string[], output: Output): boolean {
  return words.some((word) => stands(word, output, nothing));
}

const nothing: AnswerValues = { recipient: null, sender: null, domain: null, senderDomain: null, sendingIp: null };

function isKnown(word: string, values: AnswerValues): boolean {
  return [...word.matchAll(placeholder)].every(([, name]) => values[name as AnswerPlaceholder] !== null);
}

function stands(word: string, output: Output, values: AnswerValues): boolean {
  if (!isKnown(word, values)) return false;
  const wanted = word.replace(placeholder, (_, name: AnswerPlaceholder) => values[name] as string);
  return wanted.startsWith('^') ? hasLine(wanted.slice(1), output.lines) : hasPhrase(wanted, output.text);
}

function hasLine(wanted: string, lines: readonly string[]): boolean {
  if (wanted.endsWith('{+}')) {
    const start = wanted.slice(0, -2);
    return lines.some(
      (line) => line.startsWith(start) && line.charAt(start.length) !== '}' && line.length > start.length,
    );
  }
  if (wanted.endsWith('*')) {
    const start = wanted.slice(0, -1);
    return lines.some((line) => line.startsWith(start) && line.length > start.length);
  }
  return lines.includes(wanted);
}

function hasPhrase(wanted: string, text: string): boolean {
  if (wanted === '') return false;
  const [first, last] = [isWordSign(wanted, 0), isWordSign(wanted, wanted.length - 1)];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const clings = (first && isWordSign(text, at - 1)) || (last && isWordSign(text, at + wanted.length));
    if (!clings) return true;
  }
  return false;
}

function isWordSign(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** Whether a size has reached so many hundredths of another; null where one of the two is not told. */
function share({ size, limit, percent }: NonNullable<AnswerWords['reached']>, output: Output): boolean | null {
  const [used, most] = [bytesOf(size, output), bytesOf(limit, output)];
  return used === null || most === null || most === 0 ? null : used * 100 >= most * percent;
}

/** `totalitemsize: 49.5 gb (53,150,220,288 bytes)` */
function bytesOf(name: string, { lines }: Output): number | null {
  const line = lines.find((one) => one.startsWith(`${name}: `));
  const bytes = /\(([\d,. ']{1,30}) bytes\)/.exec(line ?? '')?.[1]?.replace(/\D/g, '');
  return bytes === undefined || bytes === '' ? null : Number(bytes);
}
