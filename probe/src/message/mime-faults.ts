import type { Severity } from '@whybounce/core/check';
import { type Part, toBytes } from '@whybounce/core/message';
import type { HtmlContent } from './html-content.ts';
import type { MessageLines } from './lines.ts';
import type { BodyText, MessagePart, ReadMessage } from './read-message.ts';

/** One thing that is built wrongly. */
export interface MimeFault {
  readonly says: string;
  /** What was seen of it. */
  readonly of: string;
  readonly value: string;
  readonly fix: string;
  readonly severity: Severity;
}

const encodings: ReadonlySet<string> = new Set(['', '7bit', '8bit', 'binary', 'quoted-printable', 'base64']);
/** Shorter plain texts beside an HTML that is many times longer say only that there is an HTML. */
const EMPTY_PLAIN = 20;
const POOR_PLAIN = 120;
const LONG_HTML = 600;
/** Longest boundary (RFC 2046 section 5.1.1). */
const MAX_BOUNDARY = 70;

/** What is built wrongly in a message, and what cannot be told of it. */
export function mimeFaults(
  message: ReadMessage,
  htmls: readonly HtmlContent[],
): { readonly faults: readonly MimeFault[]; readonly notes: readonly string[] } {
  const { faults, notes } = lineEndFaults(message.lines);
  return {
    faults: [
      ...faults,
      ...message.mail.warnings.map(({ message: says }) =>
        fault(
          says.replace(/\.$/, ''),
          'structure',
          `${message.parts.length} parts`,
          'Build the message with fewer parts and a shorter header.',
        ),
      ),
      ...message.multiparts.flatMap((part) => boundaryFaults(part, message)),
      ...message.parts.flatMap(encodingFaults),
      ...[...message.html, ...message.plain].flatMap(charsetFaults),
      ...headerFaults(message),
      ...alternativeFaults(message, htmls),
    ],
    notes,
  };
}

function fault(says: string, of: string, value: string, fix: string, severity: Severity = 'medium'): MimeFault {
  return { says, of, value, fix, severity };
}

/** A file saved on Unix has LF everywhere, whatever came over the wire: then it cannot be told. */
function lineEndFaults({ crlf, bareLf, bareCr, nul, firstBareLf, firstBareCr }: MessageLines) {
  const faults: MimeFault[] = [];
  const notes: string[] = [];
  const fix = 'End every line with CR LF, and encode content that has other line ends in base64.';
  if (bareLf > 0 && crlf > bareLf)
    faults.push(
      fault(
        `${bareLf} of ${crlf + bareLf} lines end in LF alone, the first is line ${firstBareLf}: many servers refuse such mail`,
        `line ${firstBareLf}`,
        'LF without CR',
        fix,
        'high',
      ),
    );
  else if (bareLf > 0)
    notes.push(
      'The file was saved with LF line ends, so whether the message was sent with bare LFs cannot be told from it.',
    );
  if (bareCr > 0)
    faults.push(
      fault(
        `a CR stands without LF in line ${firstBareCr}${bareCr === 1 ? '' : ` and ${bareCr - 1} times more`}`,
        `line ${firstBareCr}`,
        'CR without LF',
        fix,
        'high',
      ),
    );
  if (nul > 0)
    faults.push(
      fault(
        `the message holds ${nul === 1 ? 'a NUL byte' : `${nul} NUL bytes`}`,
        'NUL bytes',
        String(nul),
        'Encode binary content in base64.',
        'high',
      ),
    );
  return { faults, notes };
}

function boundaryFaults({ contentType, headers }: Part, { mail }: ReadMessage): MimeFault[] {
  const { type, boundary } = contentType;
  const value = headers.get('content-type') ?? type;
  if (boundary === null || boundary === '')
    return [
      fault(
        `the ${type} part names no boundary, so its parts cannot be told apart`,
        'Content-Type',
        value,
        'Name a boundary in the Content-Type.',
        'high',
      ),
    ];
  if (boundary.length > MAX_BOUNDARY)
    return [
      fault(
        `a boundary has ${boundary.length} characters; ${MAX_BOUNDARY} are allowed`,
        'Content-Type',
        value,
        `Use a boundary of at most ${MAX_BOUNDARY} characters.`,
      ),
    ];
  if (!mail.raw.includes(`\n--${boundary}`))
    return [
      fault(
        `the boundary “${boundary}” of the ${type} part occurs nowhere`,
        'Content-Type',
        value,
        'Write the boundary between the parts as the Content-Type names it.',
        'high',
      ),
    ];
  if (!mail.raw.includes(`\n--${boundary}--`))
    return [
      fault(
        `the ${type} part does not end: --${boundary}-- is missing`,
        'Content-Type',
        value,
        'Write the closing boundary. Where it was there, the message was cut on its way.',
      ),
    ];
  return [];
}

function encodingFaults({ type, encoding, content }: MessagePart): MimeFault[] {
  const of = `Content-Transfer-Encoding of ${type}`;
  const bare = encoding.trim().replace(/[;\s].*$/s, '');
  if (!encodings.has(bare))
    return [
      fault(
        `“${encoding.slice(0, 40)}” is no transfer encoding`,
        of,
        encoding,
        'Use quoted-printable for text and base64 for files.',
        'high',
      ),
    ];
  if ((bare === '' || bare === '7bit') && /[\u0080-\uffff]/.test(content))
    return [
      fault(
        `the ${type} part has 8-bit characters and says 7bit`,
        of,
        bare || 'missing',
        'Send the part in quoted-printable or base64.',
        'low',
      ),
    ];
  return [];
}

function charsetFaults({ part, text }: BodyText): MimeFault[] {
  const of = `charset of ${part.type}`;
  const charset = part.charset?.trim() ?? null;
  const has8Bit = /[\u0080-\u{10ffff}]/u.test(text);
  if (charset === null || charset === '')
    return has8Bit
      ? [
          fault(
            `the ${part.type} part names no charset and has other letters than ASCII: readers guess`,
            of,
            'missing',
            'Add charset=utf-8 to its Content-Type.',
          ),
        ]
      : [];
  if (!isKnown(charset))
    return [
      fault(`“${charset.slice(0, 40)}” is no charset that mail programs know`, of, charset, 'Send the text as utf-8.'),
    ];
  if (/^us-ascii$/i.test(charset))
    return has8Bit
      ? [
          fault(
            `the ${part.type} part says us-ascii and has other letters`,
            of,
            charset,
            'Say charset=utf-8 and send the text so.',
          ),
        ]
      : [];
  const replaced = (text.match(/\ufffd/g) ?? []).length;
  return replaced > 0
    ? [
        fault(
          `the ${part.type} part says ${charset}, but ${replaced} of its characters are not of it and show as �`,
          of,
          charset,
          'Say the charset in which the text is really written.',
        ),
      ]
    : [];
}

function isKnown(charset: string): boolean {
  if (/^us-ascii$/i.test(charset)) return true;
  try {
    new TextDecoder(charset);
    return true;
  } catch {
    // names of mail that the encoding standard lacks
    return /^(?:cp(?:932|936|949|950|5022[01])|ms93[26]|utf8mb4|ks_c_5601-1987)$/i.test(charset);
  }
}

/** Only with SMTPUTF8 may a header hold raw UTF-8 (RFC 6532); bytes that are not even UTF-8 never. */
function headerFaults({ mail, headers }: ReadMessage): MimeFault[] {
  const faults: MimeFault[] = [];
  for (const name of ['from', 'to', 'cc', 'reply-to', 'subject']) {
    const value = headers.get(name);
    if (value === null || !/[\u0080-\uffff]/.test(value)) continue;
    faults.push(
      fault(
        `the field ${name} holds letters that are not encoded`,
        name,
        new TextDecoder().decode(toBytes(value.slice(0, 200))),
        'Encode other letters than ASCII in header fields as RFC 2047 says: =?utf-8?B?…?=.',
        'low',
      ),
    );
  }
  if (mail.headers.size === 0)
    faults.push(
      fault(
        'no header field could be read',
        'header',
        mail.raw.slice(0, 80),
        'Hand in the whole message, its header first.',
        'high',
      ),
    );
  return faults;
}

function alternativeFaults({ html, plain }: ReadMessage, htmls: readonly HtmlContent[]): MimeFault[] {
  if (html.length === 0) return [];
  const fix = 'Send multipart/alternative with the same content as text/plain before the text/html.';
  if (plain.length === 0)
    return [
      fault(
        'the HTML has no plain text beside it, as filters and text readers expect',
        'parts',
        'text/html alone',
        fix,
        'low',
      ),
    ];
  const words = plain
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const shown = htmls.reduce((sum, { visible }) => sum + visible.length, 0);
  const isPoor = words.length < EMPTY_PLAIN || (words.length < POOR_PLAIN && shown > LONG_HTML);
  return isPoor && shown > words.length
    ? [
        fault(
          `the plain text has ${words.length} characters where the HTML shows ${shown}`,
          'text/plain',
          words.slice(0, 120) || 'empty',
          fix,
          'low',
        ),
      ]
    : [];
}
