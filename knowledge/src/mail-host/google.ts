import type { Source } from '../source.ts';
import type { MailHost } from './define.ts';
import { dnsHealth, mxsniff, providerLinks } from './sources.ts';

/** Zone files of several people, found by the text of the name. */
const tokensInCode: Source = {
  name: 'Zone files in public repositories that hold the host name, text search',
  read: '2026-11-28',
  grade: 'read',
};

export const googleHosts: readonly MailHost[] = [
  {
    slug: 'google-workspace',
    name: 'Google Workspace',
    kind: 'mailbox',
    hosts: [
      'smtp.google.com',
      'aspmx.l.google.com',
      'alt#.aspmx.l.google.com',
      'aspmx#.l.google.com',
      'aspmx.googlemail.com',
      'aspmx#.googlemail.com',
    ],
    family: 'google',
    system: 'gmail',
    signs: { spf: ['_spf.google.com'], dkimSelectors: ['google'] },
    sources: [mxsniff, providerLinks, dnsHealth],
    matches: [
      'smtp.google.com',
      'aspmx.l.google.com',
      'alt1.aspmx.l.google.com',
      'alt4.aspmx.l.google.com',
      'aspmx2.googlemail.com',
    ],
    mustNotMatch: [
      'smtp.google.com.evil.example',
      'evilsmtp.google.com',
      'gmail-smtp-in.l.google.com',
      'smtp.google.com.example.net',
      'www.google.com',
    ],
  },
  {
    slug: 'gmail',
    name: 'Gmail (consumer)',
    kind: 'mailbox',
    hosts: ['gmail-smtp-in.l.google.com', 'alt#.gmail-smtp-in.l.google.com'],
    family: 'google',
    system: 'gmail',
    sources: [mxsniff],
    matches: ['gmail-smtp-in.l.google.com', 'alt3.gmail-smtp-in.l.google.com'],
    mustNotMatch: ['gmail-smtp-in.l.google.com.evil.example', 'evilgmail-smtp-in.l.google.com', 'aspmx.l.google.com'],
  },
  {
    slug: 'google-verification',
    name: 'Google verification MX',
    kind: 'placeholder',
    hosts: ['*.mx-verification.google.com'],
    family: 'google',
    system: 'gmail',
    sources: [tokensInCode],
    matches: ['abcdefghijklmnop.mx-verification.google.com'],
    mustNotMatch: [
      'abcdefghijklmnop.mx-verification.google.com.evil.example',
      'mx.evilmx-verification.google.com',
      'mx-verification.google.com',
    ],
  },
];
