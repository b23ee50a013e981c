/**
 * What broke and where in the program, without the message: that may quote the input, in which people's
 * addresses stand.
 */
export function faultPlace(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const place = error.stack
    ?.split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith('at '));
  const { code } = error as NodeJS.ErrnoException;
  // Node's own codes, such as ENOENT, hold no input
  const name = typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? `${error.name} ${code}` : error.name;
  return `${name} ${place ?? 'at an unknown place'}`;
}
