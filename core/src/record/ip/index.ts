/** IP addresses and ranges: pure arithmetic for records, blocklists and reverse names. */
export { type IpAddress, parseIp, parseIpv4, parseIpv6, unmapped } from './address.ts';
export { bitsOf, type Cidr, cidrContains, cidrOf, cidrSize, formatCidr, parseCidr } from './cidr.ts';
export { expandIpv6, formatIp } from './format.ts';
export { type IpRange, IpSet, IpSetBuilder } from './ip-set.ts';
export { reverseLabels, reverseName } from './reverse.ts';
