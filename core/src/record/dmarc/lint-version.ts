import type { RecordFinding } from '../finding.ts';
import { quoted } from '../quoted.ts';
import type { DmarcRecord } from './parse-dmarc.ts';

const source = 'RFC 9989 section 4.7';

/**
 * Why a text is no DMARC record, although somebody meant it as one: one finding, of the first thing that receivers stop
 * at. Nothing for a record that they read.
 */
export function lintVersion({ text, recognised, list }: DmarcRecord): RecordFinding[] {
  if (recognised) return [];
  const [first] = list.tags;
  const found = (code: string, span: RecordFinding['span'], says: string, fix: string): RecordFinding[] => [
    { code, severity: 'critical', span, says, fix, source },
  ];
  // a byte order mark counts as white space in JavaScript, and not among receivers
  const start = text.search(/[^ \t\r\n]/);
  if (start < 0) return found('empty', null, 'The record is empty.', 'Publish a record that begins with v=DMARC1.');
  const strange = /^[^\x20-\x7e]+/.exec(text.slice(start))?.[0];
  if (strange !== undefined)
    return found(
      'strange-start',
      [start, start + strange.length],
      `The record begins with ${strange.length === 1 ? 'a character' : 'characters'} that cannot be seen or typed (${codePoints(strange)}), so receivers do not find v=DMARC1.`,
      'Type the beginning of the record anew instead of pasting it.',
    );
  if (/^["'\u201c\u201d]/.test(text.slice(start)))
    return found(
      'quotes',
      [start, start + 1],
      `The record begins with the quotation mark ${text[start]}, so receivers do not find v=DMARC1.`,
      'Take the quotation marks out: the DNS panel adds its own.',
    );
  if (/\bTXT\b/i.test(text.slice(0, 300)) && /v\s*=\s*DMARC1/i.test(text))
    return found(
      'zone-line',
      [0, text.search(/v\s*=\s*DMARC1/i)],
      `The record holds a whole line of a zone file, ${quoted(text.slice(0, text.search(/v\s*=\s*DMARC1/i)))} included.`,
      'Publish only what begins with v=DMARC1.',
    );
  if (start > 0)
    return found(
      'leading-space',
      [0, start],
      'White space stands before v=DMARC1, and receivers want it at the very beginning.',
      'Take the white space at the beginning out.',
    );
  const version = list.tags.find(({ name }) => name.toLowerCase() === 'v');
  if (version === undefined)
    return found(
      'no-version',
      null,
      `The record does not begin with v=DMARC1 but with ${quoted(first?.name ?? text)}, so receivers ignore it.`,
      'Put v=DMARC1; before everything else.',
    );
  if (version !== first)
    return found(
      'version-not-first',
      version.span,
      `${version.name}=${version.value} is not the first tag: ${quoted(first?.name ?? '')} stands before it, so receivers ignore the record.`,
      'Put v=DMARC1; before everything else.',
    );
  if (/^DMARC1\\/i.test(version.value))
    return found(
      'escaped-separator',
      version.valueSpan,
      `A backslash stands before the semicolon, so the version reads ${quoted(version.value)}.`,
      'Take the backslashes out: only zone files need them, and the DNS panel writes its own.',
    );
  if (/^DMARC1[\s,]+\S/i.test(version.value))
    return found(
      'version-separator',
      version.valueSpan,
      `No semicolon stands between v=DMARC1 and what follows, so the version reads ${quoted(version.value)}.`,
      'Put a semicolon after v=DMARC1.',
    );
  if (version.value.toUpperCase() === 'DMARC1')
    return found(
      'version-case',
      version.valueSpan,
      `The version is written ${quoted(version.value)}, and receivers take only DMARC1 in capitals.`,
      'Write v=DMARC1.',
    );
  return found(
    'version-unknown',
    version.valueSpan,
    `The version is ${quoted(version.value)}, and receivers know only DMARC1.`,
    'Write v=DMARC1.',
  );
}

function codePoints(text: string): string {
  return [...text.slice(0, 4)]
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(', ');
}
