import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { DialogueEnd } from './dialogue-end.ts';
import type { SmtpLimits } from './limits.ts';
import { isOwnFault } from './own-fault.ts';
import { type Reply, ReplyReader } from './reply-reader.ts';

/** One connection: commands go in, replies come out, first in the clear and then perhaps under TLS. */
export class Wire {
  readonly #limits: SmtpLimits;
  #socket: Socket;
  #reader: ReplyReader;
  #closed: string | null = null;
  #wake: () => void = () => {};
  #unlisten: () => void = () => {};

  private constructor(socket: Socket, limits: SmtpLimits) {
    this.#limits = limits;
    this.#socket = socket;
    this.#reader = new ReplyReader(limits);
    this.#listen();
  }

  /**
   * Connects.
   *
   * @param until the moment of `performance.now()` after which it is given up
   * @throws DialogueEnd where no connection stands
   */
  static async open(ip: string, port: number, until: number, limits: SmtpLimits): Promise<Wire> {
    const socket = connectTcp({ host: ip, port, noDelay: true });
    try {
      await happens(socket, 'connect', until);
    } catch (error) {
      socket.on('error', () => {});
      socket.destroy();
      if (error === TOO_LATE) throw new DialogueEnd('timeout', `No connection to ${ip} port ${port} in time.`);
      const code = (error as NodeJS.ErrnoException).code ?? '';
      const outcome = isOwnFault(code, ip) ? 'not-tried' : code === 'ETIMEDOUT' ? 'timeout' : 'no-connection';
      throw new DialogueEnd(outcome, (error as Error).message);
    }
    return new Wire(socket, limits);
  }

  /** Sends one command. It must hold no line end: {@link pathOf} and {@link heloName} see to that. */
  send(command: string): void {
    // a name with a line end in it must never become two commands, whatever was overlooked before
    if (/[\r\n\0]/.test(command)) throw new DialogueEnd('not-tried', 'The command holds a line end and was not sent.');
    // in UTF-8: Node's `latin1` turns U+010A into a line feed
    if (this.#closed === null) this.#socket.write(Buffer.from(`${command}\r\n`, 'utf8'));
  }

  /** @throws DialogueEnd where no reply comes until then, or no SMTP */
  async reply(until: number): Promise<Reply> {
    for (;;) {
      const reply = this.#reader.take();
      if (reply !== undefined) return reply;
      if (this.#reader.fault !== null) throw new DialogueEnd('not-smtp', this.#reader.fault);
      if (this.#closed !== null) throw new DialogueEnd('dropped', this.#closed);
      if (performance.now() >= until) {
        const { begun } = this.#reader;
        throw new DialogueEnd('timeout', begun === '' ? 'No reply in time.' : `No whole reply in time, only ${begun}.`);
      }
      await this.#woken(until);
    }
  }

  /**
   * Takes the replies that came before anything was asked, so that the next is the reply to the next command.
   * A 421 stays: a server may say at any time that it goes (RFC 5321 section 3.8).
   */
  takeUnasked(): readonly string[] {
    const unasked: string[] = [];
    for (let reply = this.#reader.take(); reply !== undefined; reply = this.#reader.take()) {
      if (reply.code === 421) {
        this.#reader.putBack(reply);
        break;
      }
      unasked.push(reply.text);
    }
    return unasked;
  }

  /** Drops all that came and was not taken, and says what it was; empty where there was nothing. */
  dropRest(): string {
    const rest = [...this.takeUnasked(), this.#reader.fault ?? this.#reader.begun];
    this.#reader = new ReplyReader(this.#limits);
    return rest.filter((text) => text !== '').join('\n');
  }

  /**
   * Goes over to TLS, with a reader that knows nothing of what came in the clear: nothing that was slipped in behind
   * the reply to STARTTLS can be taken for a reply from under TLS (RFC 3207 section 6, CVE-2011-0411).
   *
   * @returns the TLS socket, for its details
   * @throws Error with the words of the TLS library where there is no handshake
   */
  async startTls(
    options: { readonly servername: string | undefined; readonly secureContext: SecureContext },
    until: number,
  ): Promise<TLSSocket> {
    const plain = this.#socket;
    this.#unlisten();
    plain.on('error', () => {}).pause();
    const tls = connectTls({
      socket: plain,
      secureContext: options.secureContext,
      ...(options.servername === undefined ? {} : { servername: options.servername }),
      // Whether the certificate is trusted, and for which names it stands, is told and not enforced:
      // nothing secret is sent, and a wrong certificate is what is looked for.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
    });
    try {
      await happens(tls, 'secureConnect', until);
    } catch (error) {
      tls.on('error', () => {});
      this.close();
      tls.destroy();
      if (error === TOO_LATE) throw new Error('no handshake in time');
      throw error;
    }
    this.#socket = tls;
    this.#reader = new ReplyReader(this.#limits);
    this.#listen();
    return tls;
  }

  close(): void {
    this.#closed ??= 'The connection was closed.';
    this.#socket.end();
    this.#socket.destroy();
  }

  #listen(): void {
    const socket = this.#socket;
    const onData = (chunk: Buffer): void => {
      this.#reader.push(chunk);
      // a server that only talks is not listened to any longer than its limit
      if (this.#reader.fault !== null) socket.pause();
      if (this.#reader.fault !== null || this.#reader.hasReply) this.#wake();
    };
    const onGone = (): void => this.#gone('The server closed the connection.');
    const onError = (error: Error): void => this.#gone(wordsOf(error));
    socket.on('data', onData).on('end', onGone).on('close', onGone).on('error', onError);
    this.#unlisten = () =>
      void socket.off('data', onData).off('end', onGone).off('close', onGone).off('error', onError);
  }

  #gone(words: string): void {
    this.#reader.end();
    this.#closed ??= words;
    this.#wake();
  }

  #woken(until: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, until - performance.now()));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const TOO_LATE = new Error('too late');

/** @throws what the socket says, or {@link TOO_LATE} */
function happens(socket: Socket, event: 'connect' | 'secureConnect', until: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(TOO_LATE)), Math.max(0, until - performance.now()));
    const onEvent = (): void => settle(resolve);
    const onError = (error: Error): void => settle(() => reject(error));
    const onClose = (): void => settle(() => reject(new Error('the server closed the connection')));
    function settle(act: () => void): void {
      clearTimeout(timer);
      socket.off(event, onEvent).off('error', onError).off('close', onClose);
      act();
    }
    socket.once(event, onEvent).once('error', onError).once('close', onClose);
  });
}

/** What the system or the TLS library says, without the addresses inside the library. */
export function wordsOf(error: unknown): string {
  const { reason, message } = error as { readonly reason?: string; readonly message: string };
  return reason ?? message;
}
