import type { RecordData, Zone } from '@whybounce/core/dns';

type Soa = RecordData['SOA'];

/** A sound SOA record, with what differs. */
export const soa = (own: Partial<Soa> = {}): Soa => ({
  mname: 'ns1.example.net',
  rname: 'hostmaster.example.com',
  serial: 2026112801,
  refresh: 7200,
  retry: 3600,
  expire: 1_209_600,
  minimum: 3600,
  ...own,
});

/** A domain with two name servers, as the resolver tells it. */
export const twoServers: Zone = {
  'example.com': { NS: ['ns1.example.net', 'ns2.example.net'], SOA: [soa()] },
  'ns1.example.net': { A: ['192.0.2.53'] },
  'ns2.example.net': { A: ['198.51.100.53'] },
};
