/** Why a task came to nothing. */
export type ThreadErrorCode = 'busy' | 'too-long' | 'out-of-memory' | 'broken' | 'failed' | 'closed';

/** Thrown for a task that no thread took or finished, or in which what a thread ran threw (`failed`). */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';
  readonly code: ThreadErrorCode;

  constructor(code: ThreadErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Whether the program is at fault, and not the input or the load. */
  get isFault(): boolean {
    return this.code === 'failed' || this.code === 'broken';
  }
}
