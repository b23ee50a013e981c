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
}

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
  /** DER, the leaf first: for DANE. */
  readonly chain: readonly Uint8Array[];
  /** Null where the chain leads to a trusted root; else why it does not, in the words of the TLS library. */
  readonly untrusted: string | null;
}

export interface SeenTls {
  /** `TLSv1.3` */
  readonly version: string;
  readonly cipher: string;
  /** Bits of the ephemeral key exchange, or the name of its group; null where there was none. */
  readonly keyExchange: string | null;
  readonly certificate: SeenCertificate | null;
}

/** What a mail server did. */
export interface SmtpObservation {
  readonly request: SmtpRequest;
  /**
   * - `answered`: the dialogue was had as far as asked;
   * - `turned-away`: the greeting or EHLO was a 4xx or 5xx: nothing further can be said of the server;
   * - `no-connection`: refused, unreachable; `timeout`: no connection or no reply in time;
   * - `dropped`: the server ended the dialogue on its own; `not-smtp`: what came was no SMTP.
   */
  readonly outcome: 'answered' | 'turned-away' | 'no-connection' | 'timeout' | 'dropped' | 'not-smtp';
  /** In the words of the system where no dialogue was had. */
  readonly detail: string | null;
  readonly steps: readonly SmtpStep[];
  /** Milliseconds until the connection stood, and until the whole greeting was there. */
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
  readonly recipients: readonly { readonly address: string; readonly step: SmtpStep }[];
}

/** Talks to mail servers. Never throws for what they do or fail to do. */
export interface SmtpProber {
  probe(request: SmtpRequest): Promise<SmtpObservation>;
}
