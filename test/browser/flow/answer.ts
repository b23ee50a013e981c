import { expect, test } from 'vitest';
import { sharedReply } from '../../../web/src/address.ts';
import { postfixReport } from '../../../web/src/answer/desk-fixture.ts';
import { MAX_SHARED } from '../../../web/src/answer/share.ts';
import { answer as words } from '../../../web/src/wording/decoder.ts';
import { resendWords } from '../../../web/src/wording/outcome.ts';
import { shell } from '../../../web/src/wording/shell.ts';
import { clipboardText } from '../clipboard.ts';
import { DecoderPage } from '../decoder-page.ts';
import { patient, type Stage } from '../stage.ts';

const recipient = 'ada.byron@example.net';
const reply =
  '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM 2026-05-27T14:30:00.000Z 08DD]';
const report = postfixReport({ recipient, host: 'example-net.mail.protection.outlook.com', reply });

const yahoo = {
  host: 'mta5.am0.yahoodns.net',
  reply: '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
};

/** What can be done with the answer to one bounce. */
export function oneAnswer(stage: Stage): void {
  const open = async (text = report): Promise<DecoderPage> => {
    const { page } = await stage.visit('/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const decoder = await new DecoderPage(page).ready();
    await decoder.paste(text);
    await decoder.answer.waitFor();
    return decoder;
  };

  test('its parts stand in the order in which they are needed', async () => {
    const { answer } = await open();
    const order = [words.who, words.resend, words.why, words.steps, words.ask, words.escalate];
    const places = await answer.evaluate((article, labels) => {
      const all = [...article.querySelectorAll('dt, h3')];
      return labels.map((label) => all.findIndex((element) => element.textContent === label));
    }, order);
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('the quoted words are marked in what was said and where they stand in the mail; their number leads there', async () => {
    const decoder = await open();
    const whole = decoder.answer.getByRole('region', { name: words.wholeRegion });
    for (const place of [decoder.part(words.theirWords), whole]) {
      const marked =
        (await place
          .locator('mark')
          .first()
          .evaluate((mark) => mark.firstChild?.textContent)) ?? '';
      expect(marked).toContain('Access denied');
      expect(report).toContain(marked);
    }
    // What matters of a long mail is in view.
    expect(await whole.evaluate((region) => region.scrollTop)).toBeGreaterThan(0);

    const quoting = await open(postfixReport({ recipient, ...yahoo }));
    await quoting.unfold();
    const link = quoting
      .part(words.why)
      .getByRole('link', { name: words.quoteNumber(1) })
      .first();
    const quoted = await link.evaluate(
      (element) => document.getElementById((element as HTMLAnchorElement).hash.slice(1))?.textContent ?? '',
    );
    expect(quoted).toContain('not accepted for policy reasons');
  });

  test('an answer to the question ranks the causes anew at once; it can be left open, and taken back', async () => {
    const decoder = await open();
    const before = await decoder.shares();
    const ask = decoder.part(words.ask);
    const question = (await ask.getByRole('group').first().innerText()).split('\n')[0] as string;
    await ask.getByRole('button').first().click();
    await ask.getByText(words.answered('').trim()).waitFor();
    const after = await decoder.shares();
    expect(after).not.toEqual(before);
    await ask.getByRole('button', { name: words.takeBack }).click();
    await ask.getByRole('group', { name: question }).waitFor();
    expect(await decoder.shares()).toEqual(before);
    await ask.getByRole('button', { name: words.skip }).click();
    await ask.getByText(words.leftOpen).waitFor();
    expect(await decoder.shares()).toEqual(before);
    expect(await ask.getByRole('group', { name: question }).count()).toBe(0);
  });

  test('the packet names what the other side needs, or pseudonyms for it', async () => {
    const decoder = await open();
    await decoder.answer.getByText(words.packet, { exact: true }).click();
    const packet = decoder.answer.getByRole('group').filter({ hasText: words.packetRedact });
    expect(await packet.innerText()).toContain(recipient);
    await packet.getByRole('button', { name: new RegExp(words.packetFacts) }).click();
    await decoder.page.getByText(shell.copied, { exact: true }).waitFor();
    const shown = (await packet.locator('pre').first().textContent()) ?? '';
    expect(await clipboardText(decoder.page)).toBe(shown);

    await packet.getByRole('checkbox').check();
    await expect.poll(() => packet.innerText(), patient).not.toContain(recipient);
    const redacted = await packet.innerText();
    expect(redacted).not.toMatch(/ada\.byron|example\.net/);
    expect(redacted).toContain('Access denied');
    await packet.getByRole('button', { name: words.packetMarkdown }).click();
    const markdown = await clipboardText(decoder.page);
    expect(markdown).toContain('Access denied');
    expect(markdown).not.toMatch(/ada\.byron|example\.net/);
  });

  test('what the packet lacks is typed in', async () => {
    const decoder = await open();
    await decoder.answer.getByText(words.packet, { exact: true }).click();
    const packet = decoder.answer.getByRole('group').filter({ hasText: words.packetRedact });
    const known = packet.getByRole('status');
    const before = Number.parseInt(await known.innerText(), 10);
    await packet.getByRole('textbox', { name: 'Sending IP address' }).fill('198.51.100.77');
    await decoder.page.keyboard.press('Tab');
    await expect.poll(() => packet.locator('pre').first().textContent(), patient).toContain('198.51.100.77');
    expect(Number.parseInt(await known.innerText(), 10)).toBeGreaterThan(before);
  });

  test('the checklist’s commands are copied, and what they print is read', async () => {
    const decoder = await open();
    await decoder.answer.getByText(/^Checklist for the other side/).click();
    const first = decoder.answer.getByRole('listitem').filter({ hasText: words.checklistPaste }).first();
    await first.getByRole('button', { name: shell.copy }).click();
    const command = (await first.locator('pre').textContent()) as string;
    expect(command).toContain(recipient);
    expect(await clipboardText(decoder.page)).toBe(command);
    await first
      .getByRole('textbox')
      .fill(
        `RecipientTypeDetails      : UserMailbox\nPrimarySmtpAddress        : ${recipient}\nEmailAddresses            : {SMTP:${recipient}}\n`,
      );
    await first.getByRole('button', { name: words.checklistRead }).click();
    await first.getByRole('status').getByText('The directory has the address').waitFor();
  });

  test('what was said is copied as it came, without the numbers of the marks', async () => {
    const decoder = await open();
    await decoder.part(words.theirWords).getByRole('button', { name: shell.copy }).click();
    await decoder.page.getByText(shell.copied, { exact: true }).waitFor();
    expect((await clipboardText(decoder.page)).trim()).toBe(reply);
  });

  test('a link to the answer holds the words alone, in the fragment, and leads to the same rule', async () => {
    const decoder = await open();
    const rule = await decoder.answer.getByRole('link', { name: words.details }).getAttribute('href');
    await decoder.page.getByRole('button', { name: words.copyLink }).click();
    await decoder.page.getByRole('status').getByText(words.linkCopied).waitFor();
    const link = new URL(await clipboardText(decoder.page));
    expect([link.origin, link.pathname, link.search]).toEqual([stage.origin, '/', '']);
    expect(decoder.page.url()).toBe(link.href);
    const shared = sharedReply(link.hash);
    expect(shared?.reply).toContain('Access denied');
    expect(decodeURIComponent(link.hash)).not.toMatch(/ada\.byron|example\.net|example-net/i);

    const before = stage.served.length;
    const { page } = await stage.visit(`/${link.hash}`);
    const opened = new DecoderPage(page);
    await opened.answer.waitFor();
    expect(await opened.answer.getByRole('link', { name: words.details }).getAttribute('href')).toBe(rule);
    // What stands behind the # is in no request.
    expect(stage.served.slice(before).join('\n')).not.toMatch(/reply|Access|denied/);
  });

  test('a link to a very long answer holds as much as an address can', async () => {
    const decoder = await open(
      `550 5.1.1 <${recipient}>: Recipient address rejected: User unknown ${'in this table '.repeat(800)}`,
    );
    await decoder.page.getByRole('button', { name: words.copyLink }).click();
    await decoder.page.getByRole('status').getByText(words.linkCopied).waitFor();
    const { hash } = new URL(await clipboardText(decoder.page));
    expect(sharedReply(hash)?.reply.length).toBeLessThanOrEqual(MAX_SHARED);
    expect(hash.length).toBeLessThan(8_000);
  });

  test('one reply prints on one sheet', async () => {
    const decoder = await open(
      '550 5.1.1 <jo@example.net>: Recipient address rejected: User unknown in virtual mailbox table',
    );
    await decoder.page.emulateMedia({ media: 'print' });
    const pdf = await decoder.page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });

  test.for([
    [
      'a newsletter',
      'From: News <news@example.com>\nTo: jo@example.net\nSubject: June offers\n\nHello.\n',
      'ordinary mail',
    ],
    ['a letter', 'Dear Jo,\nhow are you? The weather is fine here.\n', 'no bounce that can be read'],
    ['garbage', '0x9f ]] zq~~ qqqq', 'no bounce that can be read'],
  ] as const)('what is no bounce is said to be none: %s', async ([, text, says]) => {
    const { answer } = await open(text);
    await answer.getByText(says).first().waitFor();
    expect(await answer.getByText(words.who).count()).toBe(0);
  });

  test('a delivery is said to need nothing', async () => {
    const { answer } = await open('250 2.0.0 Ok: queued as 4ZB1qZ2abcz9');
    await answer.getByText('The message was delivered').first().waitFor();
    await answer.getByText(resendWords({ do: 'ignore', retryAfter: null })).waitFor();
  });

  test('a picture is said to be one', async () => {
    const { page } = await stage.visit('/');
    const decoder = await new DecoderPage(page).ready();
    const png = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(3_000, 7)]);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: png });
    await decoder.answer.getByText('This is a picture.').waitFor();
  });
}
