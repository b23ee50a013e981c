import { formatTlsa } from '@whybounce/core/record';
import { tlsaFor } from '../../dane/digest.ts';
import { busy } from '../mx/dialogue-fixture.ts';
import { mx, noMx, unknownMx } from '../mx/mail-servers-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import { secured } from '../tls/tls-fixture.ts';
import { authority, next, present, presents, signed, unsigned } from './dane-fixture.ts';
import rollover from './rollover.ts';

const own = tlsaFor(present.der);
const other = tlsaFor(next.der);
const ofAuthority = tlsaFor(authority.der, { usage: 2, selector: 1, matchingType: 1 });
const smtp = { '192.0.2.1': presents };

proveCheck(rollover, {
  passes: {
    'the present key and the next one': {
      zone: signed([own, other]),
      smtp,
      says: 'mx1.example.com: The records name the present',
    },
    'the key and its authority': { zone: signed([own, ofAuthority]), smtp },
    'two keys, and a certificate that cannot be read': {
      zone: signed([own, other]),
      smtp: { '192.0.2.1': secured({ chain: [Buffer.from('x')] }) },
    },
    'two keys, and nobody looked at the server': { zone: signed([own, other]) },
  },
  fails: { never: 'With one record alone nothing is wrong until the key changes, so that it is a warning.' },
  warns: {
    'one key alone': {
      zone: signed([own]),
      smtp,
      says: 'mail stops until the DNS has followed',
      fix: `_25._tcp.mx1.example.com. IN TLSA ${formatTlsa(ofAuthority)}`,
    },
    'one key alone, and nobody looked at the server': { zone: signed([own]), fix: /second record 3 1 1/ },
    'the server sent no authority': { zone: signed([own]), smtp: { '192.0.2.1': secured({ chain: [present.der] }) } },
    'what it sent as one is garbage': {
      zone: signed([own]),
      smtp: { '192.0.2.1': secured({ chain: [present.der, Buffer.from('x')] }) },
    },
    'one key alone, and a certificate that cannot be read': {
      zone: signed([own]),
      smtp: { '192.0.2.1': secured({ chain: [Buffer.from('x')] }) },
      says: 'The only usable record is',
    },
    'the server was not reached': { zone: signed([own]), smtp: { '192.0.2.1': busy } },
    'none fits': { zone: signed([other]), smtp, says: 'matches what the server presents' },
  },
  undetermined: {
    'the records could not be had': {
      zone: signed([], { '_25._tcp.mx1.example.com': 'timeout' }),
      says: 'no answer came in time',
    },
    'the resolver vouches for nothing': { zone: unsigned([own], { '.': { SOA: [] } }), says: 'does not vouch' },
    'of one server alone': {
      zone: signed([own, other], {
        'example.com': { MX: mx('mx1.example.com', 'mx2.example.com'), authenticated: true },
        'mx2.example.com': { A: ['192.0.2.2'], authenticated: true },
        '_25._tcp.mx2.example.com': 'servfail',
      }),
      says: 'mx2.example.com: could not be told',
    },
    'the mail servers are not known': { zone: unknownMx },
  },
  notApplicable: {
    'no records': { zone: signed([]) },
    'not signed': { zone: unsigned([own]) },
    'no mail server': { zone: noMx },
  },
});
