/** What the lines of a message are like, byte by byte. */
export interface MessageLines {
  readonly crlf: number;
  /** Lines that end in LF without CR. */
  readonly bareLf: number;
  /** CR without LF behind it. */
  readonly bareCr: number;
  readonly nul: number;
  /** The longest line in octets without its end, and its number from 1. */
  readonly longest: { readonly length: number; readonly line: number; readonly start: number };
  /** How many are longer than RFC 5322 section 2.1.1 allows. */
  readonly tooLong: number;
  /** Number of the first bare LF's line and of the first bare CR's; 0 where there is none. */
  readonly firstBareLf: number;
  readonly firstBareCr: number;
}

/** Octets of a line without its CRLF (RFC 5322 section 2.1.1, RFC 5321 section 4.5.3.1.6). */
export const MAX_LINE = 998;

const [NUL, LF, CR] = [0, 10, 13];

/** Looks at every byte once. */
export function readLines(raw: Uint8Array): MessageLines {
  let [crlf, bareLf, bareCr, nul, tooLong, firstBareLf, firstBareCr] = [0, 0, 0, 0, 0, 0, 0];
  let longest = { length: 0, line: 1, start: 0 };
  let line = 1;
  let start = 0;
  const end = (length: number) => {
    if (length > MAX_LINE) tooLong++;
    if (length > longest.length) longest = { length, line, start };
  };
  for (let i = 0; i < raw.length; i++) {
    const byte = raw[i] as number;
    if (byte > CR) continue;
    if (byte === NUL) nul++;
    else if (byte === CR && raw[i + 1] !== LF) {
      bareCr++;
      firstBareCr ||= line;
    } else if (byte === LF) {
      const isPair = i > 0 && raw[i - 1] === CR;
      if (isPair) crlf++;
      else {
        bareLf++;
        firstBareLf ||= line;
      }
      end(i - start - (isPair ? 1 : 0));
      line++;
      start = i + 1;
    }
  }
  if (start < raw.length) end(raw.length - start);
  return { crlf, bareLf, bareCr, nul, longest, tooLong, firstBareLf, firstBareCr };
}
