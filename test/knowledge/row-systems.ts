import { systems } from '../../knowledge/src/generated/index.ts';

const ofFolder = (folder: string): readonly string[] =>
  systems.filter(({ path }) => path.startsWith(`${folder}/`)).map(({ slug }) => slug);

/**
 * The systems among which the refusals of each collected provider may stand: its own, and those that write the same
 * words. Microsoft's services and its server share code; a blocklist's words are said by whoever asks it.
 */
const systemsOf: Readonly<Record<string, readonly string[]>> = {
  'AT&T (legacy prodigy gateway)': ['att'],
  'Amazon SES': ['amazon-ses'],
  'Apple iCloud': ['apple'],
  Barracuda: ['barracuda', 'barracuda-list'],
  'Charter / Spectrum': ['spectrum'],
  'Cisco ESA / Talos': ['cisco'],
  Cloudmark: ['cloudmark'],
  // Its refusal is a sentence of spamdyke, which it ran.
  CompuServe: ['spamdyke'],
  'Comcast / Xfinity': ['comcast'],
  'Coremail (CN)': ['coremail'],
  Courier: ['courier'],
  Cox: ['cox'],
  'Cyberoam / Sophos': ['sophos'],
  'Dovecot LMTP/LDA': ['dovecot'],
  'DuckDuckGo (duck.com)': ['duckduckgo'],
  Earthlink: ['earthlink'],
  'Exchange Server on-premises': ['exchange', 'microsoft-365'],
  Exim: ['exim'],
  'Facebook / Meta mail': ['facebook'],
  'FireEye / Trellix ETP': ['fireeye'],
  'Forward Email': ['forward-email'],
  'Free (free.fr)': ['free'],
  'GMX / web.de / mail.com': ['gmx'],
  'Gmail / Google Workspace': ['gmail'],
  'GoDaddy / secureserver': ['godaddy'],
  HEY: ['hey'],
  Hostpoint: ['hostpoint'],
  'IBM/HCL Domino': ['domino'],
  'IONOS / 1&1': ['ionos'],
  ImprovMX: ['improvmx'],
  Infomaniak: ['infomaniak'],
  'KDDI / au': ['kddi'],
  'Korean portals (generic)': ['korean-portals'],
  'La Poste (laposte.net)': ['laposte'],
  'Libero / Italiaonline': ['libero'],
  'Lycos Europe': ['lycos'],
  MDaemon: ['mdaemon'],
  'Mail.ru': ['mail-ru'],
  MailEnable: ['mailenable'],
  'MailMarshal / Trustwave SEG': ['mailmarshal'],
  Mailgun: ['mailgun'],
  'McAfee / Intel': ['mcafee'],
  'Microsoft 365 (Exchange Online)': ['microsoft-365', 'outlook-com', 'exchange'],
  Mimecast: ['mimecast'],
  'NTT docomo': ['docomo'],
  Naver: ['naver'],
  'NetEase (163/126/yeah)': ['netease'],
  OpenSMTPD: ['opensmtpd'],
  'Orange / Wanadoo': ['orange'],
  'Other DNSBL wording': [...ofFolder('blocklist'), 'spamexperts'],
  'Outlook.com consumer': ['outlook-com', 'microsoft-365'],
  'Plesk / qmail-plesk': ['plesk'],
  Postfix: ['postfix'],
  Postgrey: ['postgrey'],
  Postmark: ['postmark'],
  Proofpoint: ['proofpoint', 'vade'],
  'Proton Mail': ['proton'],
  'QQ / Tencent': ['tencent'],
  'RU-CENTER (nic.ru)': ['ru-center'],
  Rackspace: ['rackspace'],
  Rambler: ['rambler'],
  SFR: ['sfr'],
  SendGrid: ['sendgrid'],
  Sendmail: ['sendmail'],
  'SonicWall ES': ['sonicwall'],
  'Spamhaus wording': ['spamhaus'],
  'Symantec Email Security.cloud (MessageLabs)': ['messagelabs'],
  'T-Online': ['t-online'],
  'Trend Micro': ['trend-micro'],
  'Virgin Media (blueyonder)': ['virgin-media'],
  'WP.pl': ['wp-pl'],
  'Yahoo / AOL': ['yahoo'],
  Yandex: ['yandex'],
  ZeroSpam: ['zerospam'],
  'Zimbra / Amavis': ['amavis'],
  Zoho: ['zoho'],
  'i.ua': ['i-ua'],
  'policyd-weight': ['policyd-weight'],
  qmail: ['qmail'],
  rspamd: ['rspamd'],
  'web.de (legacy)': ['gmx'],
};

/** Where words of no one system stand, the registry of codes among them. */
const general = ofFolder('wording');

/** Slugs of the systems that a collected provider's refusals may stand in; none of its own where it has no file. */
export function slugsFor(provider: string): readonly string[] {
  return [...(systemsOf[provider] ?? []), ...general];
}
