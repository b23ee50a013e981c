import { greets } from '../mx/dialogue-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import cipher from './cipher.ts';
import { nothingThere, plain, secured, servers, untestable } from './tls-fixture.ts';

const tls = (cipher: string, own: object = {}) => secured({}, { version: 'TLSv1.2', cipher, ...own });

proveCheck(cipher, {
  passes: {
    'TLS 1.3': servers(secured()),
    'TLS 1.2 with ECDHE': {
      ...servers(tls('ECDHE-RSA-AES128-GCM-SHA256', { keyExchange: 'prime256v1' })),
      says: 'it picks ECDHE-RSA',
    },
    'a finite field of 2048 bits': servers(tls('DHE-RSA-AES256-GCM-SHA384', { keyExchange: '2048' })),
  },
  fails: {
    'no forward secrecy': {
      ...servers(tls('AES256-GCM-SHA384', { forwardSecrecy: false, keyExchange: null })),
      severity: 'medium',
      says: 'who gets hold of its key',
    },
    'of a Postfix': {
      ...servers({ ...tls('AES256-SHA', { forwardSecrecy: false }), ...greets('220 mx1.example.com ESMTP Postfix') }),
      fix: /main\.cf of mx1[\s\S]*kRSA/,
    },
    broken: {
      ...servers(secured(), tls('RC4-SHA')),
      severity: 'high',
      says: /^mx2.*picks RC4-SHA, which is broken/,
      fix: /remove RC4-SHA/,
    },
    'triple DES': servers(tls('ECDHE-RSA-DES-CBC3-SHA')),
    'nobody vouches': servers(tls('AECDH-AES256-SHA')),
    'a short key exchange': {
      ...servers(tls('DHE-RSA-AES256-GCM-SHA384', { keyExchange: '1024' })),
      says: '1024 bits',
    },
  },
  warns: { CBC: { ...servers(tls('ECDHE-RSA-AES256-SHA384', { aead: false })), severity: 'low', says: 'CBC' } },
  undetermined: untestable,
  notApplicable: { ...nothingThere, 'no TLS': servers(plain) },
});
