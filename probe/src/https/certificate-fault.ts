/** What the TLS library's codes for a bad certificate mean, as words that follow a colon. */
const words: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for other names',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is signed by itself and by no authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'it leads to an authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'it leads to an authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'it leads to no trusted authority: an intermediate certificate may be missing',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'it leads to no trusted authority: an intermediate certificate may be missing',
  CERT_REVOKED: 'it was revoked',
  CERT_SIGNATURE_FAILURE: 'its signature is wrong',
};

/** Why a certificate is refused, with the library's own code. */
export function certificateFault(code: string): string {
  const plain = words[code];
  return plain === undefined ? code : `${plain} (${code})`;
}
