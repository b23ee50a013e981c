import { connect } from 'node:net';

/** Milliseconds for one greeting: a server that has just started has nothing else to do. */
const GREETING_MS = 1_000;

/** Whether a mail server greets on this port by now, be it to turn everybody away. */
export function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const settle = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(GREETING_MS, () => settle(false));
    socket.once('data', (greeting) => {
      socket.end('QUIT\r\n');
      settle(/^[245]\d\d/.test(greeting.toString('latin1')));
    });
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}
