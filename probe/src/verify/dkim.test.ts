import { describe, expect, it } from 'vitest';
import {
  body,
  carefulNames,
  ed25519Key,
  edited,
  fields,
  keyZone,
  received,
  rsaKey,
  sign,
  signByHand,
  signedAt,
  toMessage,
  verified,
} from './signed-fixture.ts';

const key = rsaKey(2048);
const zone = keyZone({ s1: key.record });
const plain = toMessage(fields, body);
const careful = signByHand(plain, key, carefulNames, 'x=1799999999;');

/** The only signature of a message, and what is said of it. */
async function only(message: string, dns: Parameters<typeof verified>[1] = zone) {
  const { dkim } = await verified(message, dns);
  expect(dkim.signatures).toHaveLength(1);
  const [signature] = dkim.signatures;
  if (signature === undefined) throw new Error('no signature');
  return {
    ...signature,
    codes: signature.failures.map(({ code }) => code),
    warned: signature.warnings.map(({ code }) => code),
  };
}

describe('a signature that holds', () => {
  it('passes in both halves, and a careful one has nothing to warn of', async () => {
    const { result, lenient, bodyHash, headerSignature, codes, warned, ...signature } = await only(careful);
    expect({ result, lenient, bodyHash, headerSignature, codes, warned }).toEqual({
      result: 'pass',
      lenient: null,
      bodyHash: 'pass',
      headerSignature: 'pass',
      codes: [],
      warned: [],
    });
    expect(signature).toMatchObject({
      domain: 'example.com',
      selector: 's1',
      algorithm: 'rsa-sha256',
      canonicalization: 'relaxed/relaxed',
      oversigned: ['from', 'to', 'subject', 'date', 'cc', 'reply-to'],
      bodyLength: null,
      key: { name: 's1._domainkey.example.com', status: 'found', type: 'rsa', bits: 2048 },
    });
  });

  it('passes with each canonicalization, and lines that lost their CR', async () => {
    for (const canonicalization of ['simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed']) {
      const message = await sign(plain, key, { canonicalization });
      expect((await only(message)).result, canonicalization).toBe('pass');
      expect((await only(message.replaceAll('\r\n', '\n'))).result, canonicalization).toBe('pass');
      expect((await only(`From ada@example.com Mon Nov  2 08:00:00 2026\r\n${message}`)).result).toBe('pass');
    }
  });

  it('says so of a message without any', async () => {
    const { dkim } = await verified(plain, zone);
    expect(dkim).toEqual({ result: 'none', lenient: null, signatures: [], total: 0 });
  });
});

describe('which half of a signature fails', () => {
  it('body alone', async () => {
    const signature = await only(edited(careful, 'Friday', 'Thursday'));
    expect(signature).toMatchObject({ result: 'fail', bodyHash: 'fail', headerSignature: 'pass', finding: 'same' });
    expect(signature.codes).toEqual(['body-changed']);
    // by another word lenient receivers refuse it all the same
    expect(signature.lenient).toBeNull();
  });

  it('header alone, with the key that belongs to it', async () => {
    const signature = await only(edited(careful, 'Date: Mon', 'Date: Tue'));
    expect(signature).toMatchObject({
      result: 'fail',
      bodyHash: 'pass',
      headerSignature: 'fail',
      finding: 'other-header',
    });
    expect(signature.codes).toEqual(['header-changed']);
  });

  it('both', async () => {
    const signature = await only(edited(edited(careful, 'Friday', 'Thursday'), 'Date: Mon', 'Date: Tue'));
    expect(signature).toMatchObject({ result: 'fail', bodyHash: 'fail', headerSignature: 'fail' });
    expect(signature.codes).toEqual(['body-changed', 'header-changed']);
  });

  it('the key: another one is published', async () => {
    const signature = await only(careful, keyZone({ s1: rsaKey(2048).record }));
    expect(signature).toMatchObject({
      result: 'fail',
      bodyHash: 'pass',
      headerSignature: 'fail',
      finding: 'other-key',
    });
    expect(signature.codes).toEqual(['other-key']);
    expect(signature.failures[0]?.causes.map(({ kind }) => kind)).toEqual(['key-changed', 'signature-damaged']);
  });
});

describe('keys', () => {
  it.each([
    ['revoked', 'v=DKIM1; k=rsa; p=', 'neutral', 'revoked', ['key-revoked']],
    ['unusable', 'v=DKIM1; k=rsa; p=AAAA', 'neutral', 'unusable', ['key-unusable']],
    ['without p=', 'v=DKIM1; k=rsa', 'neutral', 'unusable', ['key-unusable']],
    ['for another algorithm', key.record.replace('k=rsa', 'k=rsa; h=sha1'), 'neutral', 'found', ['key-unfit']],
    ['for another service', key.record.replace('k=rsa', 'k=rsa; s=other'), 'neutral', 'found', ['key-unfit']],
  ])('%s', async (_, record, result, status, codes) => {
    const signature = await only(careful, keyZone({ s1: record }));
    expect({ result: signature.result, status: signature.key.status, codes: signature.codes }).toEqual({
      result,
      status,
      codes,
    });
  });

  it('that is missing is a failure; that cannot be fetched is not', async () => {
    expect(await only(careful, {})).toMatchObject({
      result: 'neutral',
      codes: ['no-key'],
      headerSignature: 'undetermined',
    });
    for (const status of ['servfail', 'timeout', 'refused', 'malformed', 'over-budget'] as const) {
      const signature = await only(careful, { 's1._domainkey.example.com': status });
      expect(signature, status).toMatchObject({
        result: 'temperror',
        codes: ['key-undetermined'],
        bodyHash: 'pass',
        headerSignature: 'undetermined',
      });
    }
  });

  it('that are weak, old or doubtful are warned of', async () => {
    const short = rsaKey(1024);
    const tiny = rsaKey(768);
    const zone1024 = keyZone({ s1: `${short.record}; t=y` });
    expect((await only(await sign(plain, short), zone1024)).warned).toEqual(
      expect.arrayContaining(['rsa-short', 'key-testing']),
    );
    const weak = await only(await sign(plain, tiny), keyZone({ s1: tiny.record }));
    expect(weak).toMatchObject({ result: 'policy', codes: ['weak-key'], headerSignature: 'pass' });
    const several = await only(careful, { 's1._domainkey.example.com': { TXT: [key.record, 'v=DKIM1; p='] } });
    expect(several.warned).toContain('several-keys');
  });
});

describe('algorithms', () => {
  it('refuses rsa-sha1, and tells that lenient receivers do not', async () => {
    const signature = await only(await sign(plain, key, { algorithm: 'rsa-sha1' }));
    expect(signature).toMatchObject({ result: 'policy', codes: ['sha1'], bodyHash: 'pass', headerSignature: 'pass' });
    expect(signature.lenient).toEqual({ result: 'pass', because: [expect.stringContaining('RFC 8301')] });
    expect(signature.warned).toContain('sha1');
  });

  it('warns of ed25519 alone, and not beside RSA', async () => {
    const edwards = ed25519Key();
    const both = keyZone({ s1: key.record, e1: edwards.record });
    const alone = await sign(plain, edwards, { selector: 'e1' });
    expect(await only(alone, both)).toMatchObject({ result: 'pass', headerSignature: 'pass' });
    expect((await only(alone, both)).warned).toContain('ed25519-alone');
    const { dkim } = await verified(await sign(alone, key), both);
    expect(dkim.signatures.map(({ result }) => result)).toEqual(['pass', 'pass']);
    expect(dkim.signatures.flatMap(({ warnings }) => warnings.map(({ code }) => code))).not.toContain('ed25519-alone');
    const changed = await only(edited(alone, 'Date: Mon', 'Date: Tue'), both);
    expect(changed).toMatchObject({ result: 'fail', finding: 'differs', codes: ['signature-differs'] });
  });

  it.each([
    ['a=rsa-sha256', 'a=dsa-sha256', 'unknown-algorithm'],
    ['c=relaxed/relaxed', 'c=nowsp', 'unknown-canonicalization'],
    ['v=1', 'v=2', 'unknown-version'],
    ['v=1; ', '', 'malformed'],
    ['x=1799999999;', 'q=http/txt;', 'unknown-query-method'],
    ['x=1799999999;', 'l=none;', 'malformed'],
  ])('%s → %s: %s', async (from, to, code) => {
    const signature = await only(edited(careful, from, to));
    expect(signature.result).toBe('neutral');
    expect(signature.codes[0]).toBe(code);
  });
});

describe('times', () => {
  const seconds = (at: Date, more: number) => Math.round(at.getTime() / 1000) + more;

  it('fails what expired before the message came, and warns of what did after', async () => {
    const expired = signByHand(plain, key, carefulNames, `t=${seconds(signedAt, -100)}; x=${seconds(signedAt, -1)};`);
    expect(await only(expired)).toMatchObject({ result: 'neutral', codes: ['expired'], headerSignature: 'pass' });
    const since = signByHand(plain, key, carefulNames, `x=${seconds(received, 60)};`);
    const { verifyMessage } = await import('./verify-message.ts');
    const { ZoneDns } = await import('@whybounce/core/dns');
    const { dkim } = await verifyMessage(
      { raw: new TextEncoder().encode(since), ip: null, helo: null, mailFrom: null, received },
      { dns: new ZoneDns(zone), now: new Date(received.getTime() + 3_600_000) },
    );
    expect(dkim.result).toBe('pass');
    expect(dkim.signatures[0]?.warnings.map(({ code }) => code)).toEqual(['expired-since']);
  });

  it('warns of a clock that is ahead', async () => {
    const ahead = signByHand(plain, key, carefulNames, `t=${seconds(received, 3_600)}; x=${seconds(received, 7_200)};`);
    expect((await only(ahead)).warned).toEqual(['signed-in-future']);
    expect(
      (await only(signByHand(plain, key, carefulNames, `t=${seconds(received, 60)}; x=1799999999;`))).warned,
    ).toEqual([]);
  });

  it('fails an expiry before the time of signing', async () => {
    const message = signByHand(plain, key, carefulNames, `t=${seconds(received, 60)}; x=${seconds(received, 30)};`);
    expect((await only(message)).codes[0]).toBe('expires-before-signed');
  });
});

describe('what a signature covers', () => {
  it('does not count one that leaves From out', async () => {
    const signature = await only(signByHand(plain, key, 'To:Subject:Date'));
    expect(signature).toMatchObject({ result: 'neutral', codes: ['from-not-signed'] });
  });

  it('warns of fields that stay open, of replay, and of From that can be put in again', async () => {
    const { warned, warnings } = await only(signByHand(plain, key, 'From:Date'));
    expect(warned).toEqual(['from-not-oversigned', 'replayable', 'fields-not-signed']);
    expect(warnings[2]?.says).toContain('subject, to, message-id, mime-version, content-type');
  });

  it('tells of a second From', async () => {
    const message = signByHand(plain, key, 'From:To:Subject:Date');
    const doubled = `From: Eve <eve@example.net>\r\n${message}`;
    expect(await only(doubled)).toMatchObject({ result: 'pass', warned: expect.arrayContaining(['from-repeated']) });
    expect((await only(`From: Eve <eve@example.net>\r\n${careful}`)).codes).toEqual(['header-changed']);
    expect((await verified(doubled, zone)).dmarc.noAuthor).toBe('multiple-from-fields');
  });

  it('holds i= against d=, and against t=s of the key', async () => {
    const outside = signByHand(plain, key, carefulNames, 'i=ada@example.net; x=1799999999;');
    const signature = await only(outside);
    expect(signature).toMatchObject({ result: 'neutral', codes: ['identity-outside'], warned: ['identity-outside'] });
    expect(signature.lenient?.result).toBe('pass');
    const below = signByHand(plain, key, carefulNames, 'i=ada@mail.example.com; x=1799999999;');
    expect((await only(below)).result).toBe('pass');
    const same = await only(below, keyZone({ s1: `${key.record}; t=s` }));
    expect(same).toMatchObject({ result: 'neutral', codes: ['identity-outside'] });
  });

  it('warns of l=, and counts what it leaves open', async () => {
    const limited = await sign(plain, key, { maxBodyLength: 20 });
    const signature = await only(limited);
    expect(signature).toMatchObject({ result: 'pass', bodyLength: 20 });
    expect(signature.unsignedBytes).toBeGreaterThan(0);
    expect(signature.warned).toEqual(expect.arrayContaining(['body-length', 'unsigned-tail']));
    expect((await only(`${limited}Buy now.\r\n`)).result).toBe('pass');
  });
});

describe('several signatures', () => {
  it('one that passes is enough', async () => {
    const own = await sign(plain, key, { signingDomain: 'example.net', selector: 'none' });
    const { dkim } = await verified(await sign(own, key), zone);
    expect(dkim.signatures.map(({ domain, result }) => [domain, result])).toEqual([
      ['example.com', 'pass'],
      ['example.net', 'neutral'],
    ]);
    expect(dkim.result).toBe('pass');
  });
});
