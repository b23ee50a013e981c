/** Where a part of the envelope was read from. */
export type EnvelopeSource = 'caller' | 'received' | 'received-spf' | 'authentication-results' | 'return-path';

/**
 * - `given`: the caller says so;
 * - `agreed`: two fields that the receiving server wrote say the same;
 * - `stated`: one field says so, and nothing contradicts it;
 * - `guessed`: which of the fields the receiver wrote could not be told, or two contradict each other.
 */
export type Sureness = 'given' | 'agreed' | 'stated' | 'guessed';

/** One part of the envelope. */
export interface EnvelopePart {
  readonly value: string;
  readonly source: EnvelopeSource;
  readonly sureness: Sureness;
}

/** How a hop was encrypted, as its receiver notes. */
export interface HopTls {
  /** Whether it was: null where the receiver does not tell. */
  readonly encrypted: boolean | null;
  /** `1.3`; `ssl3` and older as they are; null where it is not noted. */
  readonly version: string | null;
  /** As written. */
  readonly cipher: string | null;
  /** What the receiver says of a client's certificate; null where it says nothing. */
  readonly clientCertificate: 'verified' | 'not-verified' | 'none' | null;
}

/** One `Received` field (RFC 5321 section 4.4). */
export interface ReceivedHop {
  /** From the top, from 0. */
  readonly place: number;
  /** The name that the client gave in EHLO; null where it is not noted. */
  readonly helo: string | null;
  /** The name that its address has in the DNS; null where it has none, it does not lead back, or it is not noted. */
  readonly reverseName: string | null;
  readonly ip: string | null;
  readonly by: string | null;
  /** The address of the server, which few note. */
  readonly byIp: string | null;
  /** `ESMTPS`, in capitals as RFC 3848 has them. */
  readonly protocol: string | null;
  readonly id: string | null;
  readonly envelopeFrom: string | null;
  readonly tls: HopTls;
  readonly date: Date | null;
}

/** From whom and whence a message came. */
export interface Envelope {
  readonly ip: EnvelopePart | null;
  readonly helo: EnvelopePart | null;
  /** `''` is the null sender. */
  readonly mailFrom: EnvelopePart | null;
  /** The hop at which the message came in from outside; null where none can be told. */
  readonly hop: ReceivedHop | null;
  /** All hops from the top, as far as they can be read. */
  readonly hops: readonly ReceivedHop[];
  /** Why it is no surer, in one sentence each. */
  readonly doubts: readonly string[];
}
