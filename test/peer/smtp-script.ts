import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls';

/**
 * What a scripted server does in place of a reply:
 * - a text is a reply, its lines joined by `\n`; they are sent with CRLF;
 * - null says nothing, and leaves the other side waiting;
 * - a function does what it likes with the socket.
 */
export type Deed = string | null | ((socket: Socket) => void | Promise<void>);

/** A mail server of a few lines. Everything has a default: a friendly server without TLS. */
export interface SmtpScript {
  readonly greeting?: Deed | undefined;
  /** To EHLO. Default: some keywords, with STARTTLS where {@link tls} is given and not yet in use. */
  readonly ehlo?: Deed | undefined;
  /** To EHLO under TLS. Default: as {@link ehlo}. */
  readonly ehloTls?: Deed | undefined;
  /** By the beginning of a command in upper case (`RCPT TO:<A@EXAMPLE.NET>`, `MAIL`); the longest that fits counts. Default `250 OK`. */
  readonly replies?: Readonly<Record<string, Deed>> | undefined;
  /** Key, certificate and whatever else `tls.createSecureContext` takes. */
  readonly tls?: SecureContextOptions | undefined;
  /** Octets that are sent in the clear right behind the reply to STARTTLS, as by someone between. */
  readonly slippedIn?: string | undefined;
  /** What stands there instead of SMTP: TLS from the first byte. */
  readonly implicitTls?: boolean | undefined;
}

/** What one client did. */
export interface ScriptTranscript {
  /** Its commands in their order, without line ends. */
  readonly commands: readonly string[];
  /** Those of them that came under TLS. */
  readonly secureCommands: readonly string[];
  /** The name that it gave in the TLS handshake; null without. */
  readonly sni: string | null;
  /** Whether the connection has ended. */
  readonly ended: boolean;
}

export interface ScriptedSmtp {
  readonly port: number;
  readonly address: '127.0.0.1';
  /** One for each connection, in their order. */
  readonly transcripts: readonly ScriptTranscript[];
  stop(): Promise<void>;
}

interface Session {
  commands: string[];
  secureCommands: string[];
  sni: string | null;
  ended: boolean;
}

const KEYWORDS = ['250-mx.example.net', '250-PIPELINING', '250-SIZE 52428800', '250-ENHANCEDSTATUSCODES'];

/** Starts a server that follows a script, on a free port of 127.0.0.1. It keeps every command, so that a test can count what was never said. */
export async function startSmtpScript(script: SmtpScript = {}): Promise<ScriptedSmtp> {
  const transcripts: Session[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const session: Session = { commands: [], secureCommands: [], sni: null, ended: false };
    transcripts.push(session);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      session.ended = true;
    });
    if (script.implicitTls) serve(script, session, secured(script, session, socket), true);
    else serve(script, session, socket, false);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    address: '127.0.0.1',
    transcripts,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A reply after some milliseconds. */
export function late(milliseconds: number, deed: Deed): Deed {
  return async (socket) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    if (!socket.destroyed) await act(socket, deed);
  };
}

/** A reply, and then the end. */
export function andClose(deed: Deed): Deed {
  return async (socket) => {
    await act(socket, deed);
    socket.end();
  };
}

/** Octets as they are, without a line end of their own. */
export function raw(octets: string | Uint8Array): Deed {
  return (socket) => void socket.write(typeof octets === 'string' ? Buffer.from(octets, 'latin1') : octets);
}

/** The same octets again and again, as fast as they are taken, until the other side has had enough. */
export function endless(octets: string): Deed {
  return (socket) => {
    const block = Buffer.from(octets.repeat(Math.ceil(8_192 / octets.length)), 'latin1');
    const more = (): void => {
      while (!socket.destroyed && socket.write(block));
    };
    socket.on('drain', more);
    more();
  };
}

/** One octet every few milliseconds, and never a line end. */
export function drip(octet: string, milliseconds: number): Deed {
  return (socket) => {
    const timer = setInterval(() => socket.write(octet), milliseconds);
    socket.on('close', () => clearInterval(timer));
  };
}

async function act(socket: Socket, deed: Deed): Promise<void> {
  if (typeof deed === 'function') await deed(socket);
  else if (deed !== null) socket.write(`${deed.replaceAll('\n', '\r\n')}\r\n`);
}

function serve(script: SmtpScript, session: Session, socket: Socket, secure: boolean): void {
  let rest = '';
  const onData = (chunk: Buffer): void => {
    rest += chunk.toString('utf8');
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const command = rest.slice(0, end);
      rest = rest.slice(end + 2);
      session.commands.push(command);
      if (secure) session.secureCommands.push(command);
      const reply = replyTo(script, command.toUpperCase(), secure);
      if (/^STARTTLS$/i.test(command) && script.tls !== undefined && reply === undefined) {
        socket.off('data', onData);
        socket.write(`220 2.0.0 Ready to start TLS\r\n${script.slippedIn ?? ''}`);
        serve({ ...script, greeting: null }, session, secured(script, session, socket), true);
        return;
      }
      void act(socket, reply ?? '250 OK');
      if (/^QUIT$/i.test(command) && reply === undefined) socket.end();
    }
  };
  socket.on('data', onData);
  void act(socket, script.greeting === undefined ? '220 mx.example.net ESMTP' : script.greeting);
}

/** What the script says to a command; undefined where it says nothing of it. */
function replyTo({ ehlo, ehloTls, replies = {}, tls }: SmtpScript, command: string, secure: boolean): Deed | undefined {
  const beginning = Object.keys(replies)
    .filter((start) => command.startsWith(start))
    .sort((a, b) => b.length - a.length)[0];
  if (beginning !== undefined) return replies[beginning];
  if (command.startsWith('EHLO')) {
    const own = secure && ehloTls !== undefined ? ehloTls : ehlo;
    if (own !== undefined) return own;
    return [...KEYWORDS, ...(tls !== undefined && !secure ? ['250-STARTTLS'] : []), '250 8BITMIME'].join('\n');
  }
  if (command === 'QUIT') return undefined;
  return undefined;
}

function secured({ tls = {} }: SmtpScript, session: Session, socket: Socket): TLSSocket {
  const secureContext = createSecureContext(tls);
  const secure = new TLSSocket(socket, {
    isServer: true,
    secureContext,
    SNICallback(name, done) {
      session.sni = name;
      done(null, secureContext);
    },
  });
  // a client that does not like the handshake goes: that is for the client to tell
  secure.on('error', () => socket.destroy());
  return secure;
}
