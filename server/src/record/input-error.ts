/** Thrown for what somebody wrote into a form and that cannot be used; the message says what to write. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
