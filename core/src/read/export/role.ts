/** What a column of an export tells. */
export type Role =
  | 'recipient'
  | 'originalRecipient'
  /** The envelope sender. */
  | 'sender'
  /** The `From` header. */
  | 'from'
  /** The words of the refusing server, or of the platform where it keeps no others. */
  | 'text'
  /** A reply code. */
  | 'code'
  /** A reply code, an enhanced status, a word such as `bounced`: what vendors call status is all of these. */
  | 'status'
  /** What happened: `bounce`, `delivered` … */
  | 'event'
  /** The vendor's class of a bounce. */
  | 'class'
  /** The same as a number of Bounce Studio's. */
  | 'classNumber'
  /** The time of a bounce, whose column says that there was one. */
  | 'bouncedAt'
  | 'time'
  | 'subject'
  | 'campaign'
  | 'messageId'
  | 'host'
  | 'reportingMta';
