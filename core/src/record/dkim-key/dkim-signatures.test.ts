import { describe, expect, it } from 'vitest';
import { dkimSignatures } from './dkim-signatures.ts';

const message = [
  'Received: from a.example by b.example; Mon, 1 Jun 2026 10:00:00 +0000',
  'DKIM-Signature: v=1; a=rsa-SHA256; c=relaxed/simple; d=Example.com; s=s2026;',
  '\tt=1780308000; x=1780912800; l=120; i=@news.example.com; q=dns/txt; h=From : To :',
  '\t Subject; bh=abc=; b=de',
  '\tf=',
  'X-Google-DKIM-Signature: v=1; d=example.net; s=no',
  'dkim-signature:v=1; a=ed25519-sha256; d=esp.example; s=a.b; h=from',
  'From: a@example.com',
  '',
  'Body.',
].join('\r\n');

describe('signatures of a message', () => {
  const [first, second, ...others] = dkimSignatures(message);

  it('are found in their order, and no others', () => {
    expect(others).toEqual([]);
    expect([first?.domain, second?.domain]).toEqual(['example.com', 'esp.example']);
  });

  it('say what they say', () => {
    expect(first).toMatchObject({
      selector: 's2026',
      algorithm: 'rsa-sha256',
      canonicalization: { header: 'relaxed', body: 'simple' },
      signedHeaders: ['from', 'to', 'subject'],
      bodyLength: 120,
      signedAt: 1_780_308_000,
      expires: 1_780_912_800,
      identity: '@news.example.com',
    });
    expect(second).toMatchObject({
      selector: 'a.b',
      canonicalization: { header: 'simple', body: 'simple' },
      bodyLength: null,
      signedAt: null,
      expires: null,
      identity: null,
    });
  });

  it('with their places', () => {
    expect(message.slice(...(first?.span ?? [0, 0]))).toMatch(/^DKIM-Signature:[\s\S]*\tf=$/);
    expect(message.slice(...(first?.selectorSpan ?? [0, 0]))).toBe('s2026');
    expect(message.slice(...(first?.domainSpan ?? [0, 0]))).toBe('Example.com');
    expect(message.slice(...(second?.selectorSpan ?? [0, 0]))).toBe('a.b');
  });
});

it.each([
  ['', 0],
  ['DKIM-Signature:', 1],
  ['DKIM-Signature: s=1\n \n s=2', 1],
  [' DKIM-Signature: s=1', 0],
])('%j holds %i', (text, count) => {
  expect(dkimSignatures(text)).toHaveLength(count);
});

it('does not read a body as a folded field', () => {
  const [signature] = dkimSignatures('DKIM-Signature: d=example.com\n\n s=body');
  expect(signature).toMatchObject({ domain: 'example.com', selector: null, selectorSpan: null });
});

it('reads only so many, and only so much of each', () => {
  expect(dkimSignatures('DKIM-Signature: s=1\n'.repeat(100_000))).toHaveLength(50);
  const [long] = dkimSignatures(`DKIM-Signature: s=1;${'\n x=1;'.repeat(200_000)}`);
  expect(long?.span).toEqual([0, 20_015]);
  expect(dkimSignatures(`DKIM-Signature: t=${'9'.repeat(40)}; l=-1`)[0]).toMatchObject({
    signedAt: null,
    bodyLength: null,
  });
});
