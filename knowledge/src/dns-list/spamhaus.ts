import type { Source } from '../source.ts';
import type { DnsList, ListCodes } from './define.ts';
import { belief, javascriptClient, rspamd, spamAssassin, tamingDns } from './sources.ts';

const returnCodes: Source = {
  name: 'Spamhaus, news article 788 and help for users of the legacy mirrors, on return codes',
  url: 'https://www.spamhaus.com/resource-center/help-for-spamhaus-projects-legacy-blocklist-users',
  read: '2026-10',
  grade: 'read',
};
const zones: Source = {
  name: 'Spamhaus, documentation of the Data Query Service, available zones (excerpts)',
  url: 'https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/040-zones.html',
  read: '2026-11-28',
  grade: 'read',
};

const errors: ListCodes = {
  '127.255.255.250': 'the query key is switched off',
  '127.255.255.251': 'the query key is not accepted',
  '127.255.255.252': 'there is no such zone: a typing error in its name',
  '127.255.255.254': 'the question came through a public resolver, or one without a name of its own',
  '127.255.255.255': 'this resolver has asked too often',
};
const sbl: ListCodes = {
  '127.0.0.2': 'a known source of spam (SBL)',
  '127.0.0.3': 'sends unwanted mail by its recent behaviour (CSS)',
  '127.0.0.9': 'a network run by criminals (DROP)',
  '127.0.0.30': 'controls a botnet (BCL)',
};
const xbl: ListCodes = { '127.0.0.4-7': 'a hijacked or infected machine (XBL)' };
const pbl = {
  '127.0.0.10': 'a range whose provider says that it does not send mail directly (PBL)',
  '127.0.0.11': 'a range that by its looks does not send mail directly (PBL)',
} satisfies ListCodes;
const range = Object.keys(pbl);

const restrictions =
  'Free for low volume through a resolver of your own. Public resolvers are refused; commercial use or high volume needs a query key.';
const ipList = {
  kind: 'ip',
  decode: 'exact',
  errors,
  ipv6: true,
  test: { listed: '127.0.0.2', notListed: '127.0.0.1' },
  delist: 'https://check.spamhaus.org/',
  restrictions,
  weight: 'high',
  system: 'spamhaus',
} as const;
const domainList = {
  ...ipList,
  kind: 'domain',
  ipv6: false,
  test: { listed: 'dbltest.com', notListed: 'invalid' },
} as const;

export const spamhaus: readonly DnsList[] = [
  {
    ...ipList,
    zone: 'zen.spamhaus.org',
    name: 'Spamhaus ZEN',
    lists:
      'All Spamhaus lists of addresses in one: spam sources, hijacked machines and ranges that should not send directly.',
    codes: { ...sbl, ...xbl, ...pbl },
    range,
    keyed: { zone: 'zen.dq.spamhaus.net', operator: 'spamhaus' },
    sources: [javascriptClient, rspamd, spamAssassin, returnCodes, zones, tamingDns, belief],
  },
  {
    ...ipList,
    zone: 'sbl.spamhaus.org',
    name: 'Spamhaus SBL',
    lists: 'Addresses of spammers and of those who serve them, put there by people or by their behaviour.',
    codes: sbl,
    partOf: 'zen.spamhaus.org',
    keyed: { zone: 'sbl.dq.spamhaus.net', operator: 'spamhaus' },
    sources: [rspamd, returnCodes, zones, belief],
  },
  {
    ...ipList,
    zone: 'xbl.spamhaus.org',
    name: 'Spamhaus XBL',
    lists: 'Hijacked and infected machines.',
    codes: xbl,
    partOf: 'zen.spamhaus.org',
    keyed: { zone: 'xbl.dq.spamhaus.net', operator: 'spamhaus' },
    sources: [rspamd, returnCodes, zones, belief],
  },
  {
    ...ipList,
    zone: 'pbl.spamhaus.org',
    name: 'Spamhaus PBL',
    lists: 'Ranges that should not send mail directly. That accuses nobody of spam.',
    codes: pbl,
    range,
    partOf: 'zen.spamhaus.org',
    keyed: { zone: 'pbl.dq.spamhaus.net', operator: 'spamhaus' },
    sources: [rspamd, returnCodes, zones, tamingDns, belief],
  },
  {
    ...domainList,
    zone: 'dbl.spamhaus.org',
    name: 'Spamhaus DBL',
    lists: 'Domains in spam, in phishing and behind malware.',
    codes: {
      '127.0.1.2': 'a domain of low reputation, used in spam',
      '127.0.1.4': 'phishing',
      '127.0.1.5': 'malware',
      '127.0.1.6': 'controls a botnet',
      '127.0.1.102': 'an honest domain that is abused in spam',
      '127.0.1.103': 'an open redirector that is abused in spam',
      '127.0.1.104': 'an honest domain that is abused for phishing',
      '127.0.1.105': 'an honest domain that is abused for malware',
      '127.0.1.106': 'an honest domain that is abused to control a botnet',
    },
    errors: { ...errors, '127.0.1.255': 'an address was asked for in a list of domains' },
    keyed: { zone: 'dbl.dq.spamhaus.net', operator: 'spamhaus' },
    sources: [javascriptClient, spamAssassin, returnCodes, zones, belief],
  },
  {
    ...domainList,
    zone: 'zrd.spamhaus.org',
    name: 'Spamhaus Zero Reputation Domains',
    lists: 'Domains that were first seen less than a day ago.',
    decode: 'age',
    codes: { '127.0.2.2-24': 'first seen less than # hours ago' },
    restrictions: 'Needs a query key. A new domain leaves the list by itself after a day.',
    weight: 'medium',
    keyed: { zone: 'zrd.dq.spamhaus.net', operator: 'spamhaus', only: true },
    sources: [javascriptClient, zones, belief],
  },
];
