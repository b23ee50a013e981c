import type { SmtpObservation, SmtpProber, SmtpRequest } from './observation.ts';

/** Whether a server still takes TLS 1.0 or 1.1 (RFC 8996 forbids both). */
export interface OldTls {
  /** `unknown` where the dialogue did not come as far as a handshake, or this machine cannot offer old versions. */
  readonly offered: 'yes' | 'no' | 'unknown';
  /** The version that was agreed on; null unless `yes`. */
  readonly version: string | null;
  readonly observation: SmtpObservation;
}

/** What the TLS library says of itself, and what a clock says: neither tells of the server. */
const ownWords = /no protocols available|no ciphers available|no handshake in time/i;

/**
 * Offers a server old versions alone, over a connection of their own: in one handshake the server takes the best
 * that both know and does not tell of the rest. Ask only servers that finished a handshake with newer versions: then
 * a failure, even a silent hang-up, is a refusal of the old ones.
 *
 * A server that has no cipher in common with OpenSSL 3, such as one with RC4 alone, counts as `no`.
 */
export async function probeOldTls(prober: SmtpProber, request: SmtpRequest): Promise<OldTls> {
  const observation = await prober.probe({
    ...request,
    recipients: [],
    tls: true,
    tlsVersions: { min: 'TLSv1', max: 'TLSv1.1' },
  });
  const { startTls, tls, tlsError } = observation;
  if (startTls === 'done') return { offered: 'yes', version: tls?.version ?? null, observation };
  const refused = startTls === 'failed' && tlsError !== null && !ownWords.test(tlsError);
  return { offered: refused ? 'no' : 'unknown', version: null, observation };
}
