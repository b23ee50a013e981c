import { describe, expect, it } from 'vitest';
import { MAX_SIGNATURES, MAX_SIGNED_NAMES } from './limits.ts';
import {
  body,
  edited,
  fields,
  keyZone,
  rsaKey,
  seal,
  sign,
  signByHand,
  toMessage,
  verified,
} from './signed-fixture.ts';

const key = rsaKey(2048);
const zone = keyZone({ s1: key.record, 'arc._domainkey.hop1.example': key.record });
const plain = toMessage(fields, body);
const junk = (place: number) =>
  `DKIM-Signature: v=1; a=rsa-sha256; d=junk${place}.example; s=x; h=from; bh=AA==; l=${place}; b=AA==\r\n`;

describe('a message made to keep a verifier busy', () => {
  it('with more signatures than are verified: the topmost are, the others are listed', async () => {
    const many = Array.from({ length: 40 }, (_, place) => junk(place)).join('');
    const { dkim, arc } = await verified(many + (await sign(plain, key)), zone);
    expect(dkim.total).toBe(41);
    expect(dkim.result).not.toBe('pass');
    expect(dkim.signatures).toHaveLength(2 * MAX_SIGNATURES);
    expect(dkim.signatures[MAX_SIGNATURES - 1]?.failures[0]?.code).not.toBe('not-verified');
    expect(dkim.signatures[MAX_SIGNATURES]?.failures.map(({ code }) => code)).toEqual(['not-verified']);
    expect(arc.cv).toBe('none');
    const { dkim: below } = await verified(junk(0).repeat(MAX_SIGNATURES - 1) + (await sign(plain, key)), zone);
    expect(below.result).toBe('pass');
  });

  it('asks the DNS for no more keys than that', async () => {
    const { ZoneDns } = await import('@whybounce/core/dns');
    const dns = new ZoneDns(zone);
    await verified(Array.from({ length: 400 }, (_, place) => junk(place)).join('') + plain, dns);
    expect(dns.asked.filter((question) => question.includes('_domainkey'))).toHaveLength(MAX_SIGNATURES);
  });

  it('with endless names in h=', async () => {
    const names = `From${':X-Pad'.repeat(MAX_SIGNED_NAMES)}`;
    const { dkim } = await verified(signByHand(plain, key, names), zone);
    expect(dkim.signatures[0]?.failures.map(({ code }) => code)).toEqual(['not-verified']);
    const { dkim: most } = await verified(signByHand(plain, key, `From${':X-Pad'.repeat(MAX_SIGNED_NAMES - 1)}`), zone);
    expect(most.result).toBe('pass');
    const sealed = edited(await seal(plain, key, 1, 'none'), /h=[^;]+;/, `h=${names};`);
    expect((await verified(sealed, zone)).arc).toMatchObject({ cv: 'undetermined', hops: 1 });
  });

  it('a chain beside too many signatures is not judged', async () => {
    const many = Array.from({ length: 20 }, (_, place) => junk(place)).join('');
    expect((await verified(await seal(many + plain, key, 1, 'none'), zone)).arc.cv).toBe('undetermined');
  });

  it.each([
    ['delimiters without parts', '--b\r\n'.repeat(400_000)],
    ['lines without end', 'x'.repeat(4_000_000)],
    ['empty lines', '\r\n'.repeat(1_000_000)],
    ['blanks', ' '.repeat(3_000_000)],
    ['escapes', '=\r\n='.repeat(500_000)],
    ['carriage returns', '\r'.repeat(1_000_000)],
    ['short lines', 'a\r\n'.repeat(1_000_000)],
    ['links', 'https://a.'.repeat(200_000)],
  ])('whose changed body is searched: %s', async (_, text) => {
    const header = fields.replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b');
    const signed = await sign(toMessage(`${header}Content-Transfer-Encoding: 7bit\n`, 'Hello\n'), key);
    const { dkim } = await verified(edited(signed, 'Hello\r\n', text), zone);
    expect(dkim.signatures[0]).toMatchObject({ result: 'fail', bodyHash: 'fail', headerSignature: 'pass' });
  });

  it('whose changed header is searched among thousands of fields', async () => {
    const signed = signByHand(plain, key, 'From:Subject:X-A:X-A');
    const flood = signed.replace('\r\n\r\n', `\r\n${'X-A: [x] [y] [z]\r\n'.repeat(3_800)}\r\n`);
    const { dkim } = await verified(edited(flood, 'Subject: Your', 'Subject: [a] [b] [c] Your'), zone);
    expect(dkim.signatures[0]).toMatchObject({ result: 'fail', headerSignature: 'fail' });
  });

  it.each([
    '',
    '\r\n',
    '\n',
    ':',
    'DKIM-Signature:',
    'DKIM-Signature: ;;;=;',
    'DKIM-Signature: a=; b=; d=; s=; h=::',
    'ARC-Seal: i=1',
    'ARC-Seal: i=__proto__; a=x',
    'DKIM-Signature: __proto__=1; constructor=2; v=1',
    'From: @@@<<>>,;:',
    'DKIM-Signature: v=1; a=rsa-sha256; d=..; s=..; h=from; bh=; b=',
    'Received: ((((((',
    'Return-Path: <<<>>>',
    'DKIM-Signature: v=1; a=rsa-sha256; t=999999999999; x=999999999999; d=example.com; s=s1; h=from; bh=AA==; b=AA==; l=9999999999999999999999',
  ])('%j gives a verdict', async (text) => {
    const verification = await verified(`${text}\r\n${plain}`, zone);
    expect(['none', 'neutral', 'fail', 'temperror']).toContain(verification.dkim.result);
    expect((await verified(text, zone)).dmarc.result).toBe('none');
  });
});
