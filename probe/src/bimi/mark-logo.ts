import { createHash } from 'node:crypto';
import type { RecordFinding } from '@whybounce/core/record';
import { DerError } from '../certificate/der.ts';
import { dataIn, type Logotype, readLogotype } from './logotype.ts';
import { say } from './mark-finding.ts';
import { unpackSvg } from './unpack-svg.ts';

/** The logo inside a mark certificate. */
export interface InnerLogo {
  readonly logo: Uint8Array | null;
  readonly findings: readonly RecordFinding[];
}

/** Takes the logo out of a certificate and holds it against the hash beside it. */
export function logoIn(extension: Uint8Array | undefined): InnerLogo {
  const none = (code: string, says: string): InnerLogo => ({
    logo: null,
    findings: [say(code, 'high', says, 'Ask the issuer for a certificate with the logo inside.')],
  });
  if (extension === undefined) return none('no-logo', 'The certificate holds no logo.');
  let logotype: Logotype;
  try {
    logotype = readLogotype(extension);
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return none('no-logo', `The logo in the certificate is not written as it must be: ${error.message}.`);
  }
  const packed = logotype.uris.map(dataIn).find((bytes) => bytes !== null);
  if (packed === undefined || packed === null)
    return none('logo-elsewhere', 'The certificate names a logo elsewhere instead of holding it.');
  const unpacked = unpackSvg(packed);
  if (unpacked.fault !== null)
    return none('logo-unreadable', `The logo in the certificate cannot be read: ${unpacked.fault}.`);
  const matches = logotype.hashes.some(({ algorithm, value }) =>
    // the standard wants the hash of the unpacked logo with LF (RFC 6170 section 5.2); issuers differ
    [unpacked.bytes, withLf(unpacked.bytes), packed].some((bytes) => digest(algorithm, bytes)?.equals(value) === true),
  );
  return {
    logo: unpacked.bytes,
    findings: matches
      ? []
      : [
          say(
            'logo-hash',
            'high',
            `The logo in the certificate does not have the hash (${logotype.hashes.map(({ algorithm }) => algorithm).join(', ')}) that the certificate states.`,
            'Ask the issuer for a new certificate.',
            'RFC 6170 section 5.2',
          ),
        ],
  };
}

/** Whether the logo that the record names is the one inside the certificate. */
export function sameLogo(inside: Uint8Array | null, published: Uint8Array | null): RecordFinding[] {
  if (inside === null || published === null) return [];
  const { bytes } = unpackSvg(published);
  if (bytes !== null && withLf(bytes).equals(withLf(inside))) return [];
  return [
    say(
      'other-logo',
      'high',
      'The logo that the record names is not the one in the certificate. Receivers compare them byte by byte and show none.',
      'Publish at the URL in l= exactly the file that was given to the issuer.',
    ),
  ];
}

function digest(algorithm: string, bytes: Uint8Array): Buffer | null {
  return /^sha(?:1|256|384|512)$/.test(algorithm) ? createHash(algorithm).update(bytes).digest() : null;
}

/** Line ends as LF. */
function withLf(bytes: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(/\r\n?/g, '\n'), 'latin1');
}
