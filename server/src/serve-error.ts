/** Why the service could not start, by what to change. */
export type ServeErrorCode = 'site-missing' | 'port-taken' | 'address-refused' | 'option-invalid' | 'data-unusable';

/** Thrown when the service cannot start; the message says what to do. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
  readonly code: ServeErrorCode;

  constructor(code: ServeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
