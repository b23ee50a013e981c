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
  return `${error.name} ${place ?? 'at an unknown place'}`;
}
