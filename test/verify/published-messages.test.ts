import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DnsClient, ZoneDns, type ZoneName } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { verifyMessage } from '../../probe/src/verify/verify-message.ts';
import { findCorpus, skippedBecause } from '../corpora.ts';
import { rfc6376, rfc8463 } from './rfc-messages.ts';

/** When the newest of these messages had been signed and none had expired. */
const received = new Date('2022-11-07T20:00:00Z');

function verify(raw: Uint8Array, dns: DnsClient) {
  return verifyMessage({ raw, ip: null, helo: null, mailFrom: null, received }, { dns, now: received });
}

describe('the messages of the RFCs', () => {
  it.each([
    ['RFC 6376 appendix A.2', rfc6376, ['rsa-sha256']],
    ['RFC 8463 appendix A', rfc8463, ['ed25519-sha256', 'rsa-sha256']],
  ])('%s', async (_, { raw, dns }, algorithms) => {
    const { dkim } = await verify(raw, dns);
    expect(
      dkim.signatures.map(({ algorithm, result, bodyHash, headerSignature, failures }) => [
        algorithm,
        result,
        bodyHash,
        headerSignature,
        failures,
      ]),
    ).toEqual(algorithms.map((algorithm) => [algorithm, 'pass', 'pass', 'pass', []]));
  });

  it('do not verify when a letter is another', async () => {
    for (const { raw, dns } of [rfc6376, rfc8463]) {
      const text = raw.toString('latin1');
      for (const changed of [text.replace('Is dinner', 'Is supper'), text.replace('hungry', 'hungrz')])
        expect((await verify(Buffer.from(changed, 'latin1'), dns)).dkim.result).toBe('fail');
    }
  });
});

const signed = findCorpus('suites/dkim');

describe.skipIf(signed.missing !== null)(`signed messages with their keys${skippedBecause(signed)}`, () => {
  const files = signed.missing === null ? readdirSync(signed.path).filter((name) => name.endsWith('.txt')) : [];

  it('are all there', () => {
    expect(files).toHaveLength(6);
  });

  it.each(files)('%s', async (file) => {
    const text = readFileSync(join(signed.path, file), 'latin1');
    const end = text.search(/\r?\n\r?\n/);
    const zone: Record<string, ZoneName> = {};
    for (const line of text.slice(0, end).split(/\r?\n/)) {
      const space = line.indexOf(' ');
      zone[line.slice(0, space)] = { TXT: [line.slice(space + 1)] };
    }
    const { dkim } = await verify(Buffer.from(text.slice(end).trimStart(), 'latin1'), new ZoneDns(zone));
    expect(dkim.signatures.length).toBeGreaterThan(0);
    for (const signature of dkim.signatures)
      expect(signature).toMatchObject({ result: 'pass', bodyHash: 'pass', headerSignature: 'pass', failures: [] });
  });
});

const messages = findCorpus('suites/dkim/messages');

/** An RSA key of so many bits, of which nobody has the other half. */
function wideKey(bits: number): string {
  const modulus = Buffer.alloc(bits / 8, 0xa5);
  const integer = (value: Buffer) => element(0x02, Buffer.concat([Buffer.from([0]), value]));
  const key = element(0x30, Buffer.concat([integer(modulus), integer(Buffer.from([1, 0, 1]))]));
  return `v=DKIM1; k=rsa; p=${key.toString('base64')}`;
}

function element(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x82, content.length >> 8, content.length & 0xff]), content]);
}

const zone = new ZoneDns({
  'revoked._domainkey.revokedkey.za.org': { TXT: ['v=DKIM1; k=rsa; p='] },
  'broken._domainkey.brokenkey.za.org': { TXT: ['v=DKIM1; k=ed2014; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='] },
  'ok._domainkey.bigkey.za.org': { TXT: [wideKey(8_192)] },
  'wide._domainkey.bigkey.za.org': { TXT: [wideKey(16_384)] },
  'long._domainkey.bigkey.za.org': { TXT: [`v=DKIM1; p=${'A'.repeat(20_000)}`] },
  'testdkim1._domainkey.dnssec-failed.org': 'servfail',
  '_dmarc.dnssec-failed.org': 'servfail',
});

/**
 * What each message must give. Their keys are not in the suite, so that a signature that is right ends at `no-key`, with a body that
 * is the signed one; the made-up ones carry the signature of another message, and fail at the body before any key matters.
 */
const expected: Readonly<Record<string, readonly [result: string, bodyHash: string, ...codes: string[]]>> = {
  arcallow: ['neutral', 'pass', 'no-key'],
  arcbad: ['fail', 'pass', 'no-key'],
  bad_dkim1: ['neutral', 'pass', 'no-key'],
  bad_dkim2: ['neutral', 'pass', 'no-key'],
  bad_dkim3: ['temperror', 'pass', 'key-undetermined'],
  bad_dkim4: ['neutral', 'pass', 'no-key'],
  bad_dkim_highsecure: ['fail', 'fail', 'body-changed', 'no-key'],
  bad_dkim_rspamd: ['fail', 'fail', 'body-changed', 'no-key'],
  dkim_broken_key: ['fail', 'fail', 'body-changed', 'key-unusable'],
  dkim_huge_hlist: ['neutral', 'undetermined', 'not-verified'],
  dkim_key_too_long: ['fail', 'fail', 'body-changed', 'key-unusable'],
  dkim_key_too_wide: ['fail', 'fail', 'body-changed', 'other-key'],
  dkim_key_wide_ok: ['fail', 'fail', 'body-changed', 'other-key'],
  dkim_large_hlist: ['fail', 'fail', 'body-changed', 'no-key'],
  // the limit of whoever made them is five signatures; ours is ten, so that the sixth is verified too
  dkim_many_sigs: ['neutral', 'undetermined', 'malformed', 'no-key'],
  dkim_sigs_at_limit: ['neutral', 'undetermined', 'malformed', 'no-key'],
  dkim_revoked_key: ['fail', 'fail', 'body-changed', 'key-revoked'],
  dkim_unknown_tags: ['neutral', 'pass', 'no-key'],
  dmarc_tmpfail: ['neutral', 'pass', 'no-key'],
  good_dkim_highsecure: ['neutral', 'pass', 'no-key'],
  good_dkim_rspamd: ['neutral', 'pass', 'no-key'],
  no_dkim_valid_spf: ['none', ''],
  onsubdomain_fail_alignment: ['neutral', 'pass', 'no-key'],
  onsubdomain_pass_relaxed: ['neutral', 'pass', 'no-key'],
  pass_none: ['neutral', 'pass', 'no-key'],
  pct_none: ['neutral', 'pass', 'no-key'],
  pct_none1: ['neutral', 'pass', 'no-key'],
};

describe.skipIf(messages.missing !== null)(`messages for DKIM and DMARC verdicts${skippedBecause(messages)}`, () => {
  const names = messages.missing === null ? readdirSync(messages.path).map((file) => file.replace(/\.eml$/, '')) : [];
  const read = (name: string) => readFileSync(join(messages.path, `${name}.eml`));

  it('are all known', () => {
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(names)('%s', async (name) => {
    const { dkim } = await verify(read(name), zone);
    const [first] = dkim.signatures;
    expect([dkim.result, first?.bodyHash ?? '', ...(first?.failures ?? []).map(({ code }) => code)]).toEqual(
      expected[name],
    );
  });

  it('tell what was added to a body that had been empty', async () => {
    const { dkim } = await verify(read('bad_dkim_rspamd'), zone);
    expect(dkim.signatures[0]?.failures[0]?.causes).toMatchObject([{ kind: 'empty-when-signed', proven: true }]);
  });

  it('warn of keys that receivers need not verify with', async () => {
    for (const name of ['dkim_key_wide_ok', 'dkim_key_too_wide'])
      expect((await verify(read(name), zone)).dkim.signatures[0]?.warnings.map(({ code }) => code)).toContain(
        'rsa-long',
      );
  });

  it('give the DNS as the reason where it does not answer', async () => {
    expect((await verify(read('dmarc_tmpfail'), zone)).dmarc).toMatchObject({ result: 'temperror' });
    expect((await verify(read('bad_dkim3'), zone)).dkim.signatures[0]?.key).toMatchObject({
      status: 'undetermined',
      detail: 'servfail',
    });
  });

  it('have broken chains where they are built so', async () => {
    expect((await verify(read('arcbad'), zone)).arc).toMatchObject({
      cv: 'fail',
      fault: 'set-repeated',
      firstBroken: 1,
    });
    expect((await verify(read('arcallow'), zone)).arc).toMatchObject({ cv: 'fail', fault: 'key-missing', hops: 2 });
  });
});
