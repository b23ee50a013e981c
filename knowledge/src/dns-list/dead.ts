import type { Source } from '../source.ts';
import type { DeadList } from './define.ts';
import { almanac, belief, dnsblNews, happyDeliver, nameOnly, tamingDns } from './sources.ts';

const cblUsers: Source = {
  name: 'nextcloud/news#2124, refusals by cbl.abuseat.org through a public resolver',
  url: 'https://github.com/nextcloud/news/issues/2124',
  read: '2026-10',
  grade: 'read',
};
const ahblEnd: Source = {
  name: 'Validity, AHBL blacklist to be retired',
  url: 'https://www.validity.com/blog/ahbl-blacklist-to-be-retired/',
  read: '2026-10',
  grade: 'read',
};
const dsblEnd: Source = {
  name: 'Vamsoft, DSBL shutdown',
  url: 'https://vamsoft.com/company/news/dsbl-shutdown',
  read: '2026-10',
  grade: 'read',
};

/** Still copied from one list of lists to the next, and not known to answer. */
const forgotten = (zone: string, name: string): DeadList => ({
  zone,
  name,
  gone: 'It is still copied from old lists of blocklists, and nothing shows that it answers today.',
  sources: [nameOnly, belief],
});

export const deadLists: readonly DeadList[] = [
  {
    zone: 'sorbs.net',
    name: 'SORBS',
    gone: 'It was shut down in June 2024.',
    system: 'sorbs',
    sources: [belief, { ...happyDeliver, name: `${happyDeliver.name}, which still names it` }],
  },
  {
    zone: 'cbl.abuseat.org',
    name: 'CBL',
    gone: 'It has become part of Spamhaus XBL, and answers public resolvers with error codes.',
    successor: 'xbl.spamhaus.org',
    system: 'spamhaus',
    sources: [tamingDns, cblUsers],
  },
  {
    zone: 'ix.dnsbl.manitu.net',
    name: 'NiX Spam',
    gone: 'It was shut down in January 2025.',
    system: 'manitu',
    sources: [almanac],
  },
  { zone: 'ubl.unsubscore.com', name: 'LashBack UBL', gone: 'It is offline.', sources: [dnsblNews] },
  { zone: 'ubl.lashback.com', name: 'LashBack UBL', gone: 'It is offline.', sources: [dnsblNews] },
  { zone: 'db.wpbl.info', name: 'WPBL', gone: 'It has not worked since 2024.', sources: [tamingDns] },
  { zone: 'dnsbl.inps.de', name: 'inps.de', gone: 'It was closed in May 2020.', sources: [dnsblNews] },
  { zone: 'dnsbl.njabl.org', name: 'NJABL', gone: 'It was closed in 2013.', sources: [almanac] },
  {
    zone: 'dnsbl.ahbl.org',
    name: 'AHBL',
    gone: 'It was closed, and since 2015 it answered that every address is listed.',
    listedEverything: true,
    sources: [dnsblNews, ahblEnd],
  },
  {
    zone: 'relays.ordb.org',
    name: 'ORDB',
    gone: 'It was closed in 2006, and later answered that every address is listed.',
    listedEverything: true,
    sources: [almanac],
  },
  { zone: 'list.dsbl.org', name: 'DSBL', gone: 'It was closed in 2008 or 2009.', sources: [dsblEnd] },
  { zone: 'rfc-ignorant.org', name: 'RFC-Ignorant', gone: 'It was closed in 2012.', sources: [almanac] },
  {
    zone: 'dul.ru',
    name: 'DUL.ru',
    gone: 'Since 2015 it answered that every address is listed.',
    listedEverything: true,
    sources: [dnsblNews],
  },
  {
    zone: 'bl.spamcannibal.org',
    name: 'SpamCannibal',
    gone: 'It has been gone since 2018.',
    sources: [nameOnly, belief],
  },
  forgotten('dob.sibl.support-intelligence.net', 'Support Intelligence DOB'),
  forgotten('combined.abuse.ch', 'abuse.ch combined'),
  forgotten('drone.abuse.ch', 'abuse.ch drone'),
  forgotten('aupads.org', 'AUPADS'),
  forgotten('korea.services.net', 'korea.services.net'),
  forgotten('virbl.dnsbl.bit.nl', 'VIRBL'),
  forgotten('dynip.rothen.com', 'dynip.rothen.com'),
];
