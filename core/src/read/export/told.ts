import { bounceClass } from '../webhook/bounce-class.ts';
import type { ExportColumns } from './columns.ts';
import { classOutcome, eventOutcome, MAX_WORD, type Outcome } from './outcome.ts';
import type { Role } from './role.ts';
import { codesOf, isCode, oneLine } from './row-text.ts';

/** What the cells of a row say, before a kind is made of it. */
export interface Told {
  readonly event: Outcome | null;
  readonly hasEvent: boolean;
  readonly classes: readonly Outcome[];
  /** The vendor's class as it is written. */
  readonly className: string | null;
  readonly diagnostic: string | null;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
}

/** Sorts the cells of a row by what they hold: a column called `status` or `reason` has codes, classes or words. */
export function tell(columns: ExportColumns, row: readonly string[]): Told {
  const { dialect } = columns;
  const words = dialect?.words;
  const own = (text: string): Outcome | null => {
    if (words === undefined || text.length > MAX_WORD) return null;
    const word = text.toLowerCase().replace(/[^a-z0-9]/g, '');
    return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
  };
  const byEvent = (text: string) => own(text) ?? eventOutcome(text);
  // A list of addresses that are not sent to has its reasons in words for events: `COMPLAINT`, `spam`.
  const byClass = columns.isSuppressionList ? byEvent : (text: string) => own(text) ?? classOutcome(text);
  const cells = (role: Role) => columns.cells(row, role);
  const status = cells('status').filter((cell) => !isCode(cell));
  const events = [...cells('event'), ...status.filter((cell) => byEvent(cell) !== null)];
  const named = [...cells('class'), ...cells('text').filter((cell) => byClass(cell) !== null)];
  const texts = [...cells('text'), ...status].filter(
    (cell) => byClass(cell) === null && byEvent(cell) === null && !isCode(cell),
  );
  const numbered = cells('classNumber')
    .filter((cell) => /^\d{1,3}$/.test(cell))
    .map((cell) => bounceClass(Number(cell)));
  const codes = codesOf([...cells('code'), ...cells('status'), ...cells('text')]);
  const [event] = events;
  return {
    event: event === undefined ? null : byEvent(event),
    hasEvent: event !== undefined,
    classes: [...named.map(byClass).filter((outcome) => outcome !== null), ...numbered],
    className: named[0] ?? cells('classNumber').map((cell) => `bounce class ${cell}`)[0] ?? null,
    diagnostic: oneLine(texts[0] ?? null),
    ...codes,
  };
}
