import type { MailHost } from './define.ts';
import { mxsniff } from './sources.ts';

export const inboundApiHosts: readonly MailHost[] = [
  {
    slug: 'mailgun',
    name: 'Mailgun inbound',
    kind: 'inbound-api',
    hosts: ['*.mailgun.org'],
    system: 'mailgun',
    signs: { spf: ['mailgun.org'] },
    sources: [mxsniff],
    matches: ['mxa.mailgun.org'],
    mustNotMatch: ['mxa.mailgun.org.evil.example', 'mx.evilmailgun.org', 'mailgun.org'],
  },
  {
    slug: 'sendgrid',
    name: 'SendGrid inbound parse',
    kind: 'inbound-api',
    hosts: ['mx.sendgrid.net'],
    system: 'sendgrid',
    signs: { spf: ['sendgrid.net'] },
    sources: [mxsniff],
    matches: ['mx.sendgrid.net'],
    mustNotMatch: ['mx.sendgrid.net.evil.example', 'evilmx.sendgrid.net', 'smtp.sendgrid.net'],
  },
  {
    slug: 'postmark',
    name: 'Postmark inbound',
    kind: 'inbound-api',
    hosts: ['inbound.postmarkapp.com'],
    system: 'postmark',
    signs: { spf: ['spf.mtasv.net'] },
    sources: [mxsniff],
    matches: ['inbound.postmarkapp.com'],
    mustNotMatch: ['inbound.postmarkapp.com.evil.example', 'evilinbound.postmarkapp.com', 'smtp.postmarkapp.com'],
  },
];
