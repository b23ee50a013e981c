/** Whose mail servers a domain uses. */
export { type Behind, behindGateway, type PublishedSigns, type SignKind } from './behind-gateway.ts';
export { groupMailHosts, type MailHostGroup, type MailHosting } from './group-mail-hosts.ts';
export { mailHostOf } from './mail-host-of.ts';
export { tenantDomain, tenantLabel, tenantMatches } from './microsoft-tenant.ts';
export { spfIncludesOf, spfProviders } from './spf-includes.ts';
