/** The DNS as everything else meets it. */
export {
  type DnsAnswer,
  type DnsClient,
  type DnsStatus,
  isDetermined,
  type QueryOptions,
  type RecordData,
  type RecordType,
} from './answer.ts';
export { normalName, OverlayDns, type Zone, ZoneDns, type ZoneName, type ZoneViews } from './zone.ts';
