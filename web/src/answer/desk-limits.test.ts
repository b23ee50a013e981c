import { describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { manyReports, postfixLine } from './desk-fixture.ts';
import { MAX_INPUT_BYTES, MAX_INPUTS, MAX_ROWS } from './limits.ts';
import type { Progress } from './protocol.ts';
import { Superseded } from './read-inputs.ts';

const reply = { name: 'pasted', content: '550 5.1.1 User unknown' };
const utf8 = new TextEncoder();

describe('progress', () => {
  test('is told from beginning to end, and others get their turn', async () => {
    const told: Progress[] = [];
    let turns = 0;
    const desk = new Desk({
      onProgress: (progress) => told.push(progress),
      pause: async () => {
        turns++;
        await new Promise((resolve) => setTimeout(resolve));
      },
    });
    const content = utf8.encode(manyReports(400));
    const sheet = await desk.read([{ name: 'box', content }]);
    expect(sheet.overview?.events).toBe(400);
    expect(turns).toBeGreaterThan(2);
    expect(told.length).toBeGreaterThan(2);
    expect(told.at(-1)).toEqual({ doneBytes: content.length, allBytes: content.length, events: 400 });
    for (const [i, { doneBytes, events }] of told.entries()) {
      expect(doneBytes).toBeGreaterThanOrEqual(told[i - 1]?.doneBytes ?? 0);
      expect(events).toBeGreaterThanOrEqual(told[i - 1]?.events ?? 0);
      expect(doneBytes).toBeLessThanOrEqual(content.length);
    }
  });

  test('is told for many small inputs too', async () => {
    const told: Progress[] = [];
    await new Desk({ onProgress: (progress) => told.push(progress) }).read(Array.from({ length: 350 }, () => reply));
    expect(told.map(({ events }) => events)).toEqual([100, 200, 300, 350]);
  });

  test('ends where another input is read in the meantime', async () => {
    const desk = new Desk({ pause: () => new Promise((resolve) => setTimeout(resolve)) });
    const first = desk.read([{ name: 'box', content: manyReports(400) }]);
    const second = desk.read([reply]);
    await expect(first).rejects.toThrow(Superseded);
    expect((await second).first.input).toBe('pasted');
    expect((await desk.open(0)).input).toBe('pasted');
  });
});

describe('limits', () => {
  test('inputs that are too large are told, the others are read', async () => {
    const { unread, first } = await new Desk().read([
      { name: 'all.mbox', content: new Uint8Array(MAX_INPUT_BYTES + 1) },
      reply,
    ]);
    expect(unread).toEqual([expect.stringMatching(/^all\.mbox was not read: .* 256 MB\. Choose a part/)]);
    expect(first.verdict?.reason.id).toBe('recipient.unknown');
  });

  test('where nothing could be read, that is what is said', async () => {
    const { unread, first } = await new Desk().read([
      { name: 'all.mbox', content: new Uint8Array(MAX_INPUT_BYTES + 1) },
    ]);
    expect(unread).toHaveLength(1);
    expect([first.kind, first.verdict, first.warnings]).toEqual(['other', null, []]);
    expect((await new Desk().read([])).first.warnings.map(({ code }) => code)).toEqual(['is-empty']);
  });

  test('more inputs than are read at once are told', async () => {
    const { unread, overview } = await new Desk().read(
      Array.from({ length: MAX_INPUTS + 5 }, () => ({ name: '', content: '' })),
    );
    expect(unread[0]).toMatch(/^5 files were not read: at most 10000/);
    expect(overview?.events).toBe(MAX_INPUTS);
  });

  test('more events than are listed are counted', async () => {
    const lines = Array.from({ length: MAX_ROWS + 7 }, (_, i) =>
      postfixLine(i, `r${i}@example.net`, '550 5.1.1 User unknown'),
    );
    const { unread, overview, list } = await new Desk({ now: new Date('2026-06-01') }).read([
      { name: 'mail.log', content: utf8.encode(lines.join('\n')) },
    ]);
    expect([overview?.events, list?.total, overview?.byKind[0]?.count]).toEqual([MAX_ROWS + 7, MAX_ROWS, MAX_ROWS + 7]);
    expect(unread).toEqual([expect.stringMatching(/^7 further events were counted/)]);
  });

  test('an event that is not there is told as such', async () => {
    const desk = new Desk();
    await expect(desk.list({ from: 0, size: 1, filter: null })).rejects.toThrow('Nothing has been read yet');
    await desk.read([reply]);
    for (const number of [1, -1, 0.5, Number.NaN]) await expect(desk.open(number)).rejects.toThrow('no longer there');
  });
});
