/** What is asked of one mail server. No message is ever sent: a probe ends before DATA. */
export interface SmtpRequest {
  /** The name from the MX record: for SNI and the certificate. */
  readonly host: string;
  /** The address to connect to. */
  readonly ip: string;
  readonly port: number;
  /** The name to give in EHLO. */
  readonly helo: string;
  /** The reverse-path of the RCPT commands; `''` for the null sender. */
  readonly mailFrom: string;
  /** Addresses to be tried with RCPT, each on its own; empty: none. */
  readonly recipients: readonly string[];
  /** Whether to go over to TLS where it is offered. */
  readonly tls: boolean;
  /** The versions to offer, both ends included; absent: from 1.0 to the newest, of which the server takes the best. */
  readonly tlsVersions?: { readonly min: TlsVersion; readonly max: TlsVersion } | undefined;
}

/** Older ones cannot be offered: the TLS library has them no more. */
export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

/** One step of the dialogue, in the words of both sides. */
export interface SmtpStep {
  readonly stage: 'connect' | 'ehlo' | 'starttls' | 'ehlo-tls' | 'mail' | 'rcpt' | 'rset' | 'quit';
  /** The command as sent, without the line end; null for the greeting. */
  readonly command: string | null;
  /** The reply as it came, lines joined by `\n`; null where none came in time. */
  readonly reply: string | null;
  readonly code: number | null;
  readonly enhancedStatus: string | null;
  /** Milliseconds from the command to the end of its reply. */
  readonly took: number;
}

export interface SeenCertificate {
  /** DNS names of the SAN, in lower case; of the common name where there is no SAN. */
  readonly names: readonly string[];
  readonly issuer: string;
  readonly subject: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly key: { readonly type: string; readonly bits: number | null; readonly curve: string | null };
  readonly signatureAlgorithm: string | null;
  /** DER, the leaf first, then what the server sent in the order in which it came; a root that it did not send is not among them. */
  readonly chain: readonly Uint8Array[];
  /** Null where the chain leads to a trusted root; else why it does not, in the words of the TLS library. */
  readonly untrusted: string | null;
}

/**
 * What was agreed on. Not to be seen through Node: compression and early data (never offered), whether the
 * server insists on its own order of ciphers, and the extended master secret.
 * A server without secure renegotiation (RFC 5746) ends in {@link SmtpObservation.tlsError}, in which it is named.
 */
export interface SeenTls {
  /** `TLSv1.3` */
  readonly version: string;
  /** As servers are configured with it: `ECDHE-RSA-AES128-GCM-SHA256`. */
  readonly cipher: string;
  /** As IANA registers it: `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`. */
  readonly suite?: string | undefined;
  /** Whether the keys were agreed on with ephemeral ones (RFC 9325 section 4.1). */
  readonly forwardSecrecy?: boolean | undefined;
  /** Whether the cipher authenticates what it encrypts (RFC 5116), as GCM, CCM and ChaCha20-Poly1305 do. */
  readonly aead?: boolean | undefined;
  /** Bits of the ephemeral key exchange (`2048`), or the name of its group (`X25519`); null where there was none. */
  readonly keyExchange: string | null;
  readonly certificate: SeenCertificate | null;
}

/** What a server did that it should not, and that did not end the dialogue. */
export interface SmtpNote {
  /**
   * - `spoke-early`: a reply came to which nothing had been asked; it was dropped;
   * - `bytes-before-tls`: something came behind the reply to STARTTLS in the clear and was dropped: a server or someone
   *   between that slips words under the cover of TLS (CVE-2011-0411);
   * - `ehlo-refused`: it knows HELO alone (RFC 5321 section 3.2);
   * - `mixed-codes`, `broken-line`: lines of one reply with different codes, or with none (RFC 5321 section 4.2.1);
   * - `bare-lf`: a line that ended without CR (RFC 5321 section 2.3.8).
   */
  readonly kind: 'spoke-early' | 'bytes-before-tls' | 'ehlo-refused' | 'mixed-codes' | 'broken-line' | 'bare-lf';
  /** The words in question. */
  readonly detail: string;
}

/** What a mail server did. */
export interface SmtpObservation {
  readonly request: SmtpRequest;
  /**
   * - `answered`: the dialogue was had as far as asked;
   * - `turned-away`: the greeting or EHLO was a 4xx or 5xx: nothing further can be said of the server;
   * - `no-connection`: refused, unreachable; `timeout`: no connection or no reply in time;
   * - `dropped`: the server ended the dialogue on its own; `not-smtp`: what came was no SMTP, or more than a limit;
   * - `not-tried`: this machine did not connect or could not: an address that is not allowed, no way to IPv6, a request
   *   that cannot be sent. It says nothing about the server.
   */
  readonly outcome: 'answered' | 'turned-away' | 'no-connection' | 'timeout' | 'dropped' | 'not-smtp' | 'not-tried';
  /** Why it is not `answered`: in the words of the system where no dialogue was had. */
  readonly detail: string | null;
  /**
   * In their order. After a handshake that failed, recipients are tried over a second connection in the clear, as
   * senders do: its steps follow, with a second `connect`.
   */
  readonly steps: readonly SmtpStep[];
  /** Milliseconds from the beginning until the connection stood, and until the whole greeting was there. */
  readonly connected: number | null;
  readonly greeted: number | null;
  /** Keywords of EHLO in upper case with their parameters; after STARTTLS those told then. */
  readonly extensions: Readonly<Record<string, string>>;
  /** Extensions told before STARTTLS. */
  readonly plainExtensions: Readonly<Record<string, string>>;
  readonly startTls: 'not-offered' | 'refused' | 'failed' | 'done' | 'not-tried';
  /** Why the handshake failed, in the words of the TLS library. */
  readonly tlsError: string | null;
  readonly tls: SeenTls | null;
  /** Every recipient asked for, in the order of the request. */
  readonly recipients: readonly SmtpRecipient[];
  readonly notes?: readonly SmtpNote[] | undefined;
}

export interface SmtpRecipient {
  /** As it was asked for. */
  readonly address: string;
  /** Without command and reply where it was not tried. */
  readonly step: SmtpStep;
  /** Why it was not tried; absent where it was. */
  readonly notTried?: string | undefined;
}

/** Talks to mail servers. Never throws for what they do or fail to do. */
export interface SmtpProber {
  probe(request: SmtpRequest): Promise<SmtpObservation>;
}
