/** What one dialogue may cost. Every server that is asked is a stranger's. Times in milliseconds, sizes in octets. */
export interface SmtpLimits {
  /** Until the connection stands. */
  readonly connectTime: number;
  /** Until the whole greeting is there: some servers wait on purpose, to see who cannot. */
  readonly greetingTime: number;
  /** Until a reply is whole, one octet a second or not; of the TLS handshake too. */
  readonly stepTime: number;
  /** Until the reply to RSET and to QUIT: nothing depends on them any more. */
  readonly leaveTime: number;
  /** From the beginning to the end of everything, a second connection included. */
  readonly wholeTime: number;
  /** Of one line: RFC 5321 section 4.5.3.1.5 allows 512, and some write more. A line without end fills no memory. */
  readonly line: number;
  /** Of one reply with all its lines: an EHLO of a million lines fills no memory. */
  readonly reply: number;
  /** Of all that is said over one connection in the clear, and again of all under TLS. */
  readonly dialogue: number;
  /** RCPT commands of one dialogue: many refused ones make a prober look like one who guesses addresses. */
  readonly recipients: number;
}

const DEFAULTS: SmtpLimits = {
  connectTime: 10_000,
  greetingTime: 20_000,
  stepTime: 15_000,
  leaveTime: 2_000,
  wholeTime: 30_000,
  line: 4_096,
  reply: 65_536,
  dialogue: 262_144,
  recipients: 10,
};

/** Longest time that a timer of Node takes; a longer one would end at once. */
const MAX = 2_147_483_647;

/** Completes limits. @throws RangeError for one that would switch its guard off */
export function smtpLimits(given: Partial<SmtpLimits> = {}): SmtpLimits {
  const limits = { ...DEFAULTS, ...given };
  for (const [name, value] of Object.entries(limits))
    if (!Number.isSafeInteger(value) || value < 1 || value > MAX)
      throw new RangeError(`limits.${name} is ${String(value)}: write a whole number from 1 to ${MAX}.`);
  return limits;
}
