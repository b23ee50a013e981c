import { proveCheck } from '../prove-fixture.ts';
import { soa } from './name-servers-fixture.ts';
import check from './soa.ts';

const zone = (own: Parameters<typeof soa>[0] = {}) => ({
  'example.com': { NS: ['ns1.example.net'], SOA: [soa(own)] },
  'ns1.example.net': { A: ['192.0.2.53'] },
});

proveCheck(check, {
  passes: {
    'usual values': { zone: zone(), says: 'its contact is hostmaster@example.com.' },
    'a serial that is no date': { zone: zone({ serial: 7 }) },
    'the times of a zone without secondaries': {
      zone: zone({ refresh: 900, retry: 900, expire: 1800, minimum: 60 }),
    },
    'a contact with a dot in its local part': {
      zone: zone({ rname: 'dns\\.admin.example.com' }),
      says: 'dns.admin@example.com',
    },
    'a long minimum that the life of the answer cuts short': { zone: zone({ minimum: 604_800 }) },
  },
  fails: { never: 'a zone without SOA cannot be served, and odd values do not stop mail' },
  warns: {
    'a contact with @': { zone: zone({ rname: 'admin@example.com' }), says: /"admin@example\.com" is no mailbox/ },
    'no contact': { zone: zone({ rname: '.' }), says: 'is no mailbox', fix: /hostmaster\.example\.com\./ },
    'it expires before it is refreshed': { zone: zone({ expire: 3600, refresh: 7200 }), says: 'after 3600 seconds' },
  },
  tells: {
    'a hidden primary': {
      zone: { 'example.com': { SOA: [soa({ mname: 'hidden.example.org' })] } },
      says: 'kept hidden',
    },
    'no zone of its own': { zone: { 'example.com': { TXT: ['x'] } }, says: 'no zone of its own' },
  },
  undetermined: {
    SERVFAIL: { zone: { 'example.com': 'servfail' } },
    timeout: { zone: { 'example.com': { SOA: 'timeout' } } },
  },
  notApplicable: { 'no such domain': { zone: {} } },
});
