/** How a body is packed for its way. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** The best first, where a client likes several alike. */
const preferred: readonly Encoding[] = ['br', 'gzip', 'identity'];

/**
 * The encoding for a client, by its `Accept-Encoding` (RFC 9110 §12.5.3): the one with the highest
 * weight, of equal ones the smallest. A client that takes none of these gets the body unpacked: the
 * RFC lets a server do so, and an answer helps more than a 406.
 *
 * @param header null where the client sent none
 * @param available besides `identity`
 */
export function chooseEncoding(header: string | null, available: readonly Encoding[] = ['br', 'gzip']): Encoding {
  if (header === null) return 'identity';
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = item.split(';').map((part) => part.trim());
    if (coding !== '') weights.set(coding === 'x-gzip' ? 'gzip' : coding, weightOf(parameters));
  }
  // unnamed, `identity` is acceptable, but whoever names others would rather have those
  const weight = (encoding: Encoding): number =>
    weights.get(encoding) ?? weights.get('*') ?? (encoding === 'identity' ? Number.MIN_VALUE : 0);
  let best: Encoding = 'identity';
  for (const encoding of preferred.toReversed())
    if ((encoding === 'identity' || available.includes(encoding)) && weight(encoding) > 0)
      if (weight(encoding) >= weight(best)) best = encoding;
  return best;
}

/** A qvalue (RFC 9110 §12.4.2); 0, which is "never", for one that is none. */
function weightOf(parameters: readonly string[]): number {
  const written = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  if (written === undefined) return 1;
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(written) ? Number(written) : 0;
}
