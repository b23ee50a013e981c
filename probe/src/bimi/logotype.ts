import { contentOf, DerError, derValues, oidOf, readDer, valuesOf } from '../certificate/der.ts';

/** The logo inside a mark certificate. */
export interface Logotype {
  readonly mediaType: string;
  readonly hashes: readonly { readonly algorithm: string; readonly value: Uint8Array }[];
  readonly uris: readonly string[];
}

/** id-pe-logotype (RFC 9399 section 4.1, RFC 3709 before it). */
export const LOGOTYPE = '1.3.6.1.5.5.7.1.12';

const [SEQUENCE, OCTETS, IA5, SUBJECT, DIRECT] = [0x30, 0x04, 0x16, 0xa2, 0xa0];

/** Names of digests by their object identifiers, as node:crypto takes them. */
const digests: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * The first picture of the subject's logo:
 * `LogotypeExtn → subjectLogo [2] → direct [0] → image → imageDetails` (RFC 9399 section 4.1).
 *
 * @param extension DER of the extension's value
 * @throws DerError where it is written otherwise
 */
export function readLogotype(extension: Uint8Array): Logotype {
  const subject = valuesOf(readDer(extension), SEQUENCE).find(({ tag }) => tag === SUBJECT);
  const [direct] = derValues(contentOf(subject, SUBJECT));
  const [images] = derValues(contentOf(direct, DIRECT));
  const [image] = valuesOf(images, SEQUENCE);
  const [details] = valuesOf(image, SEQUENCE);
  const [mediaType, hashes, uris] = valuesOf(details, SEQUENCE);
  const found = {
    mediaType: text(contentOf(mediaType, IA5)),
    hashes: valuesOf(hashes, SEQUENCE).map((hash) => {
      const [algorithm, value] = valuesOf(hash, SEQUENCE);
      const id = oidOf(valuesOf(algorithm, SEQUENCE)[0]);
      return { algorithm: digests[id] ?? id, value: contentOf(value, OCTETS) };
    }),
    uris: valuesOf(uris, SEQUENCE).map((uri) => text(contentOf(uri, IA5))),
  };
  if (found.hashes.length === 0 || found.uris.length === 0) throw new DerError('the logo has no hash or no place');
  return found;
}

/** The bytes in a `data:` URL; null for another one. */
export function dataIn(uri: string): Uint8Array | null {
  const data = /^data:image\/svg\+xml(?:\+gzip)?(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=\s]*)$/i.exec(uri)?.[1];
  return data === undefined ? null : Buffer.from(data, 'base64');
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
