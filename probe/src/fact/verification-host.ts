/**
 * Whether an MX target is what Microsoft 365 lets publish to prove that a domain is one's own, such as
 * `ms12345678.msv1.invalid`: it never takes mail (RFC 6761 section 6.4), and TXT proves the same.
 */
export function isVerificationHost(host: string): boolean {
  return /(?:^|\.)msv1\.invalid$/.test(host);
}
