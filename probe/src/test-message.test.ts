import { describe, expect, it } from 'vitest';
import { chooseChecks } from './check/choose.ts';
import { contextOf } from './check/prove-fixture.ts';
import { checks } from './generated/checks.ts';
import { bytesOf, rawMessage } from './message/message-fixture.ts';
import { subjectOfMessage } from './test-message.ts';

const signature = (domain: string, selector: string) =>
  `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain};\r\n\ts=${selector}; h=from:to; bh=AAAA; b=AAAA`;

describe('what there is to check about a message', () => {
  it('is read from it', async () => {
    const raw = rawMessage({
      'DKIM-Signature': [
        signature('Example.com', 'S1'),
        signature('esp.example', 'k2'),
        signature('example.com', 's1'),
      ],
    });
    expect(await subjectOfMessage(raw)).toEqual({
      ...contextOf({}).subject,
      domain: 'example.com',
      ip: '192.0.2.25',
      helo: 'mail.example.com',
      mailFrom: 'bounce@example.com',
      selectors: [
        { selector: 's1', domain: 'example.com' },
        { selector: 'k2', domain: 'esp.example' },
      ],
      message: { raw, ip: null, helo: null, mailFrom: null, received: new Date('2026-11-28T11:59:30Z') },
    });
  });

  it('is what the caller says', async () => {
    const received = new Date('2026-11-01T00:00:00Z');
    const subject = await subjectOfMessage(rawMessage(), {
      ip: '203.0.113.9',
      helo: 'Out.Example.NET',
      mailFrom: '<>',
      received,
    });
    expect(subject).toMatchObject({ ip: '203.0.113.9', helo: 'out.example.net', mailFrom: '' });
    expect(subject.message).toMatchObject({ ip: '203.0.113.9', mailFrom: '', received });
  });

  it('is left open where nothing tells it', async () => {
    const subject = await subjectOfMessage(bytesOf('Subject: x\n\nfrom nobody\n'));
    expect(subject).toMatchObject({ domain: null, ip: null, helo: null, mailFrom: null, selectors: [] });
    expect((await subjectOfMessage(rawMessage({ From: 'Ann <ann at example.com>' }))).domain).toBeNull();
  });

  it('leaves out signatures that cannot be one', async () => {
    const odd = [
      'v=1; d=; s=; b=',
      signature('com', 's'),
      signature('exa mple', 's'),
      signature('example.com', '../x'),
      'nonsense',
    ];
    expect((await subjectOfMessage(rawMessage({ 'DKIM-Signature': odd }))).selectors).toEqual([]);
  });

  it.each([
    ['nothing', '', /empty/],
    ['words', 'Dear Sirs, please see why this bounced.\n', /This is no message/],
    ['another file', '<!doctype html>\n<html lang="en">\n', /This is no message/],
    ['too long a field', `From: ${'a'.repeat(200_000)}\n\nx\n`, /at most/],
  ])('is no message: %s', async (_, text, says) => {
    await expect(subjectOfMessage(bytesOf(text))).rejects.toMatchObject({
      name: 'SubjectError',
      code: 'message-invalid',
      message: expect.stringMatching(says),
    });
  });

  it('is refused with options that cannot be read', async () => {
    await expect(subjectOfMessage(rawMessage(), { ip: '300.1.1.1' })).rejects.toMatchObject({ code: 'ip-invalid' });
    await expect(subjectOfMessage(rawMessage(), { mailFrom: 'a b' })).rejects.toMatchObject({ name: 'SubjectError' });
  });
});

describe('what is checked of a message', () => {
  it('is at least 45 things by name', async () => {
    const signed = { 'DKIM-Signature': signature('example.com', 's1') };
    const subject = await subjectOfMessage(rawMessage(signed));
    const { run } = chooseChecks(checks, 'message', subject, { connect: true, lists: true });
    expect(run.map(({ id }) => id)).toEqual(expect.arrayContaining(['msg.from', 'rbl.ip', 'ptr.exists', 'ehlo.fqdn']));
    expect(run.length).toBeGreaterThanOrEqual(45);
  });
});
