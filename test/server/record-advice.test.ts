import { type Zone, ZoneDns } from '@whybounce/core/dns';
import { type Service, serve } from '@whybounce/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallSite } from './small-site.ts';

/** A domain whose records give bad advice a chance: whatever the pages say of it has to be safe to follow. */
const zone: Zone = {
  'old.example': {
    TXT: [`v=spf1 ip4:192.0.2.1 ${Array.from({ length: 11 }, (_, index) => `a:h${index}.old.example`).join(' ')} -all`],
    MX: [
      { preference: 10, exchange: 'mx.old.example' },
      { preference: 20, exchange: 'gone.old.example' },
      { preference: 30, exchange: 'mute.old.example' },
    ],
  },
  'mx.old.example': { A: ['192.0.2.2'] },
  'mute.old.example': 'timeout',
  ...Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`h${index}.old.example`, { A: ['192.0.2.3'] }])),
  '_dmarc.old.example': { TXT: ['v=DMARC1; p=none; rua=mailto:d@vendor.example'] },
  'tested.example': { A: ['192.0.2.4'] },
  '_dmarc.tested.example': { TXT: ['v=DMARC1; p=reject; pct=20; rua=mailto:d@tested.example'] },
  'done.example': { A: ['192.0.2.4'], MX: [{ preference: 1, exchange: 'gone.done.example' }] },
  '_dmarc.done.example': { TXT: ['v=DMARC1; p=reject; rua=mailto:d@done.example'] },
  'broken.example': {
    TXT: [`v=spf1 include:gone.broken.example ${'mx '.repeat(9)}include:spf.broken.example -all`],
    MX: [{ preference: 1, exchange: 'mx.old.example' }],
  },
  'spf.broken.example': { TXT: ['v=spf1 ip4:192.0.2.9 -all'] },
};

let service: Service;
let remove: () => void;
beforeAll(async () => {
  const site = makeSmallSite();
  remove = site.remove;
  const https = () => ({
    get: async (url: string) => ({
      url,
      outcome: 'no-name' as const,
      status: null,
      headers: {},
      body: new Uint8Array(),
      detail: null,
      ip: null,
      certificateEnds: null,
    }),
  });
  const instruments = { dns: new ZoneDns(zone), https };
  service = await serve({
    version: '1.2.3',
    port: 0,
    site: site.folder,
    checks: { instruments, lists: false, connect: false },
  });
});
afterAll(async () => {
  await service.stop();
  remove();
});

/** What a page says: its markup, and its text with blanks made one. A client may ask once a second. */
async function open(path: string): Promise<{ readonly html: string; readonly text: string }> {
  for (;;) {
    const response = await fetch(new URL(path, service.address));
    const html = await response.text();
    if (response.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      continue;
    }
    const text = html
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ');
    return { html, text };
  }
}

describe('DMARC', () => {
  it('the step that is named is the one that is written', async () => {
    const { html, text } = await open('/check/dmarc?domain=old.example');
    expect(text).toContain('Raise p=none to p=quarantine.');
    const [, link = ''] = /href="(\/write\/dmarc\?[^"]*)"/.exec(html.slice(html.indexOf('id="next"'))) ?? [];
    for (const path of [link.replaceAll('&amp;', '&'), '/write/dmarc?domain=old.example']) {
      const written = await open(path);
      expect(written.html).toContain('>v=DMARC1; p=quarantine; rua=mailto:d@vendor.example</pre>');
      expect(written.text).toContain('Look through the reports of two to four weeks');
      expect(written.text).toContain('Publish the value as the one TXT record at _dmarc.old.example.');
    }
  });

  it('a test that ends is a step too', async () => {
    const { html } = await open('/write/dmarc?domain=tested.example');
    expect(html).toContain('>v=DMARC1; p=reject; rua=mailto:d@tested.example</pre>');
  });

  it.each(['/write/dmarc?domain=old.example&p=keep', '/write/dmarc?domain=done.example'])(
    '%s changes nothing, and nothing is to be published',
    async (path) => {
      const { text } = await open(path);
      expect(text).toContain('Nothing changes');
      expect(text).not.toContain('Publish the value');
    },
  );

  it.each(['/check/dmarc?domain=old.example', '/write/dmarc?domain=old.example'])(
    '%s asks no permission of a host that does not exist',
    async (path) => {
      const { text } = await open(path);
      expect(text).toContain('Reports cannot go to d@vendor.example: the domain vendor.example does not exist.');
      expect(text).not.toContain('What vendor.example must publish');
    },
  );
});

describe('SPF', () => {
  it('what receivers would treat as an error is not to be published', async () => {
    const { text } = await open('/write/spf?domain=old.example&ip=192.0.2.77');
    expect(text.indexOf('Do not publish this yet')).toBeLessThan(text.indexOf('Ready to copy'));
    expect(text).toContain('Do not publish this yet: first mend');
    expect(text).not.toContain('Publish the value');
    const mended = await open('/write/spf?domain=old.example&remove=a%3Ah0.old.example');
    expect(mended.text).not.toContain('Do not publish');
    expect(mended.text).toContain('Publish the value');
  });

  it('addresses in the place of includes are offered only where they mend the record', async () => {
    const { html, text } = await open('/check/spf?domain=broken.example');
    expect(text).toContain('Without includes: not yet');
    expect(html).not.toContain('id="flat-1"');
    expect(text.slice(text.indexOf('Without includes'))).toContain('gone.broken.example');
  });

  it('a sender before the limit passes, and that is said to be luck', async () => {
    const { text } = await open('/check/spf?domain=old.example&ip=192.0.2.1');
    expect(text).toContain('This sender is found before the limit of look-ups; senders after it are not.');
  });
});

it('MTA-STS names no mail server without an address, and says what it could not look up', async () => {
  const { html, text } = await open('/write/mta-sts?domain=old.example');
  expect(html).toMatch(/mx: mx\.old\.example\r?\nmx: mute\.old\.example\r?\nmax_age/);
  expect(text).toContain('gone.old.example is named in the MX records and has no address');
  expect(text).toContain('Whether mute.old.example has an address could not be determined');
  expect(text).not.toContain('no line of the policy');
  const none = await open('/write/mta-sts?domain=done.example');
  expect(none.text).toContain('gone.done.example is named in the MX records and has no address');
  expect(none.text).not.toContain('Ready to copy');
  const check = await open('/check/mta-sts?domain=old.example');
  expect(check.text).toContain('There is no TXT record at _smtp._tls.old.example, so that nobody sends TLS reports.');
  expect(check.text).not.toContain('None of the TXT records');
});

it('an address alone is tried as a bounce would come from it', async () => {
  const record = encodeURIComponent('v=spf1 ip4:192.0.2.77 -all');
  const { text } = await open(`/check/what-if?domain=old.example&record=${record}&ip1=192.0.2.77`);
  expect(text).toContain('192.0.2.77, postmaster@old.example');
  expect(text).toContain('SPF pass');
});

it('BIMI says that no certificate is named, and leads to a check', async () => {
  const { html, text } = await open('/write/bimi?domain=old.example&logo=https%3A%2F%2Fold.example%2Flogo.svg');
  expect(text).toContain('No certificate is named.');
  expect(html).toContain('href="/check/domain?domain=old.example"');
});
