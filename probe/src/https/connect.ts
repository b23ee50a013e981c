import { connect as connectTcp, type Socket } from 'node:net';
import {
  connect as connectTls,
  type PeerCertificate,
  checkServerIdentity as standardCheck,
  type TLSSocket,
} from 'node:tls';
import { certificateFault } from './certificate-fault.ts';

/** How a connection that is not there came to be missing. */
export interface NoConnection {
  readonly outcome: 'no-connection' | 'bad-certificate' | 'broken';
  readonly detail: string;
  readonly certificateEnds: Date | null;
}

export interface Connection {
  readonly outcome: 'connected';
  readonly socket: TLSSocket;
  readonly certificateEnds: Date | null;
}

export interface Peer {
  /** The address that was judged: what is connected to, without another look-up. */
  readonly ip: string;
  readonly port: number;
  /** The name for SNI and the certificate. */
  readonly host: string;
  /** Roots to trust instead of Node's own. */
  readonly ca: string | undefined;
  /** Ends everything: the deadline of the whole exchange. */
  readonly signal: AbortSignal;
}

/** Opens TLS to a judged address and holds the certificate against the name (RFC 9525). Never throws. */
export async function connect(peer: Peer): Promise<Connection | NoConnection> {
  const socket = connectTcp({ host: peer.ip, port: peer.port, signal: peer.signal });
  try {
    await event(socket, 'connect');
  } catch (error) {
    socket.destroy();
    return failed('no-connection', `No connection to ${peer.ip} port ${peer.port}: ${wordsOf(error)}.`, null);
  }
  const tls = connectTls({
    socket,
    servername: peer.host,
    ALPNProtocols: ['http/1.1'],
    // The handshake is let through whatever the certificate, so that a wrong one can be described;
    // nothing is sent and nothing is read before `authorized` has been looked at below.
    rejectUnauthorized: false,
    checkServerIdentity,
    ...(peer.ca === undefined ? {} : { ca: peer.ca }),
  });
  try {
    await event(tls, 'secureConnect');
  } catch (error) {
    tls.destroy();
    return failed('broken', `TLS with ${peer.host} at ${peer.ip} failed: ${wordsOf(error)}.`, null);
  }
  const certificateEnds = endOf(tls.getPeerCertificate());
  if (!tls.authorized) {
    tls.destroy();
    const why = certificateFault(wordsOf(tls.authorizationError));
    return failed(
      'bad-certificate',
      `The certificate of ${peer.host} at ${peer.ip} is not valid: ${why}.`,
      certificateEnds,
    );
  }
  return { outcome: 'connected', socket: tls, certificateEnds };
}

/** As Node does it, without its way out to the common name: RFC 8461 section 3.3 knows DNS-IDs alone. */
function checkServerIdentity(host: string, certificate: PeerCertificate): Error | undefined {
  if (certificate.subjectaltname === undefined) return new Error('it has no subject alternative name');
  return standardCheck(host, certificate);
}

function failed(outcome: NoConnection['outcome'], detail: string, certificateEnds: Date | null): NoConnection {
  return { outcome, detail, certificateEnds };
}

function event(socket: Socket, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(name, () => resolve());
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server closed the connection')));
  });
}

function endOf(certificate: PeerCertificate): Date | null {
  const end = new Date(certificate.valid_to ?? '');
  return Number.isNaN(end.getTime()) ? null : end;
}

/** What the system or the TLS library says, on one line and without a final dot. */
export function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
}
