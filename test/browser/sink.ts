import { createServer, type Socket } from 'node:net';

/** Where every connection of the browser ends that does not go to the service. */
export interface Sink {
  readonly port: number;
  /** What came: of each connection its first bytes, in which the host can be read. */
  readonly caught: string[];
  close(): Promise<void>;
}

/** Opens the sink. The browser is told to take it for every host but the service's own. */
export async function openSink(): Promise<Sink> {
  const caught: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let said = 'nothing was sent';
    socket.once('data', (bytes) => {
      said = bytes.toString('latin1', 0, 300).replace(/[^ -~]+/g, ' ');
      socket.destroy();
    });
    socket.on('close', () => {
      caught.push(said);
      sockets.delete(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink has no port.');
  return {
    port: address.port,
    caught,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
