import { type Service, serve } from '@whybounce/server';
import { afterEach, describe, expect, it } from 'vitest';
import { checkWorld } from '../check-world.ts';
import { makeSmallSite } from './small-site.ts';

const started: { service: Service; remove: () => void }[] = [];
afterEach(async () => {
  for (const { service, remove } of started.splice(0)) {
    await service.stop();
    remove();
  }
});

type World = ReturnType<typeof checkWorld>;
type Post = (fields: Readonly<Record<string, string | Blob>>, headers?: Record<string, string>) => Promise<Response>;

async function open(world: World = checkWorld()): Promise<{ post: Post; address: string }> {
  const site = makeSmallSite();
  const service = await serve({ version: '1.2.3', port: 0, site: site.folder, checks: world });
  started.push({ service, remove: site.remove });
  const address = new URL('/check/message', service.address).href;
  const post: Post = (fields, headers = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return fetch(address, { method: 'POST', body, headers });
  };
  return { post, address };
}

const message = [
  'Return-Path: <bounce@example.com>',
  'Received: from out.example.com (out.example.com [192.0.2.25]) by mx.example.net with ESMTPS id 1; Wed, 27 May 2026 14:30:02 +0000',
  'From: News <news@example.com>',
  'To: jo@example.net',
  'Subject: <img src=x onerror=alert(1)>',
  'Date: Wed, 27 May 2026 14:30:01 +0000',
  'Message-ID: <1@example.com>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Hello <a href="http://192.0.2.1/"><script>alert(2)</script>https://example.com/</a></p>',
  '',
].join('\r\n');
const file = (text: string | Uint8Array<ArrayBuffer>): Blob => new Blob([text]);

/** The run that the page offers to save. */
function savedRun(html: string): {
  readonly results: { id: string; outcome: string; says: string }[];
  checkedAt: string;
} {
  const [, data = ''] = /href="data:application\/json;charset=utf-8,([^"]+)"/.exec(html) ?? [];
  return JSON.parse(decodeURIComponent(data)) as ReturnType<typeof savedRun>;
}

describe('the message test', () => {
  it('is a form that says where the message goes', async () => {
    const { address } = await open();
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'none'");
    const html = await response.text();
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toContain('The whole message goes to this service');
    expect((await fetch(address, { method: 'PUT', body: 'x' })).status).toBe(405);
  });

  it('makes at least 45 tests of a file, says which were not run, and holds it against the rules for bulk senders', async () => {
    const { post } = await open();
    const response = await post({ file: file(message), ip: '', helo: '', from: '' });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    const { results } = savedRun(html);
    expect(results.length).toBeGreaterThanOrEqual(45);
    for (const { id } of results) expect(html).toContain(`id="check-${id.replace('.', '-')}"`);
    expect(html).toContain('A message file does not tell: this needs a connection to the mail server');
    for (const provider of ['Google', 'Yahoo', 'Microsoft']) expect(html).toContain(`<th scope="col">${provider}</th>`);
    // what stands in the message is text
    expect(html).not.toMatch(/<img|<script(?! type="module" src="\/assets)/);
  });

  it('takes a pasted source too, also behind blank lines and as a plain form', async () => {
    const { post, address } = await open();
    const pasted = await post({ file: file(''), text: `\r\n\r\n${message}` });
    expect(pasted.status).toBe(200);
    const plain = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ text: message, ip: '198.51.100.7' }),
    });
    expect(plain.status).toBe(200);
    const spf = savedRun(await plain.text()).results.find(({ id }) => id === 'spf.authorises_ip');
    expect(spf?.says).toContain('198.51.100.7');
  });

  it('compares with an earlier run', async () => {
    const { post } = await open();
    const html = await (await post({ file: file(message) })).text();
    const earlier = savedRun(html);
    const same = await (await post({ file: file(message), earlier: file(JSON.stringify(earlier)) })).text();
    expect(same).toContain('Nothing changed.');
    const changed = {
      ...earlier,
      results: earlier.results.map((result) =>
        result.id === 'spf.exists' || result.id === 'spf.present'
          ? { ...result, outcome: 'fail', says: '<b>none</b> was there' }
          : result,
      ),
    };
    const after = await (await post({ file: file(message), earlier: file(JSON.stringify(changed)) })).text();
    expect(after).toContain('What changed since the earlier run');
    expect(after).toContain('&lt;b>none&lt;/b> was there');
    expect(after).toContain(': repaired');
  });

  it.each([
    [422, 'There was no message', { text: ' \r\n ' }],
    [422, 'This is no message', { text: 'Hello, this is a letter and no mail at all.\r\n\r\nBye' }],
    [422, '"nonsense" is no IP address', { text: message, ip: 'nonsense' }],
    [422, 'The earlier run cannot be read', { text: message, earlier: file('{"results": [1, {"id": "x"}]}') }],
    [422, 'The earlier run cannot be read', { text: message, earlier: file('not json') }],
    [413, 'The earlier run is larger than 2 MB', { text: message, earlier: file(new Uint8Array(2 * 1024 * 1024 + 1)) }],
    [413, 'The message is larger than 10 MB', { file: file(`${message}${'x'.repeat(10 * 1024 * 1024)}`) }],
    [413, 'The message is larger than 10 MB', { file: file(new Uint8Array(30 * 1024 * 1024)) }],
  ] as const)('answers %s: %s', async (status, says, fields) => {
    const { post } = await open();
    const response = await post(fields);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(says.replaceAll('"', '&quot;'));
  });

  it('is not made for other sites, and for one network not without end', async () => {
    const { post } = await open();
    const foreign = await post({ text: message }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post({ text: message })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(await refused[0]?.text()).toContain('Wait ten seconds');
  });

  it('runs on a thread of its own where the service asks the real world', async () => {
    // nobody listens there: what needs the DNS is told as undetermined
    const { post } = await open({ resolvers: ['127.0.0.1:1'], connect: false, lists: false, milliseconds: 4_000 });
    const response = await post({ file: file(message) });
    expect(response.status).toBe(200);
    const { results } = savedRun(await response.text());
    expect(results.length).toBeGreaterThanOrEqual(45);
    expect(results.some(({ outcome }) => outcome === 'could-not-determine')).toBe(true);
    expect(results.some(({ outcome }) => outcome === 'pass')).toBe(true);
  });
});
