import type { RecordFinding } from './finding.ts';
import { quoted } from './quoted.ts';
import type { TagFault, TagFaultKind, TagList } from './tag-list/index.ts';

/** How one kind of record takes what the tag list's grammar does not allow. */
export interface TagRules {
  /** What the record is called in sentences: `the MTA-STS record`. */
  readonly record: string;
  /** Where the grammar stands. */
  readonly source: string;
  /** Names of tags that the grammar allows beyond letters, digits and `_`. */
  readonly name?: RegExp | undefined;
  /** Tags whose value may be empty. */
  readonly mayBeEmpty?: readonly string[] | undefined;
  /** Whether a repeated tag spoils the record (RFC 6376 section 3.2); else the first one counts. */
  readonly repeatedSpoils?: boolean | undefined;
}

type Wording = Pick<RecordFinding, 'severity' | 'says' | 'fix'>;

/** The faults of a tag list as findings, in their order. */
export function tagFaultFindings(list: TagList, rules: TagRules): RecordFinding[] {
  return list.faults.flatMap((fault) => {
    const wording = word(fault.kind, list.text.slice(...fault.span), rules);
    return wording === null ? [] : [{ code: codeOf(fault), span: fault.span, source: rules.source, ...wording }];
  });
}

function codeOf({ kind }: TagFault): string {
  return kind === 'repeated' ? 'repeated-tag' : kind;
}

function word(kind: TagFaultKind, piece: string, rules: TagRules): Wording | null {
  const { record } = rules;
  const say = (severity: Wording['severity'], says: string, fix: string): Wording => ({ severity, says, fix });
  switch (kind) {
    case 'leading-space':
      return say(
        'high',
        `There is white space before the first tag of ${record}.`,
        'Remove it: nothing may stand before "v=".',
      );
    case 'line-break':
      return say('medium', `A line break stands inside ${record}.`, 'Write the record on one line.');
    case 'space-around-equals':
      return say(
        'medium',
        `There is white space beside an equals sign in ${record}; some readers then reject it.`,
        'Remove the white space.',
      );
    case 'stray-separator':
      return say('low', `A semicolon in ${record} has nothing before it.`, 'Remove it.');
    case 'no-equals':
      return say(
        'high',
        `${quoted(piece)} in ${record} has no equals sign: it is no tag.`,
        'Write it as name=value, or remove it.',
      );
    case 'no-name':
      return say(
        'high',
        `${quoted(piece)} in ${record} has no name before the equals sign.`,
        "Write the tag's name, or remove it.",
      );
    case 'empty-value': {
      const name = piece.slice(0, piece.indexOf('=')).trim();
      return rules.mayBeEmpty?.includes(name) === true
        ? null
        : say('medium', `The tag ${quoted(name)} of ${record} has no value.`, `Give ${name} a value, or remove it.`);
    }
    case 'bad-name':
      return rules.name?.test(piece) === true
        ? null
        : say(
            'high',
            `${quoted(piece)} in ${record} is no name that a tag can have.`,
            'Correct the name, or remove the tag. Quotation marks do not belong into the record.',
          );
    case 'bad-character':
      return say(
        'high',
        `${quoted(piece)} in ${record} is not allowed: only printable ASCII is.`,
        'Replace it. Typographic quotes and dashes come from word processors.',
      );
    case 'repeated':
      return rules.repeatedSpoils === true
        ? say(
            'high',
            `${quoted(piece)} repeats a tag of ${record}, which makes the whole record invalid.`,
            'Keep one of them.',
          )
        : say('medium', `${quoted(piece)} repeats a tag of ${record}; only the first one counts.`, 'Keep one of them.');
    case 'too-long':
      return say(
        'high',
        `${record.charAt(0).toUpperCase()}${record.slice(1)} is longer than a TXT record can be.`,
        'Shorten it.',
      );
    case 'too-many':
      return say(
        'high',
        `${record.charAt(0).toUpperCase()}${record.slice(1)} has more tags than anybody reads.`,
        'Remove what no standard knows.',
      );
  }
}
