import { proveCheck } from '../prove-fixture.ts';
import { mx, nullMx, unknownMx } from './mail-servers-fixture.ts';
import publicIp from './public-ip.ts';

const zone = (own: { A?: string[]; AAAA?: string[] }) => ({
  'example.com': { MX: mx('mx.example.com') },
  'mx.example.com': own,
});

proveCheck(publicIp, {
  passes: { 'both families': { zone: zone({ A: ['8.8.8.8'], AAAA: ['2001:4860:4860::8888'] }), says: '8.8.8.8' } },
  fails: {
    'an inner network': {
      zone: zone({ A: ['10.0.0.25'] }),
      says: 'mx.example.com has the address 10.0.0.25 (an inner network): no sender on the internet can reach it.',
    },
    'two of an inner network': {
      zone: zone({ A: ['10.0.0.25', '10.0.0.26'] }),
      says: 'no sender on the internet can reach them.',
    },
    'the machine itself': { zone: zone({ A: ['127.0.0.1'] }), says: 'the machine itself' },
    'one of two': { zone: zone({ A: ['8.8.8.8'], AAAA: ['fd00::25'] }), says: 'fd00::25', fix: /fd00::25/ },
    'addresses of documentation': { zone: zone({ A: ['192.0.2.1'] }), says: 'reserved' },
  },
  undetermined: { SERVFAIL: { zone: unknownMx } },
  notApplicable: { 'takes no mail': { zone: nullMx }, 'a host without address': { zone: zone({}) } },
});
