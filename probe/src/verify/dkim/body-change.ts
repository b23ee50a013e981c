import { Buffer } from 'node:buffer';

/** The same body as it may have been before somebody on its way changed it. */
export interface FormerBody {
  readonly kind:
    | 'trailing-blanks'
    | 'blanks-changed'
    | 'line-ends-changed'
    | 'long-lines-split'
    | 'encoding-changed'
    | 'dots-stuffed'
    | 'from-quoted';
  readonly body: Buffer;
  readonly says: string;
}

/**
 * Undoes the changes that mail programs are known to make to a body, one at a time. Only those are given that make a
 * difference.
 */
export function* formerBodies(body: Buffer): Generator<FormerBody> {
  const text = body.toString('latin1');
  const lines = text.split('\r\n');
  const joined = (changed: readonly string[]) => Buffer.from(changed.join('\r\n'), 'latin1');
  const trimmed = lines.map(trimBlanks);
  if (trimmed.some((line, at) => line !== lines[at]))
    yield {
      kind: 'trailing-blanks',
      body: joined(trimmed),
      says: 'Blanks were added at the ends of lines after the message was signed.',
    };
  const stuffed = lines.filter((line) => line.startsWith('..')).length;
  if (stuffed > 0)
    yield {
      kind: 'dots-stuffed',
      body: joined(lines.map((line) => (line.startsWith('..') ? line.slice(1) : line))),
      says: `Lines that begin with a dot were given a second one that nobody took away again (${stuffed} of them).`,
    };
  const dotted = lines.filter((line) => line.startsWith('.')).length;
  if (dotted > 0)
    yield {
      kind: 'dots-stuffed',
      body: joined(lines.map((line) => (line.startsWith('.') ? `.${line}` : line))),
      says: `The signature was made after the dots at line starts had been doubled for sending (${dotted} of them).`,
    };
  if (lines.some((line) => line.startsWith('>From ')))
    yield {
      kind: 'from-quoted',
      body: joined(lines.map((line) => (line.startsWith('>From ') ? line.slice(1) : line))),
      says: 'A mailbox file put ">" before a line that begins with "From ".',
    };
  yield* splitLines(text);
  if (text.includes('\t'))
    yield {
      kind: 'blanks-changed',
      body: Buffer.from(text.replaceAll('\t', ' '), 'latin1'),
      says: 'Blanks were turned into tabs after the message was signed.',
    };
  if (/\r(?!\n)/.test(text))
    yield {
      kind: 'line-ends-changed',
      body: Buffer.from(text.replaceAll(/\r(?!\n)/g, ''), 'latin1'),
      says: 'Carriage returns were added after the message was signed.',
    };
  if (body.includes('\r\n'))
    yield {
      kind: 'line-ends-changed',
      body: Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1'),
      says: 'The signer hashed lines that ended in LF alone, and the message travelled with CRLF as all mail does.',
    };
}

/** Servers cut lines that are longer than RFC 5321 section 4.5.3.1.6 allows: with CRLF, CRLF and a blank, or `!` before it. */
function* splitLines(text: string): Generator<FormerBody> {
  const ways: readonly [string, RegExp][] = [
    ['"!" and a line end', /!\r\n ?/g],
    ['a line end and a blank', /(?<=[^\r\n]{900})\r\n /g],
    ['a line end', /(?<=[^\r\n]{900})\r\n/g],
  ];
  for (const [mark, cut] of ways) {
    const whole = text.replace(cut, '');
    if (whole !== text)
      yield {
        kind: 'long-lines-split',
        body: Buffer.from(whole, 'latin1'),
        says: `A server on the way cut lines that were too long for it, with ${mark}. Mail lines may have at most 998 characters: encode the body as quoted-printable or base64 before it is signed.`,
      };
  }
}

function trimBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  return end === line.length ? line : line.slice(0, end);
}
