import type { Zone } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../check/prove-fixture.ts';
import { mailServers } from '../fact/mail-servers.ts';
import { observeRoute } from './observe-route.ts';

const microsoft = 'example-com.mail.protection.outlook.com';
const google = 'aspmx.l.google.com';
const gateway = 'mx1-eu1.ppe-hosted.com';

describe('how the MX of today stands to the server that refused', () => {
  it.each([
    ['it names it', microsoft, [microsoft], 'mx-target:refusing-host'],
    ['it names it by address', '192.0.2.1', [microsoft], 'mx-target:refusing-host'],
    [
      'it names another tenant',
      'other-net.mail.protection.outlook.com',
      ['other-net.mail.protection.outlook.com'],
      'mx-target:other-tenant',
    ],
    ['it names a gateway', microsoft, [gateway], 'mx-target:gateway'],
    ['it names another provider', microsoft, [google, 'alt1.aspmx.l.google.com'], 'mx-target:moved-away'],
    [
      'it names the provider by another of its names',
      microsoft,
      ['example-com.o-v1.mx.microsoft'],
      'mx-target:refusing-host',
    ],
    ['half of it names another provider', microsoft, [google, 'mail.example.com'], null],
    ['it names own servers, which may pass on to a cloud', microsoft, ['mail.example.com'], null],
    ['a relay refused, which may be the sender’s', 'relay.example.net', [google], null],
  ])('%s', async (_name, refusedBy, mx, id) => {
    const zone: Zone = {
      'example.com': { MX: mx.map((exchange) => ({ preference: 10, exchange })) },
      ...Object.fromEntries(mx.map((host) => [host, { A: ['192.0.2.1'] }])),
    };
    const context = contextOf({ subject: { refusedBy }, zone });
    expect(observeRoute(context, await mailServers(context)).map((seen) => seen.id)).toEqual(id === null ? [] : [id]);
  });
});
