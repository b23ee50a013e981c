import { decodeEncodedWords } from '../message/encoded-word.ts';
import type { Find } from './find.ts';
import { oneLine, type Scan } from './scan.ts';
import { ownStretches } from './subject-line.ts';

/** Names what of a subject is the sender's own. */
export function readSubject(scan: Scan, start: number, end: number): void {
  const shown = scan.text.slice(start, end);
  if (!shown.includes('=?')) {
    const own = ownStretches(shown);
    for (const [from, to] of own) scan.add(start + from, start + to, 'subject', oneLine(shown.slice(from, to)));
    // The words that stay are nobody's name, even if somebody is called so.
    if (own.length === 0) scan.add(start, end, 'keep', '');
    return;
  }
  const decoded = oneLine(decodeEncodedWords(scan.source.slice(scan.view.sourceOf(start), scan.view.sourceOf(end))));
  const own = ownStretches(decoded);
  const [first] = own;
  if (first === undefined) {
    scan.add(start, end, 'keep', '');
    return;
  }
  const last = own.at(-1) ?? first;
  scan.add(start, end, 'subject', decoded.slice(first[0], last[1]));
  const find = scan.finds.pop() as Find;
  scan.finds.push({ ...find, before: decoded.slice(0, first[0]), after: decoded.slice(last[1]) });
}
