export type SubjectErrorCode =
  | 'domain-invalid'
  | 'ip-invalid'
  | 'host-invalid'
  | 'address-invalid'
  | 'selector-invalid'
  | 'message-invalid';

/** Thrown for a subject that cannot be checked; the message says what to write. */
export class SubjectError extends Error {
  override readonly name = 'SubjectError';
  readonly code: SubjectErrorCode;

  constructor(code: SubjectErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
