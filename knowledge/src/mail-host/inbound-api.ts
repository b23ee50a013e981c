import type { Source } from '../source.ts';
import type { MailHost } from './define.ts';
import { belief, mxsniff } from './sources.ts';

const mailFromDomain: Source = {
  name: 'Amazon SES API reference, SetIdentityMailFromDomain: such a domain needs an MX record and must not be used to receive mail',
  url: 'https://docs.aws.amazon.com/ses/latest/APIReference/API_SetIdentityMailFromDomain.html',
  read: '2026-11',
  grade: 'read',
};

export const inboundApiHosts: readonly MailHost[] = [
  {
    slug: 'amazon-ses-feedback',
    name: 'Amazon SES (returned mail)',
    kind: 'inbound-api',
    hosts: ['feedback-smtp.*.amazonses.com'],
    system: 'amazon-ses',
    note: 'Takes what is returned to the MAIL FROM domain of a customer, and nothing else.',
    sources: [mailFromDomain, belief],
    matches: ['feedback-smtp.eu-west-1.amazonses.com'],
    mustNotMatch: [
      'feedback-smtp.eu-west-1.amazonses.com.evil.example',
      'evilfeedback-smtp.eu-west-1.amazonses.com',
      'feedback-smtp.amazonses.com',
      'a1-2.smtp-out.eu-west-1.amazonses.com',
    ],
  },
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
