import type { Quoted } from '../mark-text.ts';

/** Elements of a batch that are told apart; the engine reads fewer events. */
const MAX_ELEMENTS = 200_000;

/**
 * The element of a batch that an event was read from: of the first list of objects, or of objects that
 * stand one behind the other. Where elements hold several events, or none, the numbers do not agree; then
 * it is the element that names the recipient.
 *
 * @param number of the event in the batch, from 1
 * @returns null where it is not known
 */
export function jsonElement(json: string, number: number, recipient: string | null): Quoted | null {
  const elements = elementsOf(json);
  if (elements.length < 2) return null;
  const names = ({ start, end }: Quoted): boolean =>
    recipient === null || json.slice(start, end).toLowerCase().includes(recipient.toLowerCase());
  const numbered = elements[number - 1];
  if (numbered !== undefined && names(numbered)) return numbered;
  return recipient === null ? null : (elements.find(names) ?? null);
}

/** A string, or a sign that opens or closes. A string that never ends is passed over. */
const token = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs;

function elementsOf(json: string): Quoted[] {
  const values: Quoted[] = [];
  const listed: Quoted[] = [];
  /** Depth inside the first list whose first element is an object; -1 as long as there is none. */
  let list = -1;
  let isOver = false;
  let depth = 0;
  let [valueStart, elementStart] = [0, 0];
  let last = '';
  token.lastIndex = 0;
  for (let found = token.exec(json); found !== null; found = token.exec(json)) {
    const sign = found[0];
    if (sign === '{' || sign === '[') {
      if (depth === 0) valueStart = found.index;
      if (list < 0 && sign === '{' && last === '[') list = depth;
      if (depth === list && !isOver) elementStart = found.index;
      depth++;
    } else if (sign === '}' || sign === ']') {
      depth = Math.max(0, depth - 1);
      if (depth === list && !isOver) listed.push({ start: elementStart, end: found.index + 1 });
      if (list >= 0 && depth === list - 1) isOver = true;
      if (depth === 0) values.push({ start: valueStart, end: found.index + 1 });
    }
    last = sign;
    if (values.length + listed.length >= MAX_ELEMENTS) break;
  }
  return values.length > 1 ? values : listed;
}
