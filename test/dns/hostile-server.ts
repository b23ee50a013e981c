import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../peer/free-port.ts';

/** How a name server of a test's own behaves. */
export interface Behaviour {
  /** What it does with a question that came by UDP; without it, it is mute. */
  readonly udp?: (query: Buffer, send: (message: Buffer) => void) => void;
  /** What it does with a question that came by TCP, without the length; without it, nothing listens there. */
  readonly tcp?: (query: Buffer, socket: Socket) => void;
}

/** A name server that does what no honest one would. */
export interface HostileServer {
  readonly address: string;
  /** Questions by UDP until now. */
  readonly asked: readonly Buffer[];
  /** Ports from which they came. */
  readonly from: readonly number[];
  stop(): void;
}

/** Starts it on a free port of 127.0.0.1. */
export async function startHostile(behaviour: Behaviour): Promise<HostileServer> {
  const port = await freePort();
  const asked: Buffer[] = [];
  const from: number[] = [];
  const udp = createSocket('udp4');
  udp.on('message', (query, remote) => {
    asked.push(query);
    from.push(remote.port);
    behaviour.udp?.(query, (message) => udp.send(message, remote.port, remote.address));
  });
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  const tcp = behaviour.tcp === undefined ? null : await listen(port, behaviour.tcp, sockets);
  return { address: `127.0.0.1:${port}`, asked, from, stop: () => stop(udp, tcp, sockets) };
}

async function listen(port: number, answer: NonNullable<Behaviour['tcp']>, sockets: Set<Socket>): Promise<Server> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', (chunk) => answer(chunk.subarray(2), socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

function stop(udp: UdpSocket, tcp: Server | null, sockets: ReadonlySet<Socket>): void {
  udp.close();
  for (const socket of sockets) socket.destroy();
  tcp?.close();
}

/** What an answer is to be beyond a repetition of the question. */
export interface Reply {
  /** Flags and response code; by default an answer of a resolver without records. */
  readonly flags?: number;
  /** Counts of answers, authorities, additionals. */
  readonly counts?: readonly [number, number, number];
  /** What stands behind the question. */
  readonly records?: Buffer;
}

/** The answer to a question: its id and its question section, then what the test wants. */
export function replyTo(
  query: Buffer,
  { flags = 0x8180, counts = [0, 0, 0], records = Buffer.alloc(0) }: Reply,
): Buffer {
  const head = Buffer.from(query.subarray(0, endOfQuestion(query)));
  head.writeUInt16BE(flags, 2);
  for (const [i, count] of counts.entries()) head.writeUInt16BE(count, 6 + 2 * i);
  return Buffer.concat([head, records]);
}

/** A record of the name that was asked for. */
export function record(type: number, data: Buffer, ttl = 60): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(ttl, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

/** A message with its length before it, as it goes over TCP; the length may be a lie. */
export function framed(message: Buffer, length = message.length): Buffer {
  return Buffer.concat([Buffer.from([length >> 8, length & 255]), message]);
}

function endOfQuestion(query: Buffer): number {
  let at = 12;
  while ((query[at] ?? 0) !== 0) at += 1 + (query[at] ?? 0);
  return at + 5;
}
