import type { Source } from '../source.ts';

/** Where several operators' lists were read. */

export const javascriptClient: Source = {
  name: 'A public DNSBL client in JavaScript whose author checked zones, codes and test points on 2026-10-08',
  read: '2026-10',
  grade: 'read',
};

export const rspamd: Source = {
  name: 'rspamd/rspamd@eaac8e914 conf/modules.d/rbl.conf',
  url: 'https://github.com/rspamd/rspamd',
  read: '2026-10',
  grade: 'read',
};

export const spamAssassin: Source = {
  name: 'apache/spamassassin@f7fe7b82a rules/20_dnsbl_tests.cf, 25_uribl.cf',
  url: 'https://github.com/apache/spamassassin',
  read: '2026-10',
  grade: 'read',
};

export const tamingDns: Source = {
  name: 'Taming DNS, overview of blocklists',
  url: 'https://tamingdns.com/rbl',
  read: '2026-10',
  grade: 'read',
};

export const happyDeliver: Source = {
  name: 'happyDomain/happydeliver@ea80df9 pkg/analyzer/rbl.go',
  url: 'https://github.com/happyDomain/happydeliver',
  read: '2026-10',
  grade: 'read',
};

export const dnsblNews: Source = {
  name: 'DNSBL.com, news of closed blocklists',
  url: 'https://www.dnsbl.com/',
  read: '2026-10',
  grade: 'read',
};

export const almanac: Source = {
  name: 'Email Almanac, which blocklists have shut down or are defunct',
  url: 'https://reviewmyemails.com/emailalmanac/spam-filters-and-blocklists/major-blocklists-services/which-blocklists-have-shut-down-or-are-defunct',
  read: '2026-10',
  grade: 'read',
};

/** Only the zone's name was seen; codes, meaning and links are believed until somebody reads the operator's page. */
export const nameOnly: Source = {
  name: 'Zone name seen in public code; codes, meaning and links not read at the operator',
  read: '2026-10',
  grade: 'believed',
};

/** For what is said of use and delisting where no page of the operator was read. */
export const belief: Source = { name: 'Belief, no source read', read: '2026-10', grade: 'believed' };
