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
const OID = 0x06;

/**
 * How a certificate is signed. Node tells it from version 24.9 on, and older ones are supported.
 *
 * @param der a certificate that Node could read
 * @returns the name that OpenSSL gives it, else its object identifier; null where it cannot be found
 */
export function signatureAlgorithmOf(der: Uint8Array): string | null {
  // Certificate ::= SEQUENCE { tbsCertificate SEQUENCE, signatureAlgorithm SEQUENCE { algorithm OID, … }, … }
  const certificate = elementAt(der, 0, SEQUENCE);
  const body = certificate && elementAt(der, certificate.start, SEQUENCE);
  const algorithm = body && elementAt(der, body.end, SEQUENCE);
  const id = algorithm && elementAt(der, algorithm.start, OID);
  if (id === null) return null;
  const dotted = dottedOf(der.subarray(id.start, id.end));
  return algorithms[dotted] ?? dotted;
}

/** Where the content of the element at an offset stands; null where it is another or reaches beyond (X.690 section 8.1). */
function elementAt(der: Uint8Array, at: number, tag: number): { readonly start: number; readonly end: number } | null {
  const first = der[at + 1];
  if (der[at] !== tag || first === undefined) return null;
  if (first < 0x80) return within(der, at + 2, first);
  const size = first - 0x80;
  // four octets of length are 4 GB; none is the indefinite form, which DER forbids
  if (size < 1 || size > 4) return null;
  let length = 0;
  for (let i = 0; i < size; i++) length = length * 256 + (der[at + 2 + i] ?? 0);
  return within(der, at + 2 + size, length);
}

function within(
  der: Uint8Array,
  start: number,
  length: number,
): { readonly start: number; readonly end: number } | null {
  return start + length <= der.length ? { start, end: start + length } : null;
}

/** Seven bits an octet; the first two arcs stand in one number (X.690 section 8.19). */
function dottedOf(content: Uint8Array): string {
  const numbers: number[] = [];
  let number = 0;
  for (const octet of content) {
    number = number * 128 + (octet & 0x7f);
    if (octet >= 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}
