import { expect, test } from 'vitest';
import { parseHeaders } from '../message/headers.ts';
import { authenticationIn, authenticationOf, spfReceiver } from './authentication-results.ts';

const of = (...lines: string[]): ReturnType<typeof authenticationOf> => {
  const text = `${lines.join('\r\n')}\r\n\r\n`;
  return authenticationOf(parseHeaders(text, 0, text.length).headers);
};

test('the words of all four methods, with who says so', () => {
  const value =
    'mx.example.net; spf=pass (sender IP is 203.0.113.7; dkim=fail) smtp.mailfrom=example.com; dkim=pass (2048-bit; key) header.d=example.com; dmarc=fail (p=reject) header.from=example.com; arc=none';
  expect(of(`Authentication-Results: ${value}`)).toEqual({
    spf: 'pass',
    dkim: 'pass',
    dmarc: 'fail',
    arc: 'none',
    server: 'mx.example.net',
    quote: value,
  });
});

test('methods with a version, folded lines, capitals, a quoted authserv-id', () => {
  expect(
    of(
      'Authentication-Results: "mx.example.net" 1;',
      '\tSPF/1 = SoftFail smtp.mailfrom=a@example.com;',
      ' dkim = none',
    ),
  ).toMatchObject({ spf: 'softfail', dkim: 'none', server: 'mx.example.net' });
});

test('the topmost field counts, with those of the same server below it', () => {
  expect(
    of(
      'Authentication-Results: mx.example.net; dmarc=pass header.from=example.com',
      'Authentication-Results: MX.example.net; dkim=pass header.d=example.com; dmarc=fail',
      'Authentication-Results: old.example.org; spf=fail',
    ),
  ).toMatchObject({ dmarc: 'pass', dkim: 'pass', spf: null, server: 'mx.example.net' });
});

test('one signature that verifies is enough; SPF of the return path outranks that of HELO', () => {
  expect(
    of(
      'Authentication-Results: mx.example.net; dkim=fail header.d=a.example; dkim=pass header.d=b.example; dkim=temperror',
    ),
  ).toMatchObject({ dkim: 'pass' });
  expect(
    of(
      'Authentication-Results: mx.example.net; spf=none smtp.helo=mail.example.com; spf=pass smtp.mailfrom=a@example.com',
    ),
  ).toMatchObject({ spf: 'pass' });
});

test('words of others for the same: hardfail, bestguesspass; unknown words say nothing', () => {
  expect(of('Authentication-Results: mx.example.net; spf=hardfail; dmarc=bestguesspass; dkim=splendid')).toMatchObject({
    spf: 'fail',
    dmarc: 'none',
    dkim: null,
  });
});

test('a field without authserv-id, as Microsoft and OpenDMARC write it', () => {
  expect(
    of('Authentication-Results: spf=pass (sender IP is 203.0.113.7) smtp.mailfrom=example.com; example.net; dkim=none'),
  ).toMatchObject({ spf: 'pass', dkim: 'none', server: null });
  expect(of('Authentication-Results: dmarc=fail (p=none; dis=none) header.from=example.org')).toMatchObject({
    dmarc: 'fail',
    server: null,
  });
});

test.each([
  'dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=example.com;',
  'mail.example.com; auth=pass (CRAM-MD5); spf=fail smtp.mailfrom=a@example.com',
])('what a server notes when its own user hands a message in is no result: %s', (value) => {
  expect(of(`Authentication-Results: ${value}`)).toBeNull();
});

test.each([
  '',
  'mx.example.net; none',
  'mx.example.net',
  'mx.example.net; iprev=pass',
  ';;;',
  'mx.example.net; spf pass',
])('nothing in %j', (value) => expect(of(`Authentication-Results: ${value}`)).toBeNull());

test('no such header: nothing', () => expect(of('Subject: x')).toBeNull());

test('ARC-Authentication-Results where there is no other, the topmost only', () => {
  expect(
    of(
      'ARC-Authentication-Results: i=2; mx.example.net; spf=fail; arc=pass',
      'ARC-Authentication-Results: i=1; mx.example.net; dkim=pass',
    ),
  ).toMatchObject({ spf: 'fail', arc: 'pass', dkim: null, server: 'mx.example.net' });
});

test('Received-SPF alone, and for what the others leave out', () => {
  const spf =
    'Received-SPF: Fail (mx.example.net: domain of a@example.com does not designate 203.0.113.7) client-ip=203.0.113.7;';
  expect(of(spf)).toMatchObject({ spf: 'fail', dkim: null, server: 'mx.example.net' });
  expect(of(spf, 'Authentication-Results: mx.example.net; dkim=pass')).toMatchObject({ spf: 'fail', dkim: 'pass' });
  expect(of('Received-SPF: splendid')).toBeNull();
  expect(spfReceiver('pass (google.com: domain of x) client-ip=1.2.3.4; receiver=mx.example.net;')).toBe(
    'mx.example.net',
  );
});

test('fields of a feedback report', () => {
  expect(authenticationIn(['mx.example.net; dkim=fail header.d=example.com'])).toMatchObject({ dkim: 'fail' });
  expect(authenticationIn([])).toBeNull();
});

test('the quote is one short line without controls', () => {
  const result = of(`Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=\u0007a${'b'.repeat(5_000)}`);
  expect(result?.quote).toMatch(/^mx\.example\.net; spf=pass smtp\.mailfrom= ab+$/);
  expect(result?.quote.length).toBe(998);
});

test('hostile fields cost their length', () => {
  const started = performance.now();
  for (const part of ['(', ')', '((a)', ';', '"', '\\', 'dkim=pass;', 'spf=', ' ', 'a/1=', '('.repeat(50)]) {
    const value = part.repeat(Math.ceil(90_000 / part.length));
    of(`Authentication-Results: ${value}`, `Received-SPF: ${value}`);
    of(`Received-SPF: pass ${value}`);
    authenticationIn([value, value]);
  }
  expect(performance.now() - started).toBeLessThan(2_000);
});
