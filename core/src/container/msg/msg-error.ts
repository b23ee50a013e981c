/** What is wrong with a .msg file. */
export type MsgErrorCode = 'msg-not-ole' | 'msg-broken' | 'msg-too-large' | 'msg-no-message';

/** Thrown where a .msg file cannot be read at all; its message says what to do. */
export class MsgError extends Error {
  readonly code: MsgErrorCode;

  constructor(code: MsgErrorCode, message: string) {
    super(message);
    this.name = 'MsgError';
    this.code = code;
  }
}

/** The error for a file whose structure does not hold together. `what` continues "…: ". */
export function broken(what: string): MsgError {
  return new MsgError(
    'msg-broken',
    `This .msg file is damaged or cut short (${what}): save the message again, or send its headers and text instead.`,
  );
}
