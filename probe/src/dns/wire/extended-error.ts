/** Names of the codes: RFC 8914 section 4, and what IANA registered since ("Extended DNS Error Codes"). */
const NAMES: readonly string[] = [
  'Other Error',
  'Unsupported DNSKEY Algorithm',
  'Unsupported DS Digest Type',
  'Stale Answer',
  'Forged Answer',
  'DNSSEC Indeterminate',
  'DNSSEC Bogus',
  'Signature Expired',
  'Signature Not Yet Valid',
  'DNSKEY Missing',
  'RRSIGs Missing',
  'No Zone Key Bit Set',
  'NSEC Missing',
  'Cached Error',
  'Not Ready',
  'Blocked',
  'Censored',
  'Filtered',
  'Prohibited',
  'Stale NXDOMAIN Answer',
  'Not Authoritative',
  'Not Supported',
  'No Reachable Authority',
  'Network Error',
  'Invalid Data',
  'Signature Expired before Valid',
  'Too Early',
  'Unsupported NSEC3 Iterations Value',
  'Unable to conform to policy',
  'Synthesized',
  'Invalid Query Type',
];

/** The option's number in EDNS (RFC 8914 section 2). */
const EXTENDED_ERROR = 15;
/** Letters of a server's own words that are shown: it may send 64 KB of them. */
const MAX_TEXT = 200;
/** Errors of one answer that are shown. */
const MAX_ERRORS = 4;
/** What would move a terminal's cursor or turn the direction of the text around it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * What the options of an EDNS record say went wrong, as `DNSSEC Bogus (6): no signatures`. Options that
 * do not fit their lengths are passed over: they are remarks, the answer stands without them.
 *
 * @param options the data of an OPT record
 */
export function extendedErrors(options: Buffer): readonly string[] {
  const errors: string[] = [];
  let at = 0;
  while (at + 4 <= options.length && errors.length < MAX_ERRORS) {
    const code = options.readUInt16BE(at);
    const end = at + 4 + options.readUInt16BE(at + 2);
    if (end > options.length) break;
    if (code === EXTENDED_ERROR && end - at >= 6)
      errors.push(inWords(options.readUInt16BE(at + 4), options.subarray(at + 6, end)));
    at = end;
  }
  return errors;
}

function inWords(code: number, text: Buffer): string {
  const known = `${NAMES[code] ?? 'Unknown Error'} (${code})`;
  // four octets to a letter at most
  const said = text
    .subarray(0, 4 * MAX_TEXT)
    .toString('utf8')
    .replace(UNSEEN, ' ')
    .trim()
    .slice(0, MAX_TEXT);
  return said === '' ? known : `${known}: ${said}`;
}
