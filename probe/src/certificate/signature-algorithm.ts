import { DerError, oidOf, readDer, valuesOf } from './der.ts';

/** Names as OpenSSL writes them, by the object identifier of the signature (RFC 5280 section 4.1.1.2 and those it names). */
const algorithms: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.10': 'rsassaPss',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.10040.4.3': 'dsa-with-SHA1',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'ED25519',
  '1.3.101.113': 'ED448',
};

const SEQUENCE = 0x30;

/**
 * How a certificate is signed. Node tells it from version 24.9 on, and older ones are supported.
 *
 * @param der a certificate
 * @returns the name that OpenSSL gives it, else its object identifier; null where it cannot be found
 */
export function signatureAlgorithmOf(der: Uint8Array): string | null {
  try {
    // Certificate ::= SEQUENCE { tbsCertificate SEQUENCE, signatureAlgorithm SEQUENCE { algorithm OID, … }, … }
    const [, algorithm] = valuesOf(readDer(der), SEQUENCE);
    const dotted = oidOf(valuesOf(algorithm, SEQUENCE)[0]);
    return algorithms[dotted] ?? dotted;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}
