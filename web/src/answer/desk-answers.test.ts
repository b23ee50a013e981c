import { ObservationError } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { postfixLine } from './desk-fixture.ts';
import { edge, full, read } from './desk-reading-fixture.ts';
import type { SheetView } from './shapes.ts';

describe('answers', () => {
  const accepted = 'control-recipient-same-domain:accepted';
  const test0 = 'control-recipient-same-domain';

  test('rank the causes anew, are kept in their order, and can be taken back', async () => {
    const { desk, sheet } = await read(edge);
    expect(sheet.first.verdict?.question?.test).toBe(test0);
    const answered = await desk.answer(0, accepted);
    expect(answered.verdict?.answered).toEqual([
      {
        test: test0,
        ask: sheet.first.verdict?.question?.ask,
        answer: { id: accepted, says: 'Other addresses at the domain accept mail.' },
        note: null,
      },
    ]);
    expect(answered.verdict?.causes[0]?.probability).toBeGreaterThan(sheet.first.verdict?.causes[0]?.probability ?? 1);
    expect(answered.verdict?.question?.test).not.toBe(test0);
    expect(await desk.open(0)).toEqual(answered);
    expect(await desk.takeBack(0, test0)).toEqual(sheet.first);
  });

  test('a later answer to the same question counts; a question left open is not asked again', async () => {
    const { desk } = await read(edge);
    await desk.answer(0, accepted);
    const again = await desk.answer(0, 'control-recipient-same-domain:refused');
    expect(again.verdict?.answered.map(({ answer }) => answer?.id)).toEqual(['control-recipient-same-domain:refused']);
    const skipped = await desk.skip(0, test0);
    expect(skipped.verdict?.answered).toEqual([expect.objectContaining({ test: test0, answer: null })]);
    expect(skipped.verdict?.question?.test).not.toBe(test0);
  });

  test('an answer that no question has is refused and changes nothing', async () => {
    const { desk, sheet } = await read(edge);
    await expect(desk.answer(0, 'no-such:thing' as never)).rejects.toThrow(ObservationError);
    expect(await desk.open(0)).toEqual(sheet.first);
  });

  test('what a check saw ranks the causes anew with its note, stands among the answers, and can be taken back', async () => {
    const { desk, sheet } = await read(edge);
    const note = 'example-net.mail.protection.outlook.com refused, but the MX names mx.example.org today.';
    const seen = [
      { id: 'mx-target:moved-away', note },
      { id: 'mx-target:no-such-outcome', note: 'a' },
      { id: 'no-such-test:yes', note: 'b' },
      { id: '__proto__:yes', note: 'c' },
      { id: 'domain-dns:fine', note: 'Mail for example.net goes to mx.example.org.' },
    ] as unknown as Parameters<typeof desk.observe>[1];
    const known = await desk.recognise(seen);
    expect(known.map(({ id }) => id)).toEqual(['mx-target:moved-away', 'domain-dns:fine']);
    expect(known[0]).toEqual({ id: 'mx-target:moved-away', note, says: expect.stringMatching(/\w+\.$/) });
    const observed = await desk.observe(0, seen);
    expect(observed.verdict?.causes[0]?.id).toBe('mx-points-elsewhere');
    expect(sheet.first.verdict?.causes[0]?.id).not.toBe('mx-points-elsewhere');
    expect(observed.verdict?.causes[0]?.evidence.map((evidence) => evidence.note)).toContain(note);
    expect(observed.verdict?.answered.map(({ test, note: own }) => [test, own])).toEqual([
      ['mx-target', note],
      ['domain-dns', 'Mail for example.net goes to mx.example.org.'],
    ]);
    // what somebody says later to the same question counts, as among answers
    const said = await desk.answer(0, 'mx-target:refusing-host');
    expect(said.verdict?.answered.find(({ test }) => test === 'mx-target')).toMatchObject({ note: null });
    await desk.takeBack(0, 'mx-target');
    expect(await desk.takeBack(0, 'domain-dns')).toEqual(sheet.first);
  });

  test('belong to one event, and what the other events tell still counts beside them', async () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      postfixLine(60 * i, `r${i}@example.net`, i === 30 ? '550 5.1.1 User unknown' : i === 31 ? full.reply : null),
    );
    const { desk, sheet } = await read(lines.join('\n'), 'mail.log');
    const fromOthers = (view: SheetView['first']) =>
      view.verdict?.causes.flatMap(({ evidence }) =>
        evidence.filter(({ source }) => source === 'cohort').map(({ id }) => id),
      ) ?? [];
    expect(fromOthers(sheet.first)).toContain(accepted);
    const other = await desk.open(1);
    const question = sheet.first.verdict?.question;
    const answered = await desk.answer(0, question?.answers[0]?.id ?? 'second-try:refused');
    expect(fromOthers(answered)).toContain(accepted);
    expect(answered.verdict?.answered).toHaveLength(1);
    expect(await desk.open(1)).toEqual(other);
  });
});
