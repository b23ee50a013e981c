import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Service, serve } from '@whybounce/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../command.ts';
import { rawRequest, statusOf } from './raw-request.ts';
import { makeSmallSite } from './small-site.ts';

const site = makeSmallSite();
let service: Service;
beforeAll(async () => {
  service = await serve({ version: '1.2.3', port: 0, site: site.folder });
});
afterAll(async () => {
  await service.stop();
  site.remove();
});

const post = (body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(service.address, { method: 'POST', body, headers });
const formOf = (fields: readonly (readonly [string, string | File])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value as string);
  return form;
};

const reply = '550 5.4.1 Recipient address rejected: Access denied [DB5PEPF00014B92.eurprd02.prod.outlook.com]';

describe('the form without script', () => {
  it('is answered as a page that nobody keeps', async () => {
    const response = await post(formOf([['text', reply]]));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    expect(html).toContain('Microsoft 365');
    expect(html).toContain('Access denied');
  });

  it('reads an encoded form, chunks without a length, and a file', async () => {
    const encoded = await post(new URLSearchParams({ text: '550 5.1.1 User unknown', host: 'mx.example.net' }));
    expect(encoded.status).toBe(200);
    const mail = readFileSync(join(root, 'examples', 'gmail-no-such-user.eml'));
    const file = await post(formOf([['file', new File([mail], 'bounce.eml')]]));
    expect(file.status).toBe(200);
    expect(await file.text()).toContain('Gmail');
    const chunked = await rawRequest(
      service.port,
      'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n',
      '5\r\ntext=\r\n',
      `${reply.length.toString(16)}\r\n${reply.replaceAll(' ', '+')}\r\n0\r\n\r\n`,
    );
    expect(statusOf(chunked)).toBe(200);
  });

  it('takes several files, and lists what is in them', async () => {
    const lines = (address: string): File =>
      new File(
        [
          `Nov 28 10:00:00 mx postfix/smtp[7]: 4F1A2C3D4E: to=<${address}>, relay=mx.example.net[192.0.2.1]:25, delay=1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))
`,
        ],
        `${address}.log`,
      );
    const response = await post(
      formOf([
        ['text', ''],
        ['file', lines('jo@example.net')],
        ['file', lines('kim@example.net')],
      ]),
    );
    const html = await response.text();
    expect(html).toContain('jo@example.net');
    expect(html).toContain('kim@example.net');
  });

  it('takes the answer to its question', async () => {
    const first = await (await post(formOf([['text', reply]]))).text();
    const [, observation = ''] = /name="answer" value="([^"]+)"/.exec(first) ?? [];
    const [, carried = ''] = /name="text" value="([^"]+)"/.exec(first) ?? [];
    const [, number = ''] = /name="number" value="([^"]+)"/.exec(first) ?? [];
    expect(observation).toMatch(/^[a-z-]+:[a-z-]+$/);
    expect(carried).toContain('Access denied');
    const second = await post(
      formOf([
        ['text', carried],
        ['number', number],
        ['answer', observation],
      ]),
    );
    expect(second.status).toBe(200);
    const html = await second.text();
    expect(html).toContain(`name="answered" value="${observation}"`);
    expect(html).not.toContain(`name="answer" value="${observation}"`);
    const [, skipped = ''] = /name="skip" value="([^"]+)"/.exec(html) ?? [];
    const third = await post(
      formOf([
        ['text', carried],
        ['number', number],
        ['answered', observation],
        ['skip', skipped],
      ]),
    );
    const last = await third.text();
    expect(last).toContain(`name="answered" value="${observation}"`);
    expect(last).toContain(`name="answered" value="${skipped}:"`);
  });

  it('opens an event by its number', async () => {
    const log = '550 5.1.1 <jo@example.net> User unknown\n552 5.2.2 <kim@example.net> Mailbox full\n';
    const response = await post(
      formOf([
        ['text', log],
        ['number', '1'],
      ]),
    );
    expect(await response.text()).toContain('id="bounce-1-title"');
  });

  it('shows an example', async () => {
    const response = await post(
      formOf([
        ['text', ''],
        ['example', 'access-denied'],
      ]),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Access denied');
  });

  it('shows markup of a mail as text', async () => {
    const html = await (
      await post(formOf([['text', '550 <script>alert(1)</script> "><img src=x onerror=alert(1)>']]))
    ).text();
    expect(html).not.toMatch(/<script>alert|<img src=x/);
    expect(html).toContain('&lt;script>alert(1)');
  });
});

describe('a form that cannot be read', () => {
  const cases: readonly (readonly [string, BodyInit, Record<string, string>, number, RegExp])[] = [
    ['empty', formOf([['text', ' \n ']]), {}, 422, /nothing to read/],
    [
      'without a file',
      formOf([
        ['text', ''],
        ['file', new File([], '')],
      ]),
      {},
      422,
      /nothing to read/,
    ],
    ['JSON', '{"text":"x"}', { 'Content-Type': 'application/json' }, 415, /not sent as a form/],
    ['text', 'text=x', { 'Content-Type': 'text/plain' }, 415, /not sent as a form/],
    ['no boundary', 'x', { 'Content-Type': 'multipart/form-data' }, 400, /boundary/],
    [
      'cut off',
      '--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nx',
      { 'Content-Type': 'multipart/form-data; boundary=b' },
      400,
      /ends before/,
    ],
    [
      'another charset',
      'text=x',
      { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-16' },
      415,
      /UTF-8/,
    ],
    ['bytes that are no UTF-8', 'text=%ff%fe', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, /UTF-8/],
    [
      'very many fields',
      'a=&'.repeat(5_000),
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      413,
      /more than 1000 fields/,
    ],
    [
      'a huge name of a field',
      `${'n'.repeat(100_000)}=x`,
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      400,
      /very long name/,
    ],
    [
      'an unknown answer',
      formOf([
        ['text', reply],
        ['answer', 'no-such-test:yes'],
      ]),
      {},
      422,
      /there is not/,
    ],
    [
      'an unknown event',
      formOf([
        ['text', reply],
        ['number', '99'],
      ]),
      {},
      422,
      /there is not/,
    ],
    ['an unknown example', formOf([['example', '__proto__']]), {}, 422, /there is not/],
  ];
  it.each(cases)('%s', async (_, body, headers, status, says) => {
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toMatch(says);
  });

  it('comes from another site', async () => {
    const response = await post(formOf([['text', reply]]), { 'Sec-Fetch-Site': 'cross-site' });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('class="failure"');
    for (const near of ['same-origin', 'same-site', 'none'])
      expect((await post(formOf([['text', reply]]), { 'Sec-Fetch-Site': near })).status).toBe(200);
  });

  it('is too large: the page says so after all of it was sent', async () => {
    const body = new Blob([
      `--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n${'x'.repeat(26 * 1024 * 1024)}\r\n--b--`,
    ]);
    const announced = await post(body, { 'Content-Type': 'multipart/form-data; boundary=b' });
    expect(announced.status).toBe(413);
    expect(await announced.text()).toMatch(/more than 25 MB/);
    const chunked = await fetch(service.address, {
      method: 'POST',
      body: body.stream(),
      headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
      duplex: 'half',
    } as RequestInit);
    expect(chunked.status).toBe(413);
  });

  it('whose client goes away leaves the service as it was', async () => {
    const { connect } = await import('node:net');
    await new Promise<void>((resolve) => {
      const socket = connect(service.port, '127.0.0.1', () => {
        socket.write(
          'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nContent-Type: text/plain\r\n\r\nabc',
          () => {
            socket.destroy();
            resolve();
          },
        );
      });
    });
    expect((await fetch(new URL('/health', service.address))).status).toBe(200);
  });
});
