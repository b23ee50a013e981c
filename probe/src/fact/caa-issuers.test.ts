import { expect, it } from 'vitest';
import { authorityOf } from './caa-issuers.ts';

it.each([
  ["C=US, O=Let's Encrypt, CN=R11", 'letsencrypt.org'],
  ['C=US\nO=Google Trust Services\nCN=WR2', 'pki.goog'],
  ['CN=DigiCert Global G2 TLS RSA SHA256 2020 CA1,O=DigiCert Inc,C=US', 'digicert.com'],
  ['C=GB, ST=Greater Manchester, L=Salford, O=Sectigo Limited, CN=Sectigo RSA Domain Validation', 'sectigo.com'],
  ['C=AT, O=ZeroSSL, CN=ZeroSSL ECC Domain Secure Site CA', 'sectigo.com'],
  ['C=US, O=Amazon, CN=Amazon RSA 2048 M02', 'amazon.com'],
  ['C=US, O=Microsoft Corporation, CN=Microsoft Azure RSA TLS Issuing CA 03', 'microsoft.com'],
  ['C=US, O=Amazon Example Works, CN=x', undefined],
  ['O=Example Trust, CN=mail.example.com', undefined],
])('of the issuer %j: %s', (issuer, domain) => {
  expect(authorityOf(issuer)?.domains[0]).toBe(domain);
});
