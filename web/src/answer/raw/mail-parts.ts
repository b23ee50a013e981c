/** A part of a mail as it is found by its header lines, without its tree: enough to find words in it. */
export interface EncodedPart {
  readonly encoding: 'base64' | 'quoted-printable' | null;
  readonly charset: string | null;
  readonly isHtml: boolean;
  /** Offsets of its body in the raw text. */
  readonly start: number;
  readonly end: number;
}

/** Parts beyond this are looked at by nobody: words of a refusal stand in the first ones. */
const MAX_PARTS = 50;
/** Characters of a header block; a longer one is looked at up to here. */
const MAX_BLOCK = 16_384;

/** Where a header block says how its part is written. */
const typeField = /(?:^|\n)content-(?:type|transfer-encoding)[ \t]*:/gi;

/** The parts of a mail whose words are not to be read as they stand: encoded ones and HTML. They do not overlap. */
export function encodedParts(raw: string): EncodedPart[] {
  const boundaries = boundariesOf(raw);
  const parts: EncodedPart[] = [];
  typeField.lastIndex = 0;
  for (let found = typeField.exec(raw); found !== null && parts.length < MAX_PARTS; found = typeField.exec(raw)) {
    const { head, body } = blockAt(raw, found.index);
    const encoding = /^content-transfer-encoding[ \t]*:[ \t]*["']?(base64|quoted-printable)/im.exec(head)?.[1];
    const type = /^content-type[ \t]*:[ \t]*([\w.+-]{1,40}\/[\w.+-]{1,60})/im.exec(head)?.[1]?.toLowerCase() ?? '';
    const isHtml = type === 'text/html';
    typeField.lastIndex = Math.max(body - 1, found.index + 1);
    if ((encoding === undefined && !isHtml) || type.startsWith('multipart/')) continue;
    const end = endOfPart(raw, body, boundaries);
    typeField.lastIndex = Math.max(end, found.index + 1);
    // Pictures and the like hold no words.
    if (type !== '' && !type.startsWith('text/') && !type.startsWith('message/')) continue;
    parts.push({
      encoding: (encoding?.toLowerCase() as EncodedPart['encoding'] | undefined) ?? null,
      charset: /charset[ \t]*=[ \t]*["']?([\w.:-]{1,40})/i.exec(head)?.[1] ?? null,
      isHtml,
      start: body,
      end,
    });
  }
  return parts;
}

/** The header block around an offset, and where the body behind it begins. */
function blockAt(raw: string, at: number): { readonly head: string; readonly body: number } {
  const before = raw.slice(Math.max(0, at - MAX_BLOCK), at + 1);
  // A blank line or the line of a boundary begins the block.
  const start = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\n\r\n'), before.lastIndexOf('\n--')) + 1;
  const behind = raw.slice(at + 1, at + 1 + MAX_BLOCK);
  const blank = /\r?\n\r?\n/.exec(behind);
  const [end, body] = blank === null ? [behind.length, behind.length] : [blank.index, blank.index + blank[0].length];
  return { head: before.slice(start) + behind.slice(0, end), body: at + 1 + body };
}

/** The boundaries that the mail declares. */
function boundariesOf(raw: string): string[] {
  const found = new Set<string>();
  for (const [, quoted, bare] of raw.matchAll(/boundary[ \t]*=[ \t]*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)) {
    found.add(quoted ?? bare ?? '');
    if (found.size >= MAX_PARTS) break;
  }
  return [...found];
}

/** A part ends at the next boundary. */
function endOfPart(raw: string, start: number, boundaries: readonly string[]): number {
  for (let at = raw.indexOf('\n--', Math.max(0, start - 1)); at >= 0; at = raw.indexOf('\n--', at + 1)) {
    const line = raw.slice(at + 3, at + 3 + MAX_LINE);
    if (boundaries.some((boundary) => line.startsWith(boundary))) return at;
  }
  return raw.length;
}

/** As much of a line as may be a boundary (RFC 2046 section 5.1.1 allows 70 characters; some write more). */
const MAX_LINE = 200;
