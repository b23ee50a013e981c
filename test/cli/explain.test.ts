import { describe, expect, test } from 'vitest';
import { whybounce } from '../command.ts';

const line = '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';

test('a pasted refusal: the causes with their shares, then the next question with its answers', () => {
  const { code, stdout, stderr } = whybounce(['explain', line]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toMatch(/62 % {2}Nobody has this address/);
  expect(stdout).toMatch(/14 % {2}The address exists, but the directory/);
  expect(stdout).toContain("an expert's start, no measurements");
  expect(stdout).toMatch(/Ask next.*control-recipient-same-domain/s);
});

describe('answers', () => {
  const answered = (...answers: string[]): string =>
    whybounce(['explain', line, ...answers.flatMap((answer) => ['--answer', answer])]).stdout;

  test('re-rank, and change who acts and what is done', () => {
    const all = answered('control-recipient-same-domain=no');
    expect(all).toMatch(/Who acts +The receiving side's mail administrator/);
    expect(all).toMatch(/\d\d % {2}The whole domain is set up wrongly/);
    expect(all).toContain('+ Every address tried at the domain is refused.');
    const again = answered('control-recipient-same-domain=yes', 'second-try=refused');
    expect(again).toContain('Stop mailing this address.');
  });

  test('yes and the outcome’s own name say the same', () =>
    expect(answered('control-recipient-same-domain=yes')).toBe(answered('control-recipient-same-domain=accepted')));

  test('unknown leaves the question open and asks another one', () => {
    const open = answered('control-recipient-same-domain=unknown');
    expect(open).toMatch(/62 % {2}Nobody has this address/);
    expect(open).toContain('Ask next');
    expect(open).not.toMatch(/Ask next[^[]*\[control-recipient-same-domain\]/);
  });

  test.each([
    ['control-recipient-same-domain', /write QUESTION=ANSWER/],
    ['the-weather=yes', /there is no such question/],
    ['mx-target=yes', /write one of bypassed, gateway, moved-away, other-tenant, refusing-host, unknown/],
    ['typo=maybe', /write one of yes, no, likely, unlikely, unknown/],
  ])('%s is wrong usage, with what to write', (answer, message) => {
    const { code, stderr } = whybounce(['explain', line, '--answer', answer]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

test('as JSON: the event, and the question with its words', () => {
  const { stdout } = whybounce(['explain', line, '--format', 'json']);
  const { event, question } = JSON.parse(stdout);
  expect(event.diagnosis.causes.length).toBeGreaterThanOrEqual(4);
  expect(question).toMatchObject({
    test: 'control-recipient-same-domain',
    outcomes: ['control-recipient-same-domain:accepted', 'control-recipient-same-domain:refused'],
    yes: 'control-recipient-same-domain:accepted',
  });
  expect(question.ask).toMatch(/\?$/);
});

test('of several failures the first is explained, and it is said how to get at the next', () => {
  const first = whybounce(['explain', 'examples/exim-two-recipients.eml']);
  expect(first.stderr).toContain('the first of 2 failed deliveries; --event 2 shows the next');
  const second = whybounce(['explain', 'examples/exim-two-recipients.eml', '--event', '2']);
  expect(second.stdout).not.toBe(first.stdout);
  const third = whybounce(['explain', 'examples/exim-two-recipients.eml', '--event', '3']);
  expect([third.code, third.stderr]).toEqual([2, expect.stringContaining('Write 1 to 2')]);
});

test('what is no failure is said', () => {
  const { code, stderr, stdout } = whybounce(['explain', 'examples/out-of-office.eml']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('nothing in the input is a failed delivery');
});

test('a file that is not there is an unreadable input', () =>
  expect(whybounce(['explain', 'no-such-file.eml']).code).toBe(3));
