import { contentOf, DerError, derValues, oidOf, readDer, valuesOf } from './der.ts';

/** What Node's X509Certificate does not give out. */
export interface CertificateParts {
  /** DER of the public key as the certificate holds it: what TLSA selector 1 is about. */
  readonly publicKey: Uint8Array;
  /** DER of each extension's value by its object identifier. */
  readonly extensions: ReadonlyMap<string, Uint8Array>;
}

/** Largest certificate that is read: one with a logo inside has some fifty kilobytes. */
export const MAX_CERTIFICATE = 262_144;

const [SEQUENCE, VERSION, EXTENSIONS, OCTETS, BOOLEAN] = [0x30, 0xa0, 0xa3, 0x04, 0x01];

/**
 * Takes a certificate apart (RFC 5280 section 4.1).
 *
 * @throws DerError for what is no certificate, or one that is too large
 */
export function certificateParts(der: Uint8Array): CertificateParts {
  if (der.length > MAX_CERTIFICATE) throw new DerError(`the certificate has more than ${MAX_CERTIFICATE} bytes`);
  const [signed] = valuesOf(readDer(der), SEQUENCE);
  const fields = valuesOf(signed, SEQUENCE);
  const rest = fields[0]?.tag === VERSION ? fields.slice(1) : fields;
  // serial number, algorithm, issuer, validity, subject, and then the key
  const key = rest[5];
  contentOf(key, SEQUENCE);
  const extensions = new Map<string, Uint8Array>();
  const holder = rest.slice(6).find(({ tag }) => tag === EXTENSIONS);
  const [list] = holder === undefined ? [] : derValues(holder.content);
  for (const extension of list === undefined ? [] : valuesOf(list, SEQUENCE)) {
    const [id, second, third] = valuesOf(extension, SEQUENCE);
    const oid = oidOf(id);
    // one must not be there twice (RFC 5280 section 4.2), else readers choose
    if (extensions.has(oid)) throw new DerError(`the extension ${oid} is there twice`);
    extensions.set(oid, contentOf(second?.tag === BOOLEAN ? third : second, OCTETS));
  }
  return { publicKey: key?.whole ?? new Uint8Array(), extensions };
}
