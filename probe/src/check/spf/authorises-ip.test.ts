import { careful, messageWorld } from '../dkim/message-fixture.ts';
import { proveCheck, type World } from '../prove-fixture.ts';
import authorisesIp from './authorises-ip.ts';
import { records, spfWorld } from './spf-world-fixture.ts';

const ip = '192.0.2.7';
const of = (record: string, more = {}, subject = {}) => spfWorld(record, more, { subject: { ip, ...subject } });

/** A message that came in from an address that SPF does not allow. */
function forwarded(record: string, text: string, mailFrom = 'ann@example.com'): World {
  const { subject, zone } = messageWorld(text);
  const of = mailFrom.slice(mailFrom.indexOf('@') + 1);
  return { zone: { ...zone, [of]: { MX: [], TXT: [record] } }, subject: { ...subject, ip, mailFrom } };
}

proveCheck(authorisesIp, {
  passes: {
    listed: {
      ...of('v=spf1 ip4:192.0.2.0/24 -all'),
      says: 'SPF of example.com allows 192.0.2.7, by "ip4:192.0.2.0/24" in the record of example.com.',
    },
    'by an include': of('v=spf1 include:a.example -all', records({ 'a.example': 'v=spf1 ip4:192.0.2.7 -all' })),
    'a sender': of(
      'v=spf1 exists:%{l}.u.example -all',
      { 'ann.u.example': { A: ['127.0.0.2'] } },
      { mailFrom: 'ann@example.com' },
    ),
    'the domain of the return path': {
      zone: records({ 'bounce.example.net': 'v=spf1 ip4:192.0.2.7 -all' }),
      subject: { ip, mailFrom: 'x@bounce.example.net' },
    },
    'the server name of a bounce': {
      zone: { 'mail.example.com': { TXT: ['v=spf1 a -all'], A: [ip] } },
      subject: { ip, mailFrom: '', helo: 'mail.example.com' },
      says: /the server name mail\.example\.com/,
    },
    IPv6: of('v=spf1 ip6:2001:db8::/32 -all', {}, { ip: '2001:db8::7' }),
  },
  fails: {
    forbidden: {
      ...of('v=spf1 mx -all', { 'example.com': { MX: [] } }),
      says: /forbids 192\.0\.2\.7 to send, by "-all"/,
      fix: 'example.com. IN TXT "v=spf1 mx ip4:192.0.2.7 -all"',
    },
    'forwarded, without a signature that holds': forwarded('v=spf1 mx -all', `${careful}a footer\r\n`),
    softfail: { ...of('v=spf1 ~all'), says: /softfail/ },
    'of another organisation': {
      zone: records({ 'bounce.example.net': 'v=spf1 -all' }),
      subject: { ip, mailFrom: 'x@bounce.example.net' },
      fix: /ask whoever runs it/,
    },
    'a record in error': { ...of('v=spf1 ipv4:192.0.2.7 -all'), says: /permerror/, fix: 'v=spf1 ip4:192.0.2.7 ~all' },
    'two records': spfWorld(['v=spf1 a -all', 'v=spf1 mx -all'], {}, { subject: { ip } }),
    'an include without record': of('v=spf1 include:gone.example -all'),
  },
  warns: {
    'forwarded, with a signature of its own': {
      ...forwarded('v=spf1 mx -all', careful),
      says: /does not allow 192\.0\.2\.7 \(fail\).*valid DKIM signature of example\.com, so that it is genuine/,
      fix: /belongs to a forwarder, nothing is to be done.*\nnull$/s,
      severity: 'low',
    },
    'by a service with a return path of its own': {
      ...forwarded('v=spf1 -all', careful, 'x@bounce.example.net'),
      fix: /ask whoever runs bounce\.example\.net/,
      severity: 'low',
    },
    neutral: { ...of('v=spf1 ?all'), says: /neutral/, fix: /ip4:192\.0\.2\.7/ },
    'no record': {
      zone: { 'example.com': { TXT: ['other'] } },
      subject: { ip },
      fix: 'example.com. IN TXT "v=spf1 ip4:192.0.2.7 ~all"',
    },
  },
  tells: {
    'the server name of another organisation': {
      zone: { 'mail-a1.example.net': { A: [ip] } },
      subject: { ip, mailFrom: '', helo: 'mail-a1.example.net' },
      says: /mail-a1\.example\.net, the name that the server gives, has no SPF record/,
    },
    'the own server name without record': {
      zone: { 'mail.example.com': { A: [ip] } },
      subject: { ip, mailFrom: '', helo: 'mail.example.com' },
    },
    'the server name of another organisation, neutral': {
      zone: records({ 'mail-a1.example.net': 'v=spf1 ?all' }),
      subject: { ip, mailFrom: '', helo: 'mail-a1.example.net' },
      says: /neutral/,
    },
  },
  undetermined: {
    SERVFAIL: { zone: { 'example.com': 'servfail' }, subject: { ip }, says: /servfail/ },
    'an include': of('v=spf1 include:a.example -all', { 'a.example': 'timeout' }),
  },
  notApplicable: {
    'an inner address': of('v=spf1 -all', {}, { ip: '192.168.1.5' }),
    'nobody to evaluate': { subject: { ip, domain: null } },
    'a bounce of an unknown server': { subject: { ip, mailFrom: '' } },
  },
});
