import type { MailHost } from './define.ts';
import { forwardingHosts } from './forwarding.ts';
import { gatewayHosts } from './gateway.ts';
import { googleHosts } from './google.ts';
import { hostingHosts } from './hosting.ts';
import { inboundApiHosts } from './inbound-api.ts';
import { ispHostsElsewhere } from './isp-elsewhere.ts';
import { ispHostsOfEurope } from './isp-europe.ts';
import { mailboxHosts } from './mailbox.ts';
import { mailboxHostsOfRussiaAndAsia } from './mailbox-russia-asia.ts';
import { microsoftHosts } from './microsoft.ts';
import { noMailHosts } from './no-mail.ts';

export type { MailHost, MailHostKind } from './define.ts';

/** Everybody whose mail servers are known by name. Of a family the first row stands for all. */
export const mailHosts: readonly MailHost[] = [
  ...microsoftHosts,
  ...googleHosts,
  ...mailboxHosts,
  ...mailboxHostsOfRussiaAndAsia,
  ...hostingHosts,
  ...ispHostsOfEurope,
  ...ispHostsElsewhere,
  ...gatewayHosts,
  ...forwardingHosts,
  ...inboundApiHosts,
  ...noMailHosts,
];
