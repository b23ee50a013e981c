/** Who wrote a line of a session: the server, the client, the tool that shows it, or nobody says. */
export type Speaker = 'server' | 'client' | 'tool' | null;

/** A line of a session without the sign that the tool put before it. */
export interface SessionLine {
  readonly speaker: Speaker;
  readonly text: string;
}

/**
 * What tools put before the lines of a session:
 *
 *     <-  220 mx.example.net     -> EHLO …     <** 550 …    <~* 550 … (TLS)    === Connected to …   swaks(1), TRANSCRIPT HINTS
 *     < 220 mx.example.net       > EHLO …      * Connected to …                                     curl -v
 *     S: 220 mx.example.net      C: EHLO …                                                          RFC 5321 appendix D
 *     <<< 220 mx.example.net     >>> EHLO …                                                         Sendmail -v
 *     SERVER -> CLIENT: 220 …    CLIENT -> SERVER: EHLO …                                           PHPMailer
 *     Out: 220 mx.example.net    In:  EHLO …                                                        Postfix, as the server
 */
const signs: readonly (readonly [RegExp, Speaker])[] = [
  [/^\s*<(?:-|~\*|~|\*\*) {0,2}/, 'server'],
  [/^\s*(?:-|~|\*\*|~\*)> ?/, 'client'],
  [/^(?:===|\*\*\*) /, 'tool'],
  [/^\s*<<< ?/, 'server'],
  [/^\s*>>> ?/, 'client'],
  [/^(?:\d[\d :./-]{6,24}\s+)?SERVER -> CLIENT: ?/, 'server'],
  [/^(?:\d[\d :./-]{6,24}\s+)?CLIENT -> SERVER: ?/, 'client'],
  [/^\s*(?:S|Server) ?: ?/, 'server'],
  [/^\s*(?:C|Client) ?: ?/, 'client'],
  [/^ ?Out: +/, 'server'],
  [/^ ?In: +/, 'client'],
  [/^< /, 'server'],
  [/^> /, 'client'],
  [/^\* /, 'tool'],
];

/** Takes the tool's sign off a line; a line without one may be anybody's. */
export function sessionLine(line: string): SessionLine {
  for (const [sign, speaker] of signs) {
    const found = sign.exec(line);
    if (found !== null) return { speaker, text: line.slice(found[0].length).trim() };
  }
  return { speaker: null, text: line.trim() };
}

/** A line of a reply (RFC 5321 section 4.2): code, then space, hyphen or nothing. */
export function isReplyLine(text: string): boolean {
  return /^[2345]\d\d(?:[ -]|$)/.test(text);
}

/** A command as clients and people at a terminal write them (RFC 5321 section 4.1.1). */
const command =
  /^(?:(?:EHLO|HELO|LHLO)\s+\S{1,255}|MAIL\s{1,4}FROM\s{0,4}:.{0,600}|RCPT\s{1,4}TO\s{0,4}:.{0,600}|DATA|BDAT \d{1,12}(?: LAST)?|STARTTLS|AUTH \S.{0,4000}|QUIT|RSET|NOOP|VRFY \S.{0,512}|XCLIENT .{0,600}|\.)$/i;

/** Whether a line is a command; the dot that ends a message counts as one. */
export function isCommand(text: string): boolean {
  return command.test(text);
}
