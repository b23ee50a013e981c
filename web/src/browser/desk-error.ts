/**
 * Why a call to the engine has no answer:
 * `superseded` a newer read took its place; `crashed` the worker died or could not start, and with it
 * what had been read; `failed` the engine refused, the message says why.
 */
export type DeskErrorCode = 'superseded' | 'crashed' | 'failed';

/** A call to the engine that has no answer; its message is a sentence for the user. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly code: DeskErrorCode;

  constructor(code: DeskErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
