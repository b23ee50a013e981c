import type { ObservationTest } from './define.ts';

/** What the DNS and the servers that it names show, now and before. */
export const dnsTests = {
  'domain-dns': {
    from: 'dns',
    ask: 'What does the DNS say of the domain of the address?',
    how: 'Look up the MX records of the domain, and its A and AAAA records where it has none.',
    effort: 2,
    outcomes: {
      fine: 'The domain has mail servers.',
      'does-not-exist': 'The domain does not exist.',
      'no-mail-server': 'The domain exists and has no mail server.',
      'null-mx': 'The domain declares that it takes no mail (null MX).',
      'does-not-answer': 'The name servers of the domain do not answer properly.',
    },
  },
  'mx-history': {
    from: 'dns',
    ask: 'Did the MX records of the domain change lately?',
    how: 'Compare the MX records of today with those of an earlier delivery in your log.',
    effort: 2,
    yes: 'changed',
    no: 'stable',
    outcomes: {
      changed: 'The MX records changed within the last days.',
      stable: 'The MX records have been the same for months.',
    },
  },
  'mx-target': {
    from: 'dns',
    ask: 'Whose servers do the MX records name?',
    how: 'Compare the MX records with the host that refused.',
    effort: 2,
    outcomes: {
      'refusing-host': 'The MX records name the host that refused.',
      gateway: 'The MX records name a filtering gateway, and another system behind it refused.',
      'other-tenant': 'The MX records name a host that belongs to another domain or tenant.',
      'moved-away': 'The MX records of today name another mail system than the one that refused.',
      bypassed: 'The mail did not go to a host that the MX records name.',
    },
  },
  'hybrid-signs': {
    from: 'dns',
    ask: 'Does the organisation run mail servers of its own beside the cloud?',
    how: "Look whether the domain's MX or autodiscover names both a cloud service and own servers.",
    effort: 2,
    yes: 'yes',
    no: 'no',
    outcomes: {
      yes: 'The organisation runs own mail servers beside the cloud.',
      no: 'The organisation has all its mailboxes in the cloud.',
    },
  },
  ptr: {
    from: 'dns',
    ask: 'Does your sending IP address have a reverse name that points back to it?',
    how: 'Look up the PTR record of the sending IP address, then the address of the name that it gives.',
    effort: 2,
    yes: 'confirmed',
    outcomes: {
      confirmed: 'The reverse name of the sending IP address points back to it.',
      missing: 'The sending IP address has no reverse name.',
      mismatch: 'The reverse name of the sending IP address does not point back to it.',
      generic: 'The reverse name of the sending IP address is one that the network gave to all of its addresses.',
    },
  },
  helo: {
    from: 'dns',
    ask: 'Does the name that your server gives in HELO resolve to its IP address?',
    how: 'Look for the HELO name in the configuration of the sending server and resolve it.',
    effort: 2,
    yes: 'confirmed',
    no: 'wrong',
    outcomes: {
      confirmed: 'The HELO name resolves to the sending IP address.',
      wrong: 'The HELO name does not resolve, or is no host name.',
    },
  },
  'sender-domain-dns': {
    from: 'dns',
    ask: 'Does the domain of your return path have an MX or A record?',
    how: 'Look up MX and A of the domain in MAIL FROM.',
    effort: 2,
    yes: 'fine',
    no: 'broken',
    outcomes: {
      fine: 'The domain of the return path can take mail.',
      broken: 'The domain of the return path does not exist or takes no mail.',
    },
  },
  'receiver-tls': {
    from: 'dns',
    ask: "Do the receiving server's certificate and its MTA-STS or DANE policy agree?",
    how: 'Connect to the MX with STARTTLS and compare its name and certificate with the published policy.',
    effort: 3,
    yes: 'fine',
    no: 'broken',
    outcomes: {
      fine: 'The receiving server offers TLS as its policy says.',
      broken: 'The receiving server does not fulfil its own TLS policy.',
    },
  },
  'own-tls': {
    from: 'dns',
    ask: 'Can your sending server use TLS 1.2 or newer?',
    how: 'Send to a server that records the TLS version, or look in the log of the sending server.',
    effort: 2,
    yes: 'fine',
    no: 'old',
    outcomes: {
      fine: 'The sending server uses TLS 1.2 or newer.',
      old: 'The sending server has no TLS or an old one.',
    },
  },
} as const satisfies Record<string, ObservationTest>;
