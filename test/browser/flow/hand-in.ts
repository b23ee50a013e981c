import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { msgFile } from '../../../core/src/container/msg/msg-fixture.ts';
import { manyReports, postfixReport } from '../../../web/src/answer/desk-fixture.ts';
import { examples } from '../../../web/src/component/decoder/examples.ts';
import { exampleNames, decoder as words } from '../../../web/src/wording/decoder.ts';
import { roughSize } from '../../../web/src/wording/figures.ts';
import { DecoderPage } from '../decoder-page.ts';
import { dropFiles } from '../drop-files.ts';
import { patient, type Stage } from '../stage.ts';

const examplesFolder = join(import.meta.dirname, '..', '..', '..', 'examples');
const example = (name: string): string => join(examplesFolder, name);

/** Each way to hand something in. */
export function handingIn(stage: Stage): void {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'whybounce-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const open = async (): Promise<DecoderPage> => {
    const { page } = await stage.visit('/', { permissions: ['clipboard-read', 'clipboard-write'] });
    return new DecoderPage(page).ready();
  };
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  test('the field has the focus, and what is typed is answered while it is typed', async () => {
    const decoder = await open();
    expect(await decoder.field.evaluate((field) => field === document.activeElement)).toBe(true);
    await decoder.page.keyboard.type('552 5.2.2 Mailbox full');
    await decoder.answer.getByText('The mailbox is full.').first().waitFor();
    // A later text takes the place of an earlier one.
    await decoder.field.fill('550 5.1.1 User unknown');
    await decoder.answer.getByText('Nobody has a mailbox under this address.').first().waitFor();
    expect(await decoder.answer.getByText('The mailbox is full.').count()).toBe(0);
  });

  test('what is pasted anywhere is read', async () => {
    const decoder = await open();
    await decoder.field.blur();
    await decoder.paste(readFileSync(example('qmail-failure-notice.eml'), 'utf8'));
    await decoder.answer.waitFor();
    expect(await decoder.field.inputValue()).toContain('qmail');
    // In the field too, where it takes the place of what stands there.
    await decoder.field.focus();
    await decoder.page.keyboard.press('Control+A');
    await decoder.paste('452 4.2.2 Mailbox full');
    await decoder.answer.getByText('The mailbox is full.').first().waitFor();
    expect(await decoder.field.inputValue()).toBe('452 4.2.2 Mailbox full');
  });

  test('files are dropped: one, several, a folder', async () => {
    const decoder = await open();
    await dropFiles(decoder.page, [example('gmail-no-such-user.eml')]);
    await decoder.answer.getByText('Nobody has a mailbox under this address.').first().waitFor();
    await dropFiles(decoder.page, [example('spamhaus-listing.eml'), example('postfix-mailbox-full.eml')]);
    await decoder.list.waitFor();
    expect(await decoder.rows.count()).toBe(2);
    await dropFiles(decoder.page, [examplesFolder]);
    await decoder.overview.waitFor();
    await expect.poll(() => decoder.rows.count(), patient).toBeGreaterThan(20);
  });

  test('a file is picked: a mail, a mailbox, a log, a webhook, an export', async () => {
    const decoder = await open();
    const files = [
      ['exchange-online-german.eml', 1],
      ['mailbox.mbox', 2],
      ['mail.log', 7],
      ['ses-webhook.json', 1],
      ['sendgrid-bounces.csv', 4],
    ] as const;
    for (const [name, events] of files) {
      await decoder.page.getByLabel(words.files).setInputFiles(example(name));
      await decoder.page.getByText(name).first().waitFor();
      if (events === 1) await decoder.answer.waitFor();
      else await expect.poll(() => decoder.rows.count(), patient).toBe(events);
      await decoder.page.getByRole('button', { name: words.clear }).click();
      await decoder.answer.or(decoder.list).first().waitFor({ state: 'detached' });
    }
  });

  test('Outlook’s .msg is picked', async () => {
    const decoder = await open();
    const bytes = msgFile({
      values: {
        '001A': 'REPORT.IPM.Note.NDR',
        '0037': 'Undeliverable: Offer',
        '0076': 'sales@example.com',
        '0E06': new Date('2026-05-27T14:31:00Z'),
        '1000': 'Delivery has failed to these recipients.\r\n',
        '6820': 'dns;ex07.example.com',
      },
      recipients: [
        {
          '3001': 'Gone',
          '39FE': 'gone@example.net',
          '0C20': 511,
          '0C1B': '<mx2.example.net #5.1.1 smtp;550 5.1.1 <gone@example.net>: user unknown>',
        },
      ],
    });
    await decoder.page.getByLabel(words.files).setInputFiles(file('report.msg', bytes));
    await decoder.answer.getByText('gone@example.net').first().waitFor();
    await decoder.answer.getByText('Nobody has a mailbox under this address.').first().waitFor();
  });

  test('several files and a folder of mails are picked', async () => {
    const decoder = await open();
    await decoder.page.getByLabel(words.folder).setInputFiles(examplesFolder);
    await decoder.overview.waitFor();
    await decoder.page.getByLabel(words.files).setInputFiles([example('mail.log'), example('mailbox.mbox')]);
    await expect.poll(() => decoder.rows.count(), patient).toBe(9);
  });

  test('every example is tried', async () => {
    const decoder = await open();
    for (const { id } of examples) {
      await decoder.page.getByRole('button', { name: exampleNames[id] }).click();
      await decoder.answer.or(decoder.list).first().waitFor();
      await decoder.page.getByRole('button', { name: words.clear }).click();
      await decoder.answer.or(decoder.list).first().waitFor({ state: 'detached' });
    }
  });

  test('more than is read at once says so', async () => {
    const decoder = await open();
    const large = file('large.log', '');
    truncateSync(large, 257 * 1024 * 1024);
    await decoder.page.getByLabel(words.files).setInputFiles(large);
    await decoder.page.getByText('was not read: all inputs together may have 256 MB').waitFor();
  });

  test('a text too long for the field is read, and said to be', async () => {
    const decoder = await open();
    const text = manyReports(100);
    await decoder.paste(text);
    await decoder.overview.waitFor();
    expect(await decoder.field.inputValue()).toBe('');
    await decoder.page.getByText(words.pastedLarge(roughSize(text.length))).waitFor();
  });

  test('the answer is cleared, and the page is as it was', async () => {
    const decoder = await open();
    await decoder.field.fill(
      postfixReport({ recipient: 'jo@example.net', host: 'mx.example.net', reply: '552 5.2.2 Mailbox full' }),
    );
    await decoder.answer.waitFor();
    await decoder.page.getByRole('button', { name: words.clear }).click();
    await decoder.answer.waitFor({ state: 'detached' });
    expect(await decoder.field.inputValue()).toBe('');
    expect(await decoder.page.getByText(words.examples).isVisible()).toBe(true);
  });
}
