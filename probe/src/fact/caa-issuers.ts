/**
 * The names by which certificate authorities know themselves in CAA records, by a mark in the issuer of their
 * certificates. As the authorities state them in their certification practice statements (CCADB lists them);
 * an authority that is not here is told as unknown, never as forbidden.
 */
const authorities: readonly { readonly name: string; readonly issuer: RegExp; readonly domains: readonly string[] }[] =
  [
    { name: "Let's Encrypt", issuer: /let's encrypt/i, domains: ['letsencrypt.org'] },
    { name: 'Google Trust Services', issuer: /google trust services/i, domains: ['pki.goog'] },
    {
      name: 'DigiCert',
      issuer: /digicert|geotrust|rapidssl|thawte/i,
      domains: ['digicert.com', 'digicert.ne.jp', 'symantec.com', 'geotrust.com', 'rapidssl.com', 'thawte.com'],
    },
    {
      name: 'Sectigo',
      issuer: /sectigo|comodo|usertrust|zerossl/i,
      domains: ['sectigo.com', 'comodo.com', 'comodoca.com', 'usertrust.com', 'trust-provider.com'],
    },
    { name: 'GlobalSign', issuer: /globalsign/i, domains: ['globalsign.com'] },
    { name: 'GoDaddy', issuer: /godaddy|starfield/i, domains: ['godaddy.com', 'starfieldtech.com'] },
    {
      name: 'Amazon Trust Services',
      issuer: /\bO ?= ?Amazon(?=\s*(?:[,\n]|$))/im,
      domains: ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'],
    },
    { name: 'Entrust', issuer: /entrust/i, domains: ['entrust.net', 'affirmtrust.com'] },
    { name: 'Buypass', issuer: /buypass/i, domains: ['buypass.com', 'buypass.no'] },
    { name: 'Actalis', issuer: /actalis/i, domains: ['actalis.it'] },
    { name: 'SSL.com', issuer: /ssl corp|ssl\.com/i, domains: ['ssl.com'] },
    { name: 'Certum', issuer: /certum|unizeto|asseco/i, domains: ['certum.pl', 'certum.eu'] },
    { name: 'HARICA', issuer: /harica|hellenic academic/i, domains: ['harica.gr'] },
    { name: 'D-Trust', issuer: /d-trust/i, domains: ['d-trust.net', 'dtrust.de'] },
    { name: 'Telekom Security', issuer: /telekom security|t-systems/i, domains: ['telesec.de'] },
    { name: 'SwissSign', issuer: /swisssign/i, domains: ['swisssign.com'] },
    { name: 'QuoVadis', issuer: /quovadis/i, domains: ['quovadisglobal.com', 'digicert.com'] },
    { name: 'IdenTrust', issuer: /identrust/i, domains: ['identrust.com'] },
    { name: 'Microsoft', issuer: /\bO ?= ?Microsoft Corporation/i, domains: ['microsoft.com'] },
  ];

/** A certificate authority and the names that it obeys in CAA records. */
export interface Authority {
  readonly name: string;
  readonly domains: readonly string[];
}

/** The authority that issued a certificate, by its issuer; null where it is not known which names it obeys. */
export function authorityOf(issuer: string): Authority | null {
  return authorities.find((authority) => authority.issuer.test(issuer)) ?? null;
}
