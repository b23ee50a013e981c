import type { Reading } from '../../reading.ts';

/** `250 2.0.0 Ok: queued as 9F2A71C04` */
const success = /^2[0-5]\d (2\.\d{1,3}\.\d{1,3}) [ -~]*[!-~]$/;

/** Words one of which stands wherever `unwrapReply` would take something out of such a text. */
const wrapped =
  /in reply to|after |command|not like|response|following|smtp:|refused|initial |connect to |said|respond|replied|gave this|rejected|host:? /i;

/**
 * Takes the codes out of the words of a delivery, of which a log has millions, without looking for what
 * only refusals have. False where the words are not of the usual form: `examine` has to read them.
 */
export function readSuccess(reading: Reading): boolean {
  const { diagnostic } = reading;
  if (diagnostic === null) return false;
  const status = success.exec(diagnostic)?.[1];
  if (status === undefined || wrapped.test(diagnostic)) return false;
  if (reading.enhancedStatus !== null && reading.enhancedStatus !== status) return false;
  reading.replyCode ??= Number(diagnostic.slice(0, 3));
  reading.enhancedStatus ??= status;
  return true;
}
