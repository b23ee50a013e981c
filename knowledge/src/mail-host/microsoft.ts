import type { Source } from '../source.ts';
import type { MailHost } from './define.ts';
import { autoconfig, dnsHealth, mxsniff, reacher } from './sources.ts';

const microsoftDane: Source = {
  name: 'Microsoft, how SMTP DANE works (the example contosotest-com.o-v1.mx.microsoft)',
  url: 'https://learn.microsoft.com/purview/how-smtp-dane-works',
  read: '2026-10',
  grade: 'read',
};
const microsoftDkim: Source = {
  name: 'Microsoft, set up DKIM in Microsoft 365 (MicrosoftDocs/defender-docs, email-authentication-dkim-configure.md, changes of 2024 and 2025)',
  url: 'https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure',
  read: '2026-11-28',
  grade: 'read',
};
/** What the rule for the first label was worked out from, and agrees with in every case. */
const tenantHosts: Source = {
  name: 'MX records of more than thirty domains with hyphens in public zone files, each held against its domain',
  read: '2026-11-28',
  grade: 'measured',
};
const sovereignClouds: Source = {
  name: 'Microsoft, DNS records of Office 365 GCC High and of Office 365 operated by 21Vianet (excerpts in public copies of the documentation)',
  url: 'https://learn.microsoft.com/microsoft-365/enterprise/dns-records-for-office-365-gcc-high',
  read: '2026-11-28',
  grade: 'read',
};
const checkdmarc: Source = {
  name: 'domainaware/checkdmarc@d4866ca smtp.py',
  url: 'https://github.com/domainaware/checkdmarc',
  read: '2026-10',
  grade: 'read',
};
/** Zone files of several people, found by the text of the name. */
const tokensInCode: Source = {
  name: 'Zone files in public repositories that hold the host name, text search',
  read: '2026-11-28',
  grade: 'read',
};

export const microsoftHosts: readonly MailHost[] = [
  {
    slug: 'microsoft-365',
    name: 'Microsoft 365 (Exchange Online)',
    kind: 'mailbox',
    hosts: ['*.mail.protection.outlook.com', '*.mail.eo.outlook.com'],
    tenantZones: ['mail.protection.outlook.com', 'mail.eo.outlook.com'],
    family: 'microsoft',
    system: 'microsoft-365',
    signs: {
      spf: ['spf.protection.outlook.com'],
      dkimSelectors: ['selector1', 'selector2'],
      dkimTargets: ['*.onmicrosoft.com', '*.dkim.mail.microsoft'],
      autodiscover: ['autodiscover.outlook.com', '*.autodiscover.outlook.com'],
      txt: ['MS=ms'],
    },
    sources: [dnsHealth, autoconfig, reacher, mxsniff, microsoftDkim, tenantHosts],
    matches: [
      'example-com.mail.protection.outlook.com',
      'myfirm-example0e.mail.protection.outlook.com',
      'example-com.mail.eo.outlook.com',
    ],
    mustNotMatch: [
      'example-com.mail.protection.outlook.com.evil.example',
      'mx.evilmail.protection.outlook.com',
      'example-com.olc.protection.outlook.com',
      'mail.protection.outlook.com',
      'outlook-com.example.net',
    ],
  },
  {
    slug: 'microsoft-365-dnssec',
    name: 'Microsoft 365 (DNSSEC/DANE MX)',
    kind: 'mailbox',
    hosts: ['*.mx.microsoft'],
    tenantZones: ['mx.microsoft'],
    family: 'microsoft',
    system: 'microsoft-365',
    signs: { spf: ['spf.protection.outlook.com'] },
    sources: [microsoftDane, tenantHosts],
    matches: ['example-com.o-v1.mx.microsoft'],
    mustNotMatch: [
      'example-com.o-v1.mx.microsoft.evil.example',
      'mx.evilmx.microsoft',
      'example-com.mx.microsoft.com',
      'mx.microsoft',
    ],
  },
  {
    slug: 'microsoft-365-us-government',
    name: 'Microsoft 365 for the US government (GCC High, DoD)',
    kind: 'mailbox',
    hosts: ['*.mail.protection.office365.us'],
    tenantZones: ['mail.protection.office365.us'],
    family: 'microsoft-us-government',
    system: 'microsoft-365',
    signs: { spf: ['spf.protection.office365.us'], autodiscover: ['autodiscover.office365.us'] },
    sources: [sovereignClouds],
    matches: ['example-com.mail.protection.office365.us'],
    mustNotMatch: [
      'example-com.mail.protection.office365.us.evil.example',
      'mx.evilmail.protection.office365.us',
      'mail.protection.office365.us',
    ],
  },
  {
    slug: 'microsoft-365-china',
    name: 'Microsoft 365 in China (21Vianet)',
    kind: 'mailbox',
    hosts: ['*.mail.protection.partner.outlook.cn'],
    tenantZones: ['mail.protection.partner.outlook.cn'],
    family: 'microsoft-china',
    system: 'microsoft-365',
    signs: { spf: ['spf.protection.partner.outlook.cn'], autodiscover: ['autodiscover.partner.outlook.cn'] },
    sources: [sovereignClouds],
    matches: ['example-com.mail.protection.partner.outlook.cn'],
    mustNotMatch: [
      'example-com.mail.protection.partner.outlook.cn.evil.example',
      'mx.evilmail.protection.partner.outlook.cn',
      'example-com.mail.protection.outlook.cn',
    ],
  },
  {
    slug: 'outlook-consumer',
    name: 'Outlook.com / Hotmail',
    kind: 'mailbox',
    hosts: ['*.olc.protection.outlook.com', '*.hotmail.com'],
    family: 'microsoft',
    system: 'outlook-com',
    sources: [reacher, autoconfig, mxsniff],
    matches: ['outlook-com.olc.protection.outlook.com', 'mx1.hotmail.com'],
    mustNotMatch: [
      'outlook-com.olc.protection.outlook.com.evil.example',
      'mx.evilolc.protection.outlook.com',
      'example-com.mail.protection.outlook.com',
      'hotmail.com',
    ],
  },
  {
    slug: 'ms-placeholder',
    name: 'Microsoft verification placeholder MX',
    kind: 'placeholder',
    hosts: ['*.msv1.invalid', '*.msv1.invalid.outlook.com'],
    family: 'microsoft',
    system: 'microsoft-365',
    sources: [checkdmarc, tokensInCode],
    matches: ['ms12345678.msv1.invalid', 'ms12345678.msv1.invalid.outlook.com'],
    mustNotMatch: [
      'ms12345678.msv1.invalid.evil.example',
      'mx.evilmsv1.invalid',
      'msv1.invalid.example.net',
      'ms12345678.invalid',
    ],
  },
];
