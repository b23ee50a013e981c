import { describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { postfixReport } from './desk-fixture.ts';
import { edge, marksOf, microsoft, read, spamhaus, textOf } from './desk-reading-fixture.ts';

const utf8 = new TextEncoder();

describe('a single event', () => {
  test('is all there is: no overview, no list', async () => {
    const { sheet } = await read(edge);
    const { first, overview, list, unread } = sheet;
    expect([overview, list, unread]).toEqual([null, null, []]);
    expect(first.kind).toBe('bounce');
    expect(first.system).toEqual({ name: 'Microsoft 365 (Exchange Online)', href: '/providers/microsoft-365' });
    expect(first.verdict?.rule?.href).toBe('/providers/microsoft-365/recipient-access-denied');
    expect(first.verdict?.action.do).toBe('hold');
    expect(textOf(first.diagnostic)).toBe(edge);
    expect(textOf(first.raw?.pieces)).toBe(edge);
    expect(marksOf(first.raw?.pieces)).toEqual(['1:Recipient address rejected: Access denied']);
    expect(first.verdict?.words).toEqual({ quote: 'Recipient address rejected: Access denied', mark: 1 });
    expect(first.facts.find(({ id }) => id === 'enhancedStatus')).toEqual({
      id: 'enhancedStatus',
      value: '5.4.1',
      href: '/codes/5.4.1',
      mark: null,
    });
  });

  test('is plain data, as it goes from a worker to a page', async () => {
    const report = postfixReport({ ...spamhaus, recipient: 'ada@example.net' });
    const seen = 'Authentication-Results: mx.example.net; spf=pass; dkim=none; dmarc=fail';
    const { sheet } = await read(report.replace('Message-ID: <june', `${seen}\nMessage-ID: <june`));
    expect(sheet.first.facts.find(({ id }) => id === 'authentication')?.value).toBe('spf=pass dkim=none dmarc=fail');
    expect(structuredClone(sheet)).toEqual(sheet);
    expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
  });

  test('shows the likeliest causes first, each with what speaks for and against it, without what it began with', async () => {
    const { sheet } = await read(postfixReport({ ...spamhaus, recipient: 'ada@example.net' }));
    const causes = sheet.first.verdict?.causes ?? [];
    expect(causes[0]?.isLikely).toBe(true);
    expect(
      causes.filter(({ isLikely }) => isLikely).every(({ probability }, i) => i === 0 || probability >= 0.05),
    ).toBe(true);
    for (const { evidence, says } of causes) {
      expect(says).not.toBe('');
      for (const item of evidence) {
        expect(['for', 'against']).toContain(item.effect);
        expect(item.says).not.toBe('');
        expect(item.says).not.toMatch(/^[a-z-]+:[a-z-]+$/);
      }
    }
  });

  test('marks the blocklist and where to ask it for removal', async () => {
    const { sheet } = await read(spamhaus.reply);
    const list = sheet.first.facts.find(({ id }) => id === 'blocklists');
    expect(list).toMatchObject({ value: 'Spamhaus', href: '/providers/spamhaus' });
    const words = (sheet.first.diagnostic ?? []).filter(({ mark }) => mark === list?.mark).map(({ text }) => text);
    expect(words.join('')).toContain('zen.spamhaus.org');
    expect(sheet.first.verdict?.links).toContainEqual({
      kind: 'delist',
      name: 'Spamhaus',
      href: expect.stringMatching(/^https:\/\/.*spamhaus/),
    });
  });

  test('marks when the server asks to come back', async () => {
    const { sheet } = await read('450 4.7.1 Greylisted, please try again in 300 seconds');
    const hint = sheet.first.facts.find(({ id }) => id === 'retryHint');
    expect(hint?.mark).toEqual(expect.any(Number));
    expect(sheet.first.kind).toBe('deferral');
  });

  test('a reply with the server that gave it is read as that server means it', async () => {
    const desk = new Desk();
    const content = '550 5.7.1 Message rejected due to local policy.';
    const alone = await desk.read([{ name: 'pasted', content }]);
    const hosted = await desk.read([{ name: 'pasted', content, host: 'mx1.mail.icloud.com' }]);
    expect(alone.first.system).toBeNull();
    expect(hosted.first.system?.href).toBe('/providers/apple');
  });

  test('a mail says itself who refused, whatever host is named with it', async () => {
    const content = postfixReport({ ...microsoft, recipient: 'ada@example.net' });
    const { first } = await new Desk().read([{ name: 'pasted', content, host: 'gmail-smtp-in.l.google.com' }]);
    expect(first.system?.href).toBe('/providers/microsoft-365');
  });
});

describe('what is no failed delivery', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13);
  const newsletter =
    'From: News <news@example.com>\nTo: ada@example.net\nSubject: June offers\nList-Id: <june.example.com>\n\nBuy.\n';
  const away =
    'From: Ada <ada@example.net>\nTo: news@example.com\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nI am away.\n';

  test.each([
    ['nothing', '', 'other', 'is-empty'],
    ['white space', ' \n\t\r\n', 'other', 'is-empty'],
    ['a newsletter', newsletter, 'other', 'is-mail'],
    ['an out-of-office note', away, 'auto-reply', 'is-auto-reply'],
    [
      'a delivery',
      '{"event":"delivered","email":"ada@example.net","timestamp":1779892200,"sg_event_id":"a","sg_message_id":"b"}',
      'delivery',
      'is-delivery',
    ],
    ['garbage', 'asdf qwer', 'other', 'is-other'],
    ['a note', 'Note: hello', 'other', 'is-other'],
    ['a picture', png, 'other', 'is-picture'],
    ['a PDF', utf8.encode('%PDF-1.7\n%âãÏÓ\n'), 'other', 'is-document'],
    ['a ZIP archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), 'other', 'is-archive'],
    ['bytes', Uint8Array.from({ length: 600 }, (_, i) => (i * 7) % 32), 'other', 'is-binary'],
  ] as const)('%s is told as what it is', async (_, content, kind, code) => {
    const { sheet } = await read(content);
    const { first } = sheet;
    expect(first.kind).toBe(kind);
    expect(first.warnings[0]?.code).toBe(code);
    expect(first.warnings[0]?.message).toMatch(/^[A-Z].*\.$/);
    expect([first.packet, first.checklist]).toEqual([null, null]);
    if (kind === 'other') expect(first.verdict).toBeNull();
    if (typeof content !== 'string' && code !== 'is-document')
      expect([first.raw, first.diagnostic]).toEqual([null, null]);
  });

  test('nothing at all is read as nothing', async () => {
    const { first } = await new Desk().read([]);
    expect(first.warnings.map(({ code }) => code)).toEqual(['is-empty']);
  });
});

describe('hostile texts', () => {
  test.each([
    ['turned around', '550 5.1.1 \u202eresu\u202c User unknown \u2066x'],
    ['with emoji', '550 5.1.1 😀User unknown😀'],
    ['with NUL', '550 5.1.1 \u0000User unknown\u0000'],
    ['with halves of characters', '550 5.1.1 \ud83d User unknown \ude00'],
    ['like HTML', '550 5.1.1 <script>alert(1)</script> User unknown'],
  ])('%s are shown as text', async (_, content) => {
    const { sheet } = await read(content);
    const { diagnostic, raw, verdict } = sheet.first;
    expect(verdict?.reason.id).toBe('recipient.unknown');
    expect(textOf(raw?.pieces)).toBe(content.toWellFormed());
    for (const pieces of [diagnostic, raw?.pieces]) {
      expect(marksOf(pieces).join()).toMatch(/User unknown/);
      for (const { text } of pieces ?? []) expect(text.isWellFormed()).toBe(true);
    }
  });

  test.each([
    ['one word', `550 5.1.1 ${'a'.repeat(1_000_000)}`],
    ['the same words', `550 5.1.1 ${'User unknown '.repeat(80_000)}`],
    ['brackets', `550 5.1.1 ${'<'.repeat(1_000_000)}`],
  ])('a megabyte of %s is cut to what a page can show', async (_, content) => {
    const { sheet } = await read(content);
    expect(JSON.stringify(sheet).length).toBeLessThan(400_000);
    expect(sheet.first.warnings.map(({ code }) => code)).toContain('diagnostic-cut');
  });
});

test('a way off a list is shown to whom is on one, and to nobody else', async () => {
  const kinds = async (reply: string) =>
    (await new Desk().read([{ name: 'pasted', content: reply }])).first.verdict?.links.map(({ kind }) => kind);
  expect(await kinds('554 5.7.1 Client host [203.0.113.25] blocked using zen.spamhaus.org')).toContain('delist');
  const unknown = await kinds('550-5.1.1 The email account that you tried to reach does not exist. - gsmtp');
  expect(unknown).toContain('postmaster');
  for (const kind of ['delist', 'feedback-loop']) expect(unknown).not.toContain(kind);
});
