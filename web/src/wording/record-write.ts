/** The words of the pages that write records. */
export const writeSpfWording = {
  heading: 'Write an SPF record',
  lead: 'Name the domain: the record that is published is read first, and kept. Then say who is to be allowed to send.',
  description:
    'Write or change the SPF record of a domain: what is published is kept and mended, senders are added, the look-ups are counted, and never two records come out.',
  known: 'Services that send for you',
  knownHint: 'The include of each is known. Tick those you use; those that are in the record already are marked.',
  inRecord: 'in the record',
  ips: {
    label: 'Own addresses',
    example: '192.0.2.1 198.51.100.0/24',
    hint: 'IP addresses and ranges of servers that send.',
  },
  includes: {
    label: 'Other includes',
    example: '_spf.service.example',
    hint: 'The domain that another service asks you to include.',
  },
  hosts: 'Own hosts',
  mx: 'The mail servers of the domain send too (mx)',
  a: 'The web server of the domain sends too (a)',
  remove: 'Take out',
  removeHint: 'What you do not use any more costs look-ups and lets strangers send.',
  all: 'Mail from all others',
  alls: {
    keep: 'as it is published, or ~all',
    '~': '~all: suspicious (the usual choice)',
    '-': '-all: to be rejected',
    '?': '?all: nothing said',
  },
  lookups: (before: number | null, after: number, allowed: number) =>
    before === null
      ? `DNS look-ups of the new record: ${after} of ${allowed} that are allowed.`
      : `DNS look-ups of the record that is published: ${before}. Of the new one: ${after} of ${allowed} that are allowed.`,
  publishStep: (name: string) => `Publish the value as the one TXT record with v=spf1 at ${name}.`,
  checkStep: 'When the old record has run out of the caches (its TTL), look at the tree again.',
} as const;

export const writeDmarcWording = {
  heading: 'Write a DMARC record',
  lead: 'Name the domain: what is published is read first. The record goes one step at a time, so that no mail is lost that you did not know of.',
  description:
    'Write the next DMARC record of a domain: from none to quarantine to reject step by step, with report addresses, subdomains, and what changes.',
  policy: 'What is to become of mail that fails, in the end',
  policies: {
    next: 'the next step from what is published',
    keep: 'as it is published',
    none: 'none: deliver it, and report',
    quarantine: 'quarantine: to the spam folder',
    reject: 'reject: refuse it',
  },
  atOnce: 'At once, without steps: the domain sends no mail at all',
  sub: 'Subdomains (sp)',
  missing: 'Subdomains that do not exist (np)',
  subs: {
    keep: 'as it is published',
    remove: 'as the domain (no tag)',
    none: 'none',
    quarantine: 'quarantine',
    reject: 'reject',
  },
  rua: {
    label: 'Mailboxes for aggregate reports',
    example: 'dmarc@example.com',
    hint: 'A summary by each receiver, most of them once a day.',
  },
  ruf: {
    label: 'Mailboxes for failure reports',
    example: 'dmarc-failures@example.com',
    hint: 'Few receivers send them; they hold addresses of people.',
  },
  without: 'No more reports to',
  alignment: 'How closely SPF and DKIM must match the From address',
  adkim: 'DKIM',
  aspf: 'SPF',
  alignments: {
    keep: 'as it is published',
    relaxed: 'same organisation (relaxed)',
    strict: 'exactly the same domain (strict)',
  },
  test: 'Test of the policy: receivers act by the next weaker one',
  tests: {
    keep: 'as it is published',
    yes: 'test it first',
    no: 'no test: it counts for all mail',
  },
  publishStep: (name: string) => `Publish the value as the one TXT record at ${name}.`,
  inherited: (domain: string, from: string) =>
    `Until now the record of ${from} applies to ${domain}. A record of its own takes its place.`,
  next: 'After that',
} as const;

export const writeMtaStsWording = {
  heading: 'Write an MTA-STS policy',
  lead: 'Name the domain: its mail servers, record and policy are read first. What comes out is a file, its DNS record and the record for TLS reports.',
  description:
    'Write the MTA-STS policy of a domain with its DNS record and TLS-RPT: mail servers are read from the DNS, and the steps come in the order that loses no mail.',
  mode: 'Mode',
  modes: {
    testing: 'testing: senders report failures and deliver all the same',
    enforce: 'enforce: senders deliver only encrypted, to the servers named',
    none: 'none: withdraw the policy',
  },
  maxAge: 'How long senders remember the policy',
  ages: {
    keep: 'as it is served, or what fits the mode',
    '86400': 'one day',
    '604800': 'one week',
    '1209600': 'two weeks',
    '2592000': '30 days',
    '31557600': 'one year, the most there is',
  },
  rua: {
    label: 'Where TLS reports go',
    example: 'tls-reports@example.com',
    hint: 'A mailbox or an https address. Whoever gets them already keeps getting them.',
  },
  servers: 'Mail servers that the policy names',
  noServers: (domain: string) =>
    `${domain} names no mail server in MX records, so that there is none that a policy could name. Publish MX records first.`,
  serversUnknown: (domain: string) =>
    `The mail servers of ${domain} could not be read from the DNS. A policy that leaves one out would stop mail: try again later.`,
  badServer: (host: string) =>
    `"${host}" in the MX records is no host name, so that no line of a policy can name it: correct the MX record.`,
  policyUnknown:
    'Whether a policy is served now could not be determined. What stands there is replaced by this: compare before you publish.',
  recordUnknown:
    'Whether a record is published now could not be determined. Look into your DNS panel: there may be one record alone.',
  deadServer: (host: string) =>
    `${host} is named in the MX records and has no address: no mail gets there. The policy leaves it out. Correct the MX record.`,
  unknownServer: (host: string) =>
    `Whether ${host} has an address could not be determined. It stays in the policy: look whether it is still in use.`,
  noPolicyYet: (line: string) => `${line} receives mail for the domain.`,
  tlsRpt: 'TLS reports',
  tlsRptNone: 'Name a mailbox above to have the record for TLS reports written.',
  tlsRptUnknown: 'What is published for TLS reports could not be read, so that no record is written for them.',
} as const;

export const writeDkimWording = {
  heading: 'Write a DKIM key record',
  lead: 'Paste the public key: what comes out is the record, with what changes against the one that is published.',
  description:
    'Write the DNS record of a DKIM key from its public key: strings of 255 octets, and what changes against the published one.',
  selector: {
    label: 'Selector',
    example: 'selector1',
    hint: 'The name of the key: what stands after s= in signatures.',
  },
  key: {
    label: 'Public key',
    example: '-----BEGIN PUBLIC KEY-----',
    hint: 'A PEM file or its base64. Never paste a private key; it is not needed.',
  },
  publishStep: (name: string) => `Publish the value as the one TXT record at ${name}.`,
  signStep: 'Then let your mail server sign with this selector, and check a message.',
} as const;

export const writeBimiWording = {
  heading: 'Write a BIMI record',
  lead: 'The record that names the logo of a domain for mail programs that show one.',
  description:
    'Write the BIMI record of a domain: logo, certificate, and what changes against the one that is published.',
  selector: { label: 'Selector', example: 'default', hint: 'Leave it empty for default.' },
  logo: {
    label: 'Address of the logo',
    example: 'https://example.com/logo.svg',
    hint: 'An SVG file of the profile Tiny PS, over https.',
  },
  evidence: {
    label: 'Address of the certificate',
    example: 'https://example.com/logo.pem',
    hint: 'A mark certificate (VMC or CMC). Gmail shows no logo without one.',
  },
  publishStep: (name: string) => `Publish the value as the one TXT record at ${name}.`,
  noEvidence: 'No certificate is named. Gmail shows no logo without one.',
  dmarcStep: 'Mail programs show a logo only where DMARC is quarantine or reject for the whole domain.',
} as const;
