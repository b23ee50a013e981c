import type { Source } from '../source.ts';

/** Where the names of many providers' servers were read. */

export const dnsHealth: Source = {
  name: 'johnduprey/DNSHealth@057e902 MailProviders/*.json',
  url: 'https://github.com/johnduprey/DNSHealth',
  read: '2026-10',
  grade: 'read',
};

export const autoconfig: Source = {
  name: 'thunderbird/autoconfig@c6ad796 ispdb (MPL-2.0)',
  url: 'https://github.com/thunderbird/autoconfig',
  read: '2026-10',
  grade: 'read',
};

export const reacher: Source = {
  name: 'reacherhq/check-if-email-exists core/src/smtp',
  url: 'https://github.com/reacherhq/check-if-email-exists',
  read: '2026-10',
  grade: 'read',
};

export const mxsniff: Source = {
  name: 'jace/mxsniff providers.py (BSD-2-Clause, since 2016)',
  url: 'https://github.com/jace/mxsniff',
  read: '2026-10',
  grade: 'read',
};

export const providerLinks: Source = {
  name: '@mikkelscheike/email-provider-links 5.2.2 emailproviders.json (MIT)',
  url: 'https://www.npmjs.com/package/@mikkelscheike/email-provider-links',
  read: '2026-10',
  grade: 'read',
};

export const lookedUp: Source = {
  name: 'A public table in TypeScript whose author looked the MX records up from 2026-10-04 to 2026-10-08',
  read: '2026-10',
  grade: 'read',
};

export const gatewayTable: Source = {
  name: 'A public table of mail gateways, text search for their host names',
  read: '2026-10',
  grade: 'read',
};

export const mailChecker: Source = {
  name: 'duhow/mail-checker const.py',
  url: 'https://github.com/duhow/mail-checker',
  read: '2026-10',
  grade: 'read',
};

export const spamExpertsDocs: Source = {
  name: 'SpamExperts/sekb, documentation',
  url: 'https://github.com/SpamExperts/sekb',
  read: '2026-10',
  grade: 'read',
};

/** Zone files and tables of several people, found by the text of the name. */
export const publicCode: Source = {
  name: 'Public repositories that hold the host name, text search',
  read: '2026-10',
  grade: 'read',
};

/** Whatever no source was read for: a name, a sign, or what must be left out. */
export const belief: Source = { name: 'Belief, no source read', read: '2026-10', grade: 'believed' };
