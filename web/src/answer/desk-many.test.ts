import { decode, diagnoseAll } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { mailbox, postfixLine, postfixReport, refusals } from './desk-fixture.ts';
import { full, gmail, now, read, spamhaus } from './desk-reading-fixture.ts';

const utf8 = new TextEncoder();

describe('many events', () => {
  const lines = Array.from({ length: 400 }, (_, i) =>
    postfixLine(
      20 * i,
      `r${i}@${i % 4 === 0 ? 'example.net' : `d${i % 20}.example.org`}`,
      i > 200 && i % 4 === 0 ? spamhaus.reply : null,
    ),
  );
  const log = lines.join('\n');

  test('have a rate, patterns and counts; deliveries are counted and are no rows', async () => {
    const { sheet } = await read(log, 'mail.log');
    const { overview, list } = sheet;
    expect(overview?.events).toBe(400);
    expect(list?.total).toBe(49);
    expect(overview?.byKind).toEqual([
      { value: 'delivery', name: 'delivery', href: null, count: 351 },
      { value: 'bounce', name: 'bounce', href: null, count: 49 },
    ]);
    expect(overview?.rate).toMatchObject({ attempts: 400, failures: 49, rate: 49 / 400, band: 'stop' });
    expect(overview?.patterns[0]).toMatchObject({
      dimension: 'domain',
      key: 'example.net',
      name: 'example.net',
      failures: 49,
      attempts: 100,
    });
    expect(overview?.patterns[0]?.since).toMatch(/^2026-05-27T.*Z$/);
    expect(overview?.repairs).toEqual([
      expect.objectContaining({ count: 49, of: 49, href: expect.stringMatching(/^\/providers\/spamhaus\//) }),
    ]);
    expect(overview?.byReason[0]?.href).toMatch(/^\/reasons\//);
    expect(sheet.first.kind).toBe('bounce');
  });

  test('one rate that is the same everywhere is one alarm', async () => {
    const even = Array.from({ length: 800 }, (_, i) =>
      postfixLine(20 * i, `r${i}@d${i % 4}.example.org`, Math.floor(i / 4) % 8 === 0 ? '550 5.1.1 User unknown' : null),
    );
    const { sheet } = await read(even.join('\n'), 'mail.log');
    expect(sheet.overview?.rate).toMatchObject({ attempts: 800, failures: 100, band: 'stop' });
    expect(sheet.overview?.rates).toEqual([]);
  });

  test('few failures are nothing that one repair ends, nor is a small part of many', async () => {
    const some = (dead: number, listed: number): string =>
      [...Array(dead).fill('550 5.1.1 User unknown'), ...Array(listed).fill(spamhaus.reply)]
        .map((reply, i) => postfixLine(20 * i, `r${i}@d${i}.example.org`, reply))
        .join('\n');
    const repairs = async (dead: number, listed: number) =>
      (await read(some(dead, listed), 'mail.log')).sheet.overview?.repairs.map(({ count, of }) => [count, of]);
    expect([await repairs(0, 4), await repairs(60, 5), await repairs(6, 5)]).toEqual([[], [], [[5, 11]]]);
  });

  test('the list shows what every count counts, part by part', async () => {
    const reports = Array.from({ length: 30 }, (_, i) =>
      postfixReport({
        ...(refusals[i % refusals.length] as (typeof refusals)[number]),
        recipient: `r${i}@d${i % 7}.example.net`,
      }),
    );
    const { desk, sheet } = await read(mailbox([...reports, 'From: a@example.com\nSubject: Hi\n\nHello.\n']), 'box');
    const counted = [
      ['domain', sheet.overview?.byDomain],
      ['system', sheet.overview?.bySystem],
      ['reason', sheet.overview?.byReason],
      ['owner', sheet.overview?.byOwner],
      ['deed', sheet.overview?.byDeed],
      ['kind', sheet.overview?.byKind],
    ] as const;
    for (const [by, counts] of counted) {
      expect(
        counts?.reduce((sum, { count }) => sum + count, 0),
        by,
      ).toBe(by === 'kind' ? 31 : 30);
      for (const { value, count, name } of counts ?? []) {
        const { total, rows } = await desk.list({ from: 0, size: 100, filter: { by, value } });
        expect([by, value, total, rows.length, name === '']).toEqual([by, value, count, count, false]);
      }
    }
    const [head, tail] = [
      await desk.list({ from: 0, size: 20, filter: null }),
      await desk.list({ from: 20, size: 20, filter: null }),
    ];
    expect([...head.rows, ...tail.rows].map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i));
    // A letter between the bounces is counted and can be found, and stands in nobody's way.
    const letters = await desk.list({ from: 0, size: 20, filter: { by: 'kind', value: 'other' } });
    expect(letters.rows.map(({ number }) => number)).toEqual([30]);
    expect((await desk.list({ from: -3, size: Number.NaN, filter: null })).rows).toEqual([]);
    expect((await desk.open(30)).warnings[0]?.code).toBe('is-mail');
  });

  test('are judged in the light of each other as the library judges them', async () => {
    const unknown = '550 5.1.1 User unknown';
    const some = lines
      .map((line, i) => (i % 57 === 30 ? postfixLine(20 * i, `r${i}@example.net`, unknown) : line))
      .join('\n');
    const { desk } = await read(some, 'mail.log');
    const inputs = decode(some, { name: 'mail.log', now }).map((event) => ({ event }));
    const expected = diagnoseAll(inputs).events.filter(({ kind }) => kind !== 'delivery');
    expect(JSON.parse(await desk.exportAs('json'))).toEqual(expected);
    expect(expected.some((event) => JSON.stringify(event).includes('"source":"cohort"'))).toBe(true);
  });

  test('the first to be shown is the first failure', async () => {
    const content = mailbox([
      'From: a@example.com\nSubject: Hi\n\nHello.\n',
      postfixReport({ ...full, recipient: 'ada@example.net' }),
    ]);
    expect((await read(content, 'box')).sheet.first.number).toBe(1);
  });

  test('of deliveries alone one can be opened', async () => {
    const { sheet } = await read([1, 2].map((i) => postfixLine(i, `r${i}@example.net`, null)).join('\n'), 'mail.log');
    expect(sheet.first.kind).toBe('delivery');
    expect(sheet.overview?.events).toBe(2);
    expect(sheet.list?.total).toBe(1);
  });

  test('come from all inputs, and one that is broken hides none of the others', async () => {
    const sheet = await new Desk({ now }).read([
      { name: 'a.eml', content: postfixReport({ ...gmail, recipient: 'ada@example.net' }) },
      { name: 'b.bin', content: Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0) },
      { name: 'mail.log', content: utf8.encode(log) },
    ]);
    expect(sheet.list?.rows.map(({ input }) => input).slice(0, 3)).toEqual(['a.eml', 'b.bin', 'mail.log:205']);
    expect(sheet.overview?.events).toBe(402);
  });
});
