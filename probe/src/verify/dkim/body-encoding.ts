import { Buffer } from 'node:buffer';
import type { FormerBody } from './body-change.ts';

/** Parts whose encoding is looked at. */
const MAX_PARTS = 64;
/** Characters of a part's own header: more is no header. */
const MAX_PART_HEADER = 16_384;

const encodingField = /^(content-transfer-encoding:[ \t]{0,8})(quoted-printable|base64)([ \t]{0,8})(?=\r\n|$)/im;

/**
 * A body as it may have been before a server that cannot pass 8-bit mail on turned it into quoted-printable or base64
 * (RFC 6376 section 5.3).
 *
 * @param encoding value of the message's own Content-Transfer-Encoding
 * @param boundary of its Content-Type; null where it is no multipart
 */
export function* formerEncodings(
  body: Buffer,
  encoding: string | null,
  boundary: string | null,
): Generator<FormerBody> {
  const word = encoding?.trim().toLowerCase() ?? '';
  const text = body.toString('latin1');
  if (word === 'quoted-printable' || word === 'base64') {
    const decoded = decode(text, word);
    if (decoded !== null) yield former(decoded, word);
    return;
  }
  if (boundary === null || boundary === '') return;
  for (const former8 of ['8bit', '7bit', null]) {
    const plain = decodeParts(text, boundary, former8);
    if (plain !== null) yield former(plain, 'quoted-printable');
  }
}

function former(text: string, encoding: string): FormerBody {
  return {
    kind: 'encoding-changed',
    body: Buffer.from(text, 'latin1'),
    says: `A server on the way turned the body from 8-bit text into ${encoding}. Encode it as quoted-printable or base64 before it is signed.`,
  };
}

/** The same with every encoded text part decoded, and its field as it may have been before. */
function decodeParts(text: string, boundary: string, before: string | null): string | null {
  const delimiter = `--${boundary}`;
  const pieces = text.split(delimiter);
  if (pieces.length < 2 || pieces.length > MAX_PARTS) return null;
  let changed = false;
  const plain = pieces.map((piece, at) => {
    if (at === 0) return piece;
    const headerEnd = piece.indexOf('\r\n\r\n');
    if (headerEnd < 0 || headerEnd > MAX_PART_HEADER) return piece;
    const header = piece.slice(0, headerEnd);
    const found = encodingField.exec(header);
    if (found === null || !/content-type:[ \t]{0,8}text\//i.test(header)) return piece;
    const content = piece.slice(headerEnd + 4);
    const decoded = decode(content, (found[2] as string).toLowerCase());
    if (decoded === null) return piece;
    changed = true;
    const own =
      before === null
        ? header.replace(new RegExp(`${encodingField.source}(?:\\r\\n)?`, 'im'), '')
        : header.replace(encodingField, `$1${before}$3`);
    return `${own}\r\n\r\n${decoded}`;
  });
  return changed ? plain.join(delimiter) : null;
}

function decode(text: string, encoding: string): string | null {
  if (encoding === 'base64') {
    const bare = text.trimEnd();
    if (!/^[A-Za-z0-9+/=\r\n]*$/.test(bare)) return null;
    const plain = Buffer.from(bare, 'base64').toString('latin1');
    return `${plain}${plain.endsWith('\r\n') ? '' : '\r\n'}`;
  }
  return text
    .replace(/=[ \t]{0,78}\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, octet: string) => String.fromCharCode(Number.parseInt(octet, 16)));
}
