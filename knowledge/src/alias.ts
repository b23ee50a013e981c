/**
 * Names under which people look for a system, beside its slug, its name, its hosts and its domains:
 * lower case, without spaces or signs → slug.
 */
export const systemAliases: Readonly<Record<string, string>> = {
  aol: 'yahoo',
  aws: 'amazon-ses',
  awsses: 'amazon-ses',
  eop: 'microsoft-365',
  exchangeonline: 'microsoft-365',
  exchangeonlineprotection: 'microsoft-365',
  exchangeserver: 'exchange',
  google: 'gmail',
  googlemail: 'gmail',
  googleworkspace: 'gmail',
  gsuite: 'gmail',
  hotmail: 'outlook-com',
  icloud: 'apple',
  ironport: 'cisco',
  live: 'outlook-com',
  m365: 'microsoft-365',
  mac: 'apple',
  microsoft: 'microsoft-365',
  msn: 'outlook-com',
  o365: 'microsoft-365',
  office365: 'microsoft-365',
  outlook: 'outlook-com',
  rocketmail: 'yahoo',
  ses: 'amazon-ses',
  symantec: 'messagelabs',
  twilio: 'sendgrid',
  ymail: 'yahoo',
  zen: 'spamhaus',
};
