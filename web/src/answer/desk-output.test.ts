import { describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { postfixReport, refusals, sendgridEvent } from './desk-fixture.ts';
import { edge, full, microsoft, read } from './desk-reading-fixture.ts';

describe('what is handed out', () => {
  const content = postfixReport({ ...microsoft, recipient: 'ada.byron@analytical.example' });
  const secrets = ['ada.byron', 'analytical.example', 'news@example.com', 'mail.example.com'];

  test('a packet has what the user knows beside the mail', async () => {
    const { desk, sheet } = await read(content);
    expect(sheet.first.packet?.text).toContain('ada.byron@analytical.example');
    const { packet, text, markdown } = await desk.packet(
      0,
      { sendingIp: '198.51.100.7', contact: 'Joan, +1 555 0100' },
      false,
    );
    expect(packet.facts).toContainEqual(expect.objectContaining({ id: 'sendingIp', value: '198.51.100.7' }));
    expect(text).toContain('Joan, +1 555 0100');
    expect(markdown).toContain('### Facts for the mail administrator');
  });

  test('a redacted packet has none of the names, and the same pseudonym for the same address', async () => {
    const { desk } = await read(content);
    const context = {
      recipient: 'ada.byron@analytical.example',
      sendingIp: '198.51.100.7',
      helo: 'mail.example.com',
      contact: 'Joan',
    };
    const { packet, text, markdown } = await desk.packet(0, context, true);
    for (const secret of [...secrets, '198.51.100.7'])
      expect(JSON.stringify([packet, text, markdown])).not.toContain(secret);
    expect(text).toContain('Joan');
    const without = await desk.packet(0, {}, true);
    const recipientOf = (view: typeof without) => view.packet.facts.find(({ id }) => id === 'recipient')?.value;
    expect(recipientOf(without)).toBe(packet.facts.find(({ id }) => id === 'recipient')?.value);
    expect(recipientOf(without)).toMatch(/@/);
  });

  test('what was to be hidden stays hidden when a question is answered, and what was typed stays', async () => {
    const { desk, sheet } = await read(content);
    await desk.packet(0, { sendingIp: '198.51.100.7' }, true);
    const question = sheet.first.verdict?.question;
    const answered = await desk.answer(0, question?.answers[0]?.id ?? ('none:none' as never));
    expect(answered.verdict?.answered.length).toBe(1);
    expect([answered.packet?.redacted, answered.packet?.context]).toEqual([true, { sendingIp: '198.51.100.7' }]);
    for (const secret of secrets) expect(answered.packet?.text).not.toContain(secret);
  });

  test('pseudonyms add nothing to what is known', async () => {
    for (const refusal of refusals) {
      const { desk } = await read(postfixReport({ ...refusal, recipient: 'ada.byron@analytical.example' }));
      const [plain, hidden] = [await desk.packet(0, {}, false), await desk.packet(0, {}, true)];
      expect(hidden.packet.completeness).toBe(plain.packet.completeness);
      expect(hidden.packet.missing).toEqual(plain.packet.missing);
    }
  });

  test('of two choices the later one counts, however long the earlier takes', async () => {
    const { desk } = await read(content);
    const [hidden, shown] = await Promise.all([desk.packet(0, {}, true), desk.packet(0, {}, false)]);
    expect([hidden.redacted, shown.redacted]).toEqual([false, false]);
    expect((await desk.open(0)).packet?.redacted).toBe(false);
  });

  test('what is saved is what the list shows', async () => {
    const lines = ['550 5.1.1 User unknown', '452 4.2.2 Mailbox full', '550 5.1.1 User unknown'];
    const desk = new Desk();
    await desk.read([{ name: 'replies', content: lines.map((line, i) => `${line} ${i}`).join('\n\n') }]);
    const all = (await desk.exportAs('ndjson')).trim().split('\n');
    const filter = { by: 'reason', value: 'recipient.unknown' } as const;
    const some = (await desk.exportAs('ndjson', filter)).trim().split('\n');
    expect([all.length, some.length]).toEqual([3, (await desk.list({ from: 0, size: 9, filter })).total]);
    expect(some.map((line) => JSON.parse(line).diagnosis.reason)).toEqual(['recipient.unknown', 'recipient.unknown']);
  });

  test('a shared refusal reads alike, and names nobody', async () => {
    for (const refusal of refusals) {
      const { desk, sheet } = await read(postfixReport({ ...refusal, recipient: 'ada.byron@analytical.example' }));
      const shared = await desk.share(0);
      for (const secret of [...secrets, 'example-net', 'mx.example'])
        expect(JSON.stringify(shared)).not.toContain(secret);
      const { first } = await new Desk().read([{ name: 'shared', content: shared.reply, host: shared.host }]);
      expect(first.verdict?.rule).toEqual(sheet.first.verdict?.rule);
    }
  });

  test("of the server only the provider's own suffix is shared", async () => {
    const { desk } = await read(content);
    expect((await desk.share(0)).host).toBe('protection.outlook.com');
    const own = await read(postfixReport({ ...full, recipient: 'ada@example.net' }));
    expect((await own.desk.share(0)).host).toBeNull();
  });

  test('what is shared fits into an address', async () => {
    const { desk } = await read(`550 5.1.1 User unknown ${'😀 '.repeat(5_000)}`);
    const { reply } = await desk.share(0);
    expect(reply.length).toBeLessThanOrEqual(2_000);
    expect(reply.isWellFormed()).toBe(true);
  });

  test('the output of a step is read as being about this event', async () => {
    const { desk, sheet } = await read(content);
    const step = sheet.first.checklist?.items[0]?.id ?? '';
    const missing =
      "The operation couldn't be performed because object 'ada.byron@analytical.example' couldn't be found on 'DC1'.";
    expect(await desk.readOutput(0, step, missing)).toMatchObject({
      outcome: 'directory-object:missing',
      isUnderstood: true,
    });
    expect(await desk.readOutput(0, step, '')).toMatchObject({ isUnderstood: false });
  });
});

describe('export', () => {
  const hostile = '=HYPERLINK("https://evil.example","x")@example.net';
  const content = JSON.stringify([sendgridEvent(hostile, full.reply), sendgridEvent('ada@example.net', full.reply)]);

  test('CSV has the columns of the command, and no cell that a spreadsheet would run', async () => {
    const { desk } = await read(content, '=cmd.json');
    const [head, ...rows] = (await desk.exportAs('csv')).split('\r\n');
    expect(head?.startsWith('"input","kind","recipient","reason","action","retry_after_seconds","owner"')).toBe(true);
    expect(rows.filter((row) => row !== '')).toHaveLength(2);
    expect(rows[0]?.startsWith(`"'=cmd.json#1","bounce"`)).toBe(true);
    expect(rows.join()).not.toMatch(/(?:^|,)"[=+@-]/);
  });

  test('JSON and lines of JSON hold the same records', async () => {
    const { desk } = await read(content, 'a.json');
    const records = JSON.parse(await desk.exportAs('json')) as { recipient: string; diagnosis: { reason: string } }[];
    const lines = (await desk.exportAs('ndjson')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(records);
    expect(records[1]?.recipient).toBe('ada@example.net');
    expect(records[1]?.diagnosis.reason).toBe('recipient.over-quota');
  });

  test('has what was answered since', async () => {
    const { desk } = await read(edge);
    await desk.answer(0, 'control-recipient-same-domain:refused');
    expect(await desk.exportAs('ndjson')).toContain('"id":"control-recipient-same-domain:refused"');
  });
});
