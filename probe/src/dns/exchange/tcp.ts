import { connect } from 'node:net';
import { alarm, closed, type Exchange, type ExchangeOutcome, noWay, tooLate } from './outcome.ts';

/** Octets before each message that tell its length (RFC 7766 section 8). */
const LENGTH = 2;

/**
 * Sends a message by TCP on a connection of its own and waits for the answer. The time counts for all of it, not
 * from octet to octet: a server that sends one octet a second gets no more than others.
 */
export function askOverTcp({ server, message, fits, timeout, onAbort }: Exchange): Promise<ExchangeOutcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const socket = connect({ host: server.ip, port: server.port });
    const end = (outcome: ExchangeOutcome): void => {
      calmAlarm();
      forget();
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.destroy();
      resolve(outcome);
    };
    const calmAlarm = alarm(timeout, () => end(tooLate(timeout)));
    const forget = onAbort(() => end(closed()));
    socket.on('error', (error) => end(noWay(error)));
    socket.on('connect', () => {
      const length = Buffer.alloc(LENGTH);
      length.writeUInt16BE(message.length);
      // in one piece: some servers read no further than the first segment
      socket.write(Buffer.concat([length, message]));
    });
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      received += chunk.length;
      const answer = whole(chunks, received);
      if (answer === null) return;
      end(fits(answer) ? { message: answer } : broken('An answer came over TCP that did not answer the question.'));
    });
    socket.on('close', () =>
      end(broken(`The connection ended after ${received} octets, before the answer was whole.`)),
    );
  });
}

/** The first message of what was received; null while some of it is missing. */
function whole(chunks: Buffer[], received: number): Buffer | null {
  if (received < LENGTH) return null;
  // joined once the length is known, and once more at the end: not for every octet that a slow server sends
  const [first] = chunks;
  if (first === undefined || first.length < LENGTH) chunks.splice(0, chunks.length, Buffer.concat(chunks));
  const length = chunks[0]?.readUInt16BE(0) ?? 0;
  if (received < LENGTH + length) return null;
  return Buffer.concat(chunks).subarray(LENGTH, LENGTH + length);
}

function broken(detail: string): ExchangeOutcome {
  return { message: null, status: 'malformed', detail };
}
