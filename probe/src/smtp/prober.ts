import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { createSecureContext, DEFAULT_CIPHERS, type SecureContext } from 'node:tls';
import { addressRange, isPublicAddress } from '../address-guard.ts';
import { quoted } from '../quoted.ts';
import { heloName } from './command.ts';
import { converse } from './converse.ts';
import { Dialogue } from './dialogue.ts';
import { DialogueEnd } from './dialogue-end.ts';
import { breakOff, type Heard, nothingHeard } from './heard.ts';
import { type SmtpLimits, smtpLimits } from './limits.ts';
import type { SmtpProber, SmtpRequest, TlsVersion } from './observation.ts';

export interface SmtpProberOptions {
  /**
   * Whether an address may be connected to. Default: only those of the public internet, since names come from strangers'
   * DNS, and a service that connected wherever they lead would be a scanner of its own network.
   */
  readonly isAllowed?: ((ip: string) => boolean) | undefined;
  readonly limits?: Partial<SmtpLimits> | undefined;
  /** Roots to trust instead of Node's own: PEM. */
  readonly ca?: string | undefined;
}

/**
 * What is offered in the handshake: what Node offers by default and in its order, with nothing forbidden for
 * its age, so that a server that knows only old things can be seen and named. Nothing secret goes over such a connection.
 */
const CIPHERS = `${DEFAULT_CIPHERS}:@SECLEVEL=0`;
type TlsVersions = NonNullable<SmtpRequest['tlsVersions']>;
const ALL_VERSIONS: TlsVersions = { min: 'TLSv1', max: 'TLSv1.3' };
const versions: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/**
 * Makes a prober that talks to mail servers as a sender does, up to RCPT. No message can come of it: there is no
 * command for one (RFC 5321 section 3.3), and after the last RCPT it resets and leaves.
 *
 * @throws RangeError for a limit that would switch its guard off, and for roots that are none
 */
export function createSmtpProber(options: SmtpProberOptions = {}): SmtpProber {
  const { isAllowed = isPublicAddress, ca } = options;
  const limits = smtpLimits(options.limits);
  if (ca !== undefined) checkRoots(ca);
  const contexts = new Map<string, SecureContext>();

  /** One for each range of versions: reading the roots takes longer than a handshake. */
  function contextFor({ min, max }: TlsVersions): SecureContext {
    const key = `${min} ${max}`;
    const context =
      contexts.get(key) ??
      createSecureContext({ minVersion: min, maxVersion: max, ciphers: CIPHERS, ...(ca === undefined ? {} : { ca }) });
    contexts.set(key, context);
    return context;
  }

  async function dialogue(request: SmtpRequest, deadline: number): Promise<Heard> {
    const own = new Dialogue(limits, deadline);
    const heard = nothingHeard(request, 'answered', null);
    try {
      await converse(own, request, heard, limits, () => contextFor(request.tlsVersions ?? ALL_VERSIONS));
    } catch (error) {
      if (!(error instanceof DialogueEnd)) throw error;
      breakOff(heard, error.outcome, error.message);
    } finally {
      own.close();
    }
    return { ...heard, steps: own.steps, notes: own.notes, connected: own.connected, greeted: own.greeted };
  }

  return {
    async probe(request) {
      const why = whyNot(request, isAllowed);
      if (why !== null) return { request, ...nothingHeard(request, 'not-tried', why) };
      const deadline = performance.now() + limits.wholeTime;
      const first = await dialogue(request, deadline);
      if (first.startTls !== 'failed' || request.recipients.length === 0 || performance.now() >= deadline)
        return { request, ...first };
      // The server was heard, whatever becomes of this: each recipient tells itself how far it came.
      const second = await dialogue({ ...request, tls: false }, deadline);
      return {
        request,
        ...first,
        detail: second.detail,
        steps: [...first.steps, ...second.steps],
        notes: [...first.notes, ...second.notes],
        recipients: second.recipients,
      };
    },
  };
}

/** Why a request is not sent at all; null where it is. */
function whyNot({ ip, port, helo, tlsVersions }: SmtpRequest, isAllowed: (ip: string) => boolean): string | null {
  if (isIP(ip) === 0) return `${quoted(ip)} is no IP address.`;
  if (!isAllowed(ip)) return `${ip} is not on the public internet (${addressRange(ip)}), so it was not connected to.`;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return `${port} is no port.`;
  if (heloName(helo) === null) return `${quoted(helo)} is no name for EHLO: write a host name.`;
  if (tlsVersions === undefined) return null;
  const [min, max] = [versions.indexOf(tlsVersions.min), versions.indexOf(tlsVersions.max)];
  if (min < 0 || min > max) return `There is no TLS version from ${tlsVersions.min} up to ${tlsVersions.max}.`;
  return null;
}

/** Node takes what is no certificate without a word, and then trusts nobody. */
function checkRoots(ca: string): void {
  try {
    new X509Certificate(ca);
  } catch (cause) {
    throw new RangeError('ca holds no certificate: write the roots in PEM.', { cause });
  }
}
