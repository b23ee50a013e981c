import { request } from 'node:http';
import { type Service, serve } from '@whybounce/server';
import { afterEach, describe, expect, it } from 'vitest';
import { recordWorld } from '../record-world.ts';
import { makeSmallSite } from './small-site.ts';

const started: { service: Service; remove: () => void }[] = [];
afterEach(async () => {
  for (const { service, remove } of started.splice(0)) {
    await service.stop();
    remove();
  }
});

interface At {
  (path: string, init?: RequestInit): Promise<Response>;
  readonly asked: readonly string[];
  readonly address: string;
}

/** The status of an answer to headers that `fetch` sets itself. */
function statusOf({ address }: At, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, address), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.once('error', reject);
    asked.end();
  });
}

/** A service of its own for each test: what a client may ask for in a short time is little. */
async function open(): Promise<At> {
  const site = makeSmallSite();
  const { checks, asked } = recordWorld();
  const service = await serve({ version: '1.2.3', port: 0, site: site.folder, checks });
  started.push({ service, remove: site.remove });
  const at = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(new URL(path, service.address), { redirect: 'manual', ...init });
  return Object.assign(at, { asked, address: service.address });
}

const paths = [
  ...['/check/spf', '/check/dmarc', '/check/mta-sts', '/check/what-if'],
  ...['/write/spf', '/write/dmarc', '/write/mta-sts', '/write/dkim', '/write/bimi'],
];

/** What a page says, without its markup. */
async function textOf(response: Response): Promise<string> {
  const html = await response.text();
  expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/i);
  return html
    .replace(
      /<(?:del|ins|code|bdi|strong|span|mark|sup|b|i|a)\b[^>]*>|<\/(?:del|ins|code|bdi|strong|span|mark|sup|b|i|a)>/g,
      '',
    )
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

describe('a page about records', () => {
  it.each(paths)('%s without a domain is a form, asks nothing and may be found', async (path) => {
    const at = await open();
    const response = await at(path);
    expect(response.status).toBe(200);
    const html = await response.text();
    const method = path === '/write/dkim' ? 'post' : 'get';
    expect(html).toContain(`<form class="ask" method="${method}" action="${path}"`);
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'none'");
    expect(html).not.toContain('noindex');
    expect(at.asked).toEqual([]);
  });

  it.each(['/check/spf', '/check/dmarc', '/check/mta-sts', '/write/spf', '/write/mta-sts'])(
    '%s shows what strangers publish as text, and no search engine keeps it',
    async (path) => {
      const at = await open();
      const response = await at(`${path}?domain=hostile.example`);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const html = await response.text();
      expect(html).toContain('noindex');
      expect(html).not.toMatch(/<script>|<img|<b>mx/);
      // a form sends back what it was given
      expect(html.replaceAll(/ value="[^"]*"/g, '')).not.toContain('\u202e');
      if (path.endsWith('spf')) expect(html).toContain('&lt;script>alert(1)&lt;/script>');
    },
  );

  it.each([
    ['/check/spf?domain=ex+ample', '"ex ample" is no domain'],
    ['/check/spf?domain=example.com&ip=192.0.2.256', '"192.0.2.256" is no IP address'],
    ['/write/mta-sts?domain=_x.example.com&mode=none', '_x.example.com'],
    ['/write/bimi?domain=example.com&logo=http://example.com/logo.svg', 'write one https URL'],
    ['/check/what-if?domain=example.com&record=hello', 'is neither an SPF nor a DMARC record'],
    ['/check/what-if?domain=example.com&record=v%3Dspf1+-all&sender1=a@example.com', 'Mail 1 has no IP address'],
  ])('%s is answered with what to write', async (path, says) => {
    const at = await open();
    const response = await at(path);
    expect(response.status).toBe(422);
    expect(await textOf(response)).toContain(says);
  });

  it.each([
    ['/write/spf?domain=example.com&ip=192.0.2.0/33', '"192.0.2.0/33" is no IP address or range'],
    ['/write/spf?domain=example.com&include=nowhere', '"nowhere" is no domain'],
    ['/write/spf?domain=example.com&include=a.123', '"a.123" cannot be added to the record'],
    ['/write/mta-sts?domain=example.com&rua=nowhere', '"nowhere" is no place for reports'],
    ['/write/dmarc?domain=example.com&rua=nowhere', 'is no mailbox to which reports can go'],
  ])('%s keeps the rest of the form', async (path, says) => {
    const at = await open();
    const response = await at(path);
    expect(response.status).toBe(200);
    const text = await textOf(response);
    expect(text).toContain(says);
    expect(text).toContain('Ready to copy');
  });

  it('asks for no page of another site, and for no client without end', async () => {
    const at = await open();
    for (const [mode, dest] of [
      ['cors', 'empty'],
      ['no-cors', 'image'],
      ['navigate', 'iframe'],
    ] as const) {
      const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': dest };
      expect(await statusOf(at, '/check/spf?domain=example.com', headers)).toBe(403);
    }
    expect(at.asked).toEqual([]);
    const statuses: number[] = [];
    for (let time = 0; time < 8; time++) statuses.push((await at('/check/dmarc?domain=plain.example')).status);
    expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
    expect(statuses).toContain(429);
    const waiting = await at('/write/spf?domain=example.com');
    expect(waiting.headers.get('retry-after')).toBe('10');
    expect(await textOf(waiting)).toContain('Wait ten seconds');
  });
});

describe('a page about records that is asked for from elsewhere', () => {
  it.each(['/check/spf', '/check/dmarc', '/write/spf'])('%s opens from a link of another site', async (path) => {
    const at = await open();
    // Node's fetch names a mode of its own: what a browser sends goes out by hand
    const status = await statusOf(at, `${path}?domain=example.com`, {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    });
    expect(status).toBe(200);
    expect(at.asked).not.toEqual([]);
  });

  it('looks nothing up for HEAD, which costs nothing', async () => {
    const at = await open();
    for (let time = 0; time < 8; time++) {
      const head = await at('/check/spf?domain=example.com', { method: 'HEAD' });
      expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    }
    expect(at.asked).toEqual([]);
    expect((await at('/check/spf?domain=example.com')).status).toBe(200);
  });

  it.each(['/write', '/write/'])('%s leads to the overview', async (path) => {
    const response = await (await open())(path);
    expect([response.status, response.headers.get('location')]).toEqual([308, '/check']);
  });
});

describe('the form for a DKIM key', () => {
  const posted = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams({ domain: 'example.com', selector: 's1', ...fields }),
    headers,
  });

  it('shows a private key to nobody, and says what became of it', async () => {
    const { privateKey } = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    );
    const base64 = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64');
    const part = base64.slice(60, 100);
    const pem = `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----`;
    const at = await open();
    for (const fields of [{ key: pem }, { key: base64 }, { key: '', selector: pem }, { key: pem, domain: '' }]) {
      const response = await at('/write/dkim', posted(fields));
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain('This is a private key: it is known now to whoever saw it');
      expect(html).not.toContain(part);
      if (!('domain' in fields)) expect(html).toContain('value="example.com"');
    }
    // cut or garbled, it may still be a part of one
    for (const key of [base64.slice(0, 300), `x${base64.slice(0, 900)}`]) {
      const response = await at('/write/dkim', posted({ key }));
      expect(response.status).toBe(422);
      expect(await response.text()).not.toContain(part);
    }
    const address = await at(`/write/dkim?${new URLSearchParams({ domain: 'example.com', selector: 's1', key: pem })}`);
    expect(address.status).toBe(422);
    const html = await address.text();
    expect(html).toContain('This is a private key');
    expect(html).not.toContain(part);
  });

  it('fills in from an address where to begin, and looks nothing up', async () => {
    const at = await open();
    const html = await (await at('/write/dkim?domain=example.com&selector=s1&key=QUJD')).text();
    expect(html).toContain('value="example.com"');
    expect(html).toContain('value="s1"');
    expect(html).not.toContain('QUJD');
    expect(at.asked).toEqual([]);
  });

  it.each([
    [422, 'This is no public key that can be read', posted({ key: 'QUJD' })],
    [403, 'Another site sent this form', posted({ key: 'QUJD' }, { 'Sec-Fetch-Site': 'cross-site' })],
    [413, 'This is more than 64 kB', posted({ key: 'x'.repeat(70_000) })],
    [415, 'This was not sent as a form', { method: 'POST', body: 'key' }],
  ] as const)('answers %s: %s', async (status, says, init) => {
    const at = await open();
    const response = await at('/write/dkim', init);
    expect(response.status).toBe(status);
    expect(await textOf(response)).toContain(says);
    expect(at.asked.length).toBe(status === 422 ? 1 : 0);
  });

  it('takes no other method', async () => {
    const response = await (await open())('/write/dkim', { method: 'PUT', body: 'x' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});

describe('the SPF tree', () => {
  it('shows what each term costs and where the limit breaks', async () => {
    const at = await open();
    const html = await (await at('/check/spf?domain=example.com')).text();
    expect(html.match(/over-here/g)).toHaveLength(1);
    const [, over] = /<li class="node over-here"[^>]*id="([^"]+)"/.exec(html) ?? [];
    expect(html).toContain(`href="#${over}"`);
    const text = await textOf(await at('/check/spf?domain=example.com'));
    expect(text).toContain('Breaks the limit: it is look-up 11, and 10 are allowed');
    expect(text).toContain('Circle: leads back to _spf.crm.example');
    expect(text).toContain('Twice: a.mailer.example is in the tree already');
    expect(text).toContain('gone.crm.example has no SPF record. An include of it is an error');
    expect(text).toContain('12 ranges 48 IPv4 addresses');
    expect(text).toContain('203.0.113.0 to 203.0.113.3, 4');
    expect(text).toContain('Depends on the message: counted, not followed');
  });

  it('tells which term decides for a client', async () => {
    const at = await open();
    const response = await at('/check/spf?domain=example.com&ip=192.0.2.20&sender=ann%40example.com');
    const html = await response.text();
    expect(html.match(/verdict-leads/g)).toHaveLength(2);
    expect(html).toMatch(/verdict-decides[\s\S]{0,200}a:h0\.mailer\.example/);
    expect(await textOf(new Response(html))).toContain(
      'Mail from 192.0.2.20 with the return path ann@example.com passes SPF.',
    );
  });

  it('says so where nothing could be read', async () => {
    const at = await open();
    const text = await textOf(await at('/check/spf?domain=down.example'));
    expect(text).toContain('Whether down.example has an SPF record could not be determined');
    expect(text).not.toContain('has no SPF record');
  });
});

describe('the page about DMARC', () => {
  it('shows both standards beside each other, subdomains, and who may get reports', async () => {
    const at = await open();
    const text = (await textOf(await at('/check/dmarc?domain=example.com'))).replace(/\s+/g, ' ');
    expect(text).toContain(
      'subdomains of example.com that do not exist goes to spam (50 of 100)sp=quarantine is refusednp=reject',
    );
    expect(text).toContain('vendor.example does not say at example.com._report._dmarc.vendor.example');
    expect(text).toContain('Raise p=none to p=quarantine.');
  });

  it('does not take silence for absence', async () => {
    const at = await open();
    const text = await textOf(await at('/check/dmarc?domain=down.example'));
    expect(text).toContain('Which policy applies could not be determined');
    expect(text).not.toContain('No DMARC policy applies');
    expect(text).not.toContain('Publish p=none');
  });
});

it('the page about MTA-STS compares the policy with every mail server', async () => {
  const at = await open();
  const text = await textOf(await at('/check/mta-sts?domain=example.com'));
  expect(text).toContain('Encrypted delivery is enforced');
  expect(text).toContain('mx: *.example.com');
  expect(text).toContain('The policy does not name mx.example.net: senders that follow MTA-STS');
  expect(text).toContain('Senders mail a report on the connections of each day to tls@example.com.');
  const unknown = await textOf(await at('/check/mta-sts?domain=down.example'));
  expect(unknown).toContain('It could not be determined what senders do');
});

describe('a page that writes', () => {
  it('SPF keeps what is published, adds, and says what changes', async () => {
    const at = await open();
    const response = await at(
      '/write/spf?domain=example.com&add=_spf.google.com&ip=192.0.2.44&remove=include%3A_spf.crm.example&all=-',
    );
    const html = await response.text();
    expect(html).toContain(
      '>v=spf1 mx include:_spf.mailer.example ip4:198.51.100.0/24 ip4:192.0.2.44 include:_spf.google.com -all</pre>',
    );
    const text = (await textOf(new Response(html))).replace(/\s+/g, ' ');
    expect(text).toContain('−goes include:_spf.crm.example');
    expect(text).toContain('+new ip4:192.0.2.44');
    expect(text).toContain('~changed ~all-all');
    expect(text).toContain('of the record that is published: 21. Of the new one: 19 of 10 that are allowed.');
  });

  it('SPF makes one of several, and says which to delete', async () => {
    const at = await open();
    const html = await (await at('/write/spf?domain=two.example&add=_spf.google.com')).text();
    expect(html).toContain('>v=spf1 a include:_spf.google.com ~all</pre>');
    const text = await textOf(new Response(html));
    expect(text).toContain('takes the place of 2 that stand there');
    expect(text.match(/v=spf1 include:_spf\.google\.com -all/g)?.length).toBe(2);
  });

  it.each(['/write/spf', '/write/dmarc'])('%s writes nothing beside a record that it could not see', async (path) => {
    const at = await open();
    const text = await textOf(await at(`${path}?domain=down.example`));
    expect(text).toContain('could not be read (no answer came in time)');
    expect(text).toContain('So nothing is written yet');
    expect(text).not.toContain('Ready to copy');
    expect(text).not.toContain('Nothing of this kind is published');
    const pasted = path === '/write/spf' ? 'v=spf1 ip4:192.0.2.7 -all' : 'v=DMARC1; p=none; rua=mailto:a@down.example';
    const with_ = await at(`${path}?domain=down.example&published=${encodeURIComponent(pasted)}`);
    expect(await with_.text()).toContain(`>${pasted}</pre>`);
    const none = await textOf(await at(`${path}?domain=down.example&nothing=yes`));
    expect(none).toContain('Ready to copy');
  });

  it('DMARC goes one step, keeps who gets reports, and names what the other side must publish', async () => {
    const at = await open();
    const html = await (await at('/write/dmarc?domain=example.com&p=reject&rua=dmarc%40example.com')).text();
    expect(html).toMatch(/>v=DMARC1; p=quarantine; rua=mailto:reports@vendor\.example,mailto:dmarc@example\.com;/);
    const text = await textOf(new Response(html));
    expect(text).toContain('p=reject comes after p=quarantine');
    expect(text).toContain('What vendor.example must publish');
  });

  it('MTA-STS writes a file and two records, or says why not', async () => {
    const at = await open();
    const html = await (await at('/write/mta-sts?domain=example.com&mode=enforce&rua=more%40example.com')).text();
    expect(html).toMatch(/version: STSv1\r?\nmode: enforce\r?\nmx: \*\.example\.com\r?\nmx: mx\.example\.net/);
    expect(html).toContain('v=TLSRPTv1; rua=mailto:tls@example.com,mailto:more@example.com');
    const none = await textOf(await at('/write/mta-sts?domain=plain.example'));
    expect(none).toContain('plain.example names no mail server in MX records');
    const unknown = await textOf(await at('/write/mta-sts?domain=down.example'));
    expect(unknown).toContain('could not be read from the DNS');
  });

  it('DKIM cuts a long value into strings', async () => {
    const { publicKey } = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    );
    const key = Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64');
    const at = await open();
    const body = new URLSearchParams({ domain: 'example.com', selector: 's1', key });
    const html = await (await at('/write/dkim', { method: 'POST', body })).text();
    expect(html).toContain(`${key}</textarea>`);
    expect(html).toContain(`>v=DKIM1; k=rsa; p=${key}</pre>`);
    const [, strings = ''] = /id="publish-1-strings"[^>]*>([^<]*)</.exec(html) ?? [];
    const parts = strings.replaceAll('&quot;', '"').split('" "');
    expect(parts).toHaveLength(2);
    expect(parts.join('').replaceAll('"', '')).toBe(`v=DKIM1; k=rsa; p=${key}`);
    const bimi = await (await at('/write/bimi?domain=example.com&logo=https%3A%2F%2Fexample.com%2Flogo.svg')).text();
    expect(bimi).toContain('>v=BIMI1; l=https://example.com/logo.svg; a=;</pre>');
  });
});

it('what a record would do is told before it is published', async () => {
  const at = await open();
  const record = encodeURIComponent('v=spf1 ip4:192.0.2.0/30 -all');
  const text = await textOf(
    await at(
      `/check/what-if?domain=plain.example&record=${record}&ip1=192.0.2.2&sender1=a%40plain.example&ip2=198.51.100.9&sender2=b%40plain.example&dkim2=plain.example`,
    ),
  );
  expect(text.replace(/\s+/g, ' ')).toContain(
    '192.0.2.2, a@plain.example fails, refusedSPF fail passes DMARCSPF pass would pass',
  );
  expect(text).toContain('198.51.100.9, b@plain.example');
  expect(text).toContain('the same');
});
