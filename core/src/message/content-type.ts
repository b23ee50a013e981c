/** A Content-Type (RFC 2045 section 5), names in lower case. */
export interface ContentType {
  /** `text/plain` */
  readonly type: string;
  readonly charset: string | null;
  readonly boundary: string | null;
  /** Of multipart/report: `delivery-status`, `feedback-report`, `disposition-notification`. */
  readonly reportType: string | null;
}

/** A plain text of which nothing else is said. */
export const plainText: ContentType = { type: 'text/plain', charset: null, boundary: null, reportType: null };

/** What was read of values that name no boundary: reports repeat the same few. */
const known = new Map<string, ContentType>();
const MAX_KNOWN = 64;
const MAX_KNOWN_LENGTH = 48;

/** Reads a Content-Type value; what is missing or broken is text/plain, as RFC 2045 section 5.2 says. */
export function parseContentType(value: string | null): ContentType {
  if (value === null || value === '') return plainText;
  if (value.length > MAX_KNOWN_LENGTH) return readContentType(value);
  let type = known.get(value);
  if (type === undefined) {
    type = readContentType(value);
    if (type.boundary === null && known.size < MAX_KNOWN) known.set(value, type);
  }
  return type;
}

function readContentType(value: string): ContentType {
  // Some forget the semicolon: `text/plain charset=utf-8`
  const end = value.search(/[;\s]/);
  const named = (end < 0 ? value : value.slice(0, end)).toLowerCase();
  const type = named.includes('/') ? named : 'text/plain';
  if (end < 0) return { ...plainText, type };
  const lower = value.toLowerCase();
  const isMultipart = type.startsWith('multipart/');
  return {
    type,
    charset: isMultipart ? null : parameter(value, lower, 'charset'),
    boundary: isMultipart ? parameter(value, lower, 'boundary') : null,
    reportType: isMultipart ? (parameter(value, lower, 'report-type')?.toLowerCase() ?? null) : null,
  };
}

/** One parameter's value, quoted or bare; also `boundary*=` and `boundary*0=` of RFC 2231 in their simple form. */
function parameter(value: string, lower: string, name: string): string | null {
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
    const before = lower.charCodeAt(at - 1);
    if (before !== 0x3b && before !== 0x20 && before !== 0x09) continue;
    const equals = /^(?:\*0?\*?)?\s*=\s*/.exec(lower.slice(at + name.length, at + name.length + 16));
    if (equals === null) continue;
    const from = at + name.length + equals[0].length;
    if (value[from] === '"') {
      const end = value.indexOf('"', from + 1);
      return value.slice(from + 1, end < 0 ? undefined : end).replace(/\\(.)/g, '$1');
    }
    const end = value.slice(from).search(/[;\s]/);
    return (end < 0 ? value.slice(from) : value.slice(from, from + end)) || null;
  }
  return null;
}
