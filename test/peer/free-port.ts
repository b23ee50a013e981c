import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

/** How many ports are tried: another program may hold the UDP port of one whose TCP port is free. */
const TRIES = 20;

/**
 * Finds a port of the IPv4 loopback that is free for TCP and UDP alike. Nobody keeps it, so a server that
 * does not get it should be started again on another.
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried++) {
    const port = await freeForBoth();
    if (port !== null) return port;
  }
  throw new Error(`No port of 127.0.0.1 was free for TCP and UDP at once in ${TRIES} tries.`);
}

async function freeForBoth(): Promise<number | null> {
  const tcp = createServer();
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(0, '127.0.0.1', resolve);
  });
  const address = tcp.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const udp = createSocket('udp4');
  const free = await new Promise<boolean>((resolve) => {
    udp.once('error', () => resolve(false));
    udp.bind(port, '127.0.0.1', () => resolve(true));
  });
  udp.close();
  await promisify(tcp.close.bind(tcp))();
  return free ? port : null;
}
