import type { RecordData, Zone } from '@whybounce/core/dns';

/** MX records of rising preference: 10, 20, … */
export const mx = (...hosts: string[]): RecordData['MX'][] =>
  hosts.map((exchange, place) => ({ preference: 10 * (place + 1), exchange }));

/** A domain with two mail servers of its own. */
export const twoMailServers: Zone = {
  'example.com': { MX: mx('mx1.example.com', 'mx2.example.com') },
  'mx1.example.com': { A: ['192.0.2.1'] },
  'mx2.example.com': { A: ['192.0.2.2'] },
};

/** What every check of mail servers says where these are not known, or there are none. */
export const unknownMx: Zone = { 'example.com': 'servfail' };
export const noMx: Zone = { 'example.com': { TXT: ['x'] } };
export const nullMx: Zone = { 'example.com': { MX: [{ preference: 0, exchange: '.' }] } };
