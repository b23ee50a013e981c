/** A message to be tested, with what is known of its way here. */
export interface Message {
  /** The whole message as it came, headers first. */
  readonly raw: Uint8Array;
  /** The address from which its last own server handed it over; null where unknown. */
  readonly ip: string | null;
  readonly helo: string | null;
  /** MAIL FROM; null where unknown, `''` for the null sender. */
  readonly mailFrom: string | null;
  /** When it came, against which dates are held. */
  readonly received: Date;
}
