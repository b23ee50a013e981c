import type { Zone } from '@whybounce/core/dns';
import { mx, noMx, nullMx, twoMailServers } from '../mx/mail-servers-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import { implicitMx } from '../sts/sts-fixture.ts';
import record from './record.ts';

const having = (...texts: string[]): { zone: Zone } => ({
  zone: { ...twoMailServers, '_smtp._tls.example.com': { TXT: texts } },
});
const line = (rua: string) => `_smtp._tls.example.com. IN TXT "v=TLSRPTv1; rua=${rua}"`;

proveCheck(record, {
  passes: {
    'a mailbox': { ...having('v=TLSRPTv1; rua=mailto:tls@example.com'), says: 'go to mailto:tls@example.com.' },
    'a mailbox elsewhere needs no consent': having(
      'v=TLSRPTv1;rua=mailto:example.com@reports.example.net,https://reports.example.net/v1',
    ),
  },
  fails: {
    'no place': { ...having('v=TLSRPTv1;'), says: 'names no place', fix: line('mailto:tls-reports@example.com') },
    'no scheme': {
      ...having('v=TLSRPTv1; rua=tls@example.com'),
      says: 'no "mailto:"',
      fix: line('mailto:tls@example.com'),
    },
    'one of two places is none': {
      ...having('v=TLSRPTv1; rua=mailto:tls@example.com,http://reports.example.net/'),
      fix: line('mailto:tls@example.com'),
    },
    'no scheme in one of two records': {
      ...having('v=TLSRPTv1; rua=tls@example.com', 'v=TLSRPTv1; rua=a@example.net,ftp://example.net/'),
      fix: line('mailto:tls@example.com,mailto:a@example.net'),
    },
    'a misspelt version': { ...having('v=TLSRPT1; rua=mailto:tls@example.com'), fix: line('mailto:tls@example.com') },
    'two records': {
      ...having('v=TLSRPTv1; rua=mailto:a@example.com', 'v=TLSRPTv1; rua=mailto:b@example.com'),
      says: '2 TLS-RPT records',
      fix: line('mailto:a@example.com,mailto:b@example.com'),
    },
  },
  warns: {
    'MTA-STS without reports': {
      zone: { ...twoMailServers, '_mta-sts.example.com': { TXT: ['v=STSv1; id=1'] } },
      says: 'nobody tells you',
      fix: line('mailto:tls-reports@example.com'),
      severity: 'low',
    },
  },
  tells: {
    none: { zone: twoMailServers, says: 'has no TLS-RPT record', fix: line('mailto:tls-reports@example.com') },
    'something else by a wildcard': having('v=spf1 -all'),
  },
  undetermined: {
    'no answer': { zone: { ...twoMailServers, '_smtp._tls.example.com': 'timeout' }, says: 'no answer came in time' },
  },
  notApplicable: {
    'no mail': { zone: nullMx },
    'no mail server': { zone: noMx },
    'no MX record': { zone: implicitMx, says: 'has no MX record' },
    'mail servers that do not exist': {
      zone: { 'example.com': { MX: mx('gone.example.net') } },
      says: 'gone.example.net has no address',
    },
  },
});
