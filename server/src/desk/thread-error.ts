/** Why a thread gave no answer. */
export type ThreadErrorCode = 'busy' | 'too-long' | 'broken' | 'failed' | 'closed';

/** Thrown for a task that no thread answered. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';
  readonly code: ThreadErrorCode;

  constructor(code: ThreadErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
