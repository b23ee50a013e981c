import { describe, expect, test } from 'vitest';
import { search } from './search.ts';

const ids = async (query: string, limit = 10): Promise<string[]> =>
  (await search(query, limit)).map(({ kind, id }) => `${kind} ${id}`);

describe('what is named outright comes first', () => {
  test.each([
    ['5.4.1', 'code 5.4.1'],
    ['x.7.26', 'code X.7.26'],
    ['4.4.999', 'code 4.4.999'],
    ['550', 'code 550'],
    ['550-5.7.26', 'code 5.7.26'],
    ['421 4.7.0', 'code 4.7.0'],
    ['5726', 'code 5.7.26'],
    ['5-7-26', 'code 5.7.26'],
    ['550541', 'code 5.4.1'],
    ['SMTP error 550', 'code 550'],
    ['spamhaus', 'system spamhaus'],
    ['Exchange Online', 'system microsoft-365'],
    ['protection.outlook.com', 'system microsoft-365'],
    ['am0p190ca0026.eurp190.prod.outlook.com', 'system microsoft-365'],
    ['recipient.unknown', 'reason recipient.unknown'],
    ['address-does-not-exist', 'cause address-does-not-exist'],
    ['access-denied-verdicts', 'comparison access-denied-verdicts'],
    ['microsoft-365/recipient-access-denied', 'entry microsoft-365/recipient-access-denied'],
  ])('"%s" leads to %s', async (query, first) => expect((await ids(query))[0]).toBe(first));
});

describe('a pasted reply leads to its entry', () => {
  test.each([
    [
      '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
      'entry microsoft-365/recipient-access-denied',
    ],
    [
      '550-5.1.1 The email account that you tried to reach does not exist. Please try\n550 5.1.1 double-checking https://support.google.com/mail/?p=NoSuchUser a1si123 - gsmtp',
      'entry gmail/no-such-user',
    ],
    [
      '554 5.7.1 <jane.roe@example.com>: Recipient address rejected: Access denied',
      'entry postfix/recipient-access-denied',
    ],
  ])('%s', async (reply, entry) => expect((await ids(reply))[0]).toBe(entry));
});

test('an enhanced code with its reply code leads to the page of the one, then of the other', async () => {
  expect((await ids('421 4.7.0')).slice(0, 2)).toEqual(['code 4.7.0', 'code 421']);
  expect((await ids('550541')).slice(0, 2)).toEqual(['code 5.4.1', 'code 550']);
});

test('a reply leads to its entry, then to its codes', async () => {
  const found = await ids('550-5.7.26 This mail has been blocked because the sender is unauthenticated');
  expect(found.slice(0, 3)).toEqual(['entry gmail/not-authenticated', 'code 5.7.26', 'code 550']);
});

describe('words', () => {
  test('that stand together count for more than the same words apart', async () => {
    for (const query of ['access denied', '"access denied"']) {
      const found = await search(query, 20);
      const page = (kind: string, id: string): number => found.findIndex((one) => one.kind === kind && one.id === id);
      expect(page('comparison', 'relay-denied-against-access-denied')).toBeGreaterThanOrEqual(0);
      expect(page('entry', 'policy/access-denied')).toBeGreaterThanOrEqual(0);
      for (const { title } of found.slice(0, 5)) expect(title.toLowerCase()).toContain('access denied');
    }
  });

  test('in quotes have to stand together', async () => {
    const quoted = await search('"relay access denied"', 50);
    expect(quoted.length).toBeGreaterThan(3);
    const loose = await search('relay access denied', 50);
    expect(loose.length).toBeGreaterThan(quoted.length);
    expect(await search('"denied access relay nonsense"')).toEqual([]);
  });

  test('may be beginnings, or misspelt a little', async () => {
    expect(await ids('greylst')).toContain('entry rate/greylisted');
    expect(await ids('mimecst')).toContain('system mimecast');
    expect((await ids('microsft group', 5)).some((id) => id.startsWith('entry microsoft-365/'))).toBe(true);
    expect(await ids('quarant', 20)).not.toEqual([]);
  });

  test('may have two letters swapped', async () => {
    expect((await ids('gmial'))[0]).toBe('system gmail');
    expect((await ids('oultook'))[0]).toBe('system outlook-com');
    expect((await ids('mailbxo full'))[0]).toBe('entry account/mailbox-full');
    expect(await ids('laim')).toEqual([]);
  });

  test('may be what the field says, whatever the pages say', async () => {
    expect((await ids('NDR')).some((id) => /bounce|undeliverable/.test(id))).toBe(true);
    expect(await ids('rbl', 5)).toContain('entry reputation/on-public-list');
    expect((await ids('ptr'))[0]).toBe('entry identity/no-reverse-name');
    expect((await ids('vacation'))[0]).toBe('reason notice.autoreply');
    expect((await ids('over quota', 3)).every((id) => id.includes('quota') || id.includes('full'))).toBe(true);
  });

  test('of any server have a plain title', async () => {
    const [first] = await search('mailbox full');
    expect(first).toMatchObject({ id: 'account/mailbox-full', title: '552 452 mailbox full (any system)' });
    expect((await search('greylisted', 100)).every(({ title }) => !title.includes('*'))).toBe(true);
  });

  test('with a code lead to the vendor that says both', async () => {
    expect((await ids('gmail 5726', 3)).some((id) => id.startsWith('entry gmail/'))).toBe(true);
    expect((await ids('gmail 5.7.26', 3)).some((id) => id.startsWith('entry gmail/'))).toBe(true);
  });

  test('that stand nowhere find nothing', async () => expect(await search('xqzptw vrrtk')).toEqual([]));
});

test('results come in the same order each time, no more than asked for, each with a title and a score', async () => {
  const once = await search('mailbox full', 7);
  expect(await search('mailbox full', 7)).toEqual(once);
  expect(once.length).toBe(7);
  for (const { title, score } of once) {
    expect(title).not.toBe('');
    expect(score).toBeGreaterThan(0);
  }
  const scores = once.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect((await search('mailbox', 0)).length).toBe(1);
  expect((await search('the mailbox', 10_000)).length).toBe(100);
});

describe('hostile queries', () => {
  test.each([
    ['', ''],
    ['white space', ' \n\t '],
    ['signs', '"" “” *?+[]{}()\\^$.|'],
    ['half a surrogate pair', '\ud800 mailbox'],
    ['a word without end', 'a'.repeat(1_000_000)],
    ['many words', Array.from({ length: 100_000 }, (_, i) => `mailbox${i}`).join(' ')],
    ['many quotes', '"a'.repeat(100_000)],
    ['names of what every object has', '__proto__ constructor toString'],
  ])('%s', async (_, query) => {
    expect(Array.isArray(await search(query))).toBe(true);
  });
});
