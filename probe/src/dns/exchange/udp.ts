import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { alarm, closed, type Exchange, type ExchangeOutcome, noWay, tooLate } from './outcome.ts';

/**
 * Messages that do not fit, after which a server is given up: someone guesses ids, or the server talks
 * nonsense. To go on would give a guesser more guesses (RFC 5452 section 4).
 */
const MAX_STRANGERS = 16;

/**
 * Sends a message by UDP and waits for the answer that fits. Each exchange has a socket of its own: the
 * system gives it a port by chance, which a forger has to guess along with the id (RFC 5452 section 9.2), and as it is
 * connected, the system drops what comes from elsewhere and tells when nothing listens there.
 */
export function askOverUdp({ server, message, fits, timeout, onAbort }: Exchange): Promise<ExchangeOutcome> {
  return new Promise((resolve) => {
    let strangers = 0;
    let socket: Socket;
    const end = (outcome: ExchangeOutcome): void => {
      calmAlarm();
      forget();
      socket.removeAllListeners();
      // a late complaint of the system concerns nobody any more
      socket.on('error', () => {});
      socket.close();
      resolve(outcome);
    };
    const nonsense = (): ExchangeOutcome => ({
      message: null,
      status: 'malformed',
      detail: `${strangers === 1 ? 'A message' : `${strangers} messages`} came that did not answer the question.`,
    });
    const calmAlarm = alarm(timeout, () => end(strangers > 0 ? nonsense() : tooLate(timeout)));
    const forget = onAbort(() => end(closed()));
    socket = createSocket(isIPv6(server.ip) ? 'udp6' : 'udp4');
    socket.on('error', (error) => end(noWay(error)));
    socket.on('message', (received) => {
      if (fits(received)) end({ message: received });
      else if (++strangers >= MAX_STRANGERS) end(nonsense());
    });
    socket.on('connect', () => socket.send(message));
    socket.connect(server.port, server.ip);
  });
}
