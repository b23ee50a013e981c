import type { Source } from '../source.ts';
import type { MailHost } from './define.ts';
import { dnsHealth } from './sources.ts';

const nullMx: Source = {
  name: 'RFC 7505, a “null MX” for domains that accept no mail',
  url: 'https://www.rfc-editor.org/rfc/rfc7505',
  read: '2026-10',
  grade: 'read',
};

export const noMailHosts: readonly MailHost[] = [
  {
    slug: 'null-mx',
    name: 'Null MX (no mail)',
    kind: 'none',
    hosts: ['.'],
    sources: [nullMx, dnsHealth],
    matches: ['.'],
    mustNotMatch: ['null.example'],
  },
];
