import { createRequire } from 'node:module';
import { type Zone, ZoneDns } from '@whybounce/core/dns';
import { evaluateDmarc } from '@whybounce/core/record';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** What is used of mailauth, which verifies messages in the package probe. */
interface Mailauth {
  dmarc(message: {
    headerFrom: string[];
    spfDomains: { domain: string }[];
    dkimDomains: { domain: string }[];
    resolver: (name: string, type: 'A' | 'TXT' | 'CNAME') => Promise<unknown>;
  }): Promise<false | { status: { result: 'pass' | 'fail' | 'none' | 'temperror' }; policy?: string }>;
}

const { dmarc } = createRequire(new URL('../../probe/package.json', import.meta.url))('mailauth/lib/dmarc') as Mailauth;

/** A resolver as mailauth wants it, over the same zone. */
function resolver(dns: ZoneDns) {
  return async (name: string, type: 'A' | 'TXT' | 'CNAME'): Promise<unknown> => {
    const answer = await dns.query(name, type);
    if (answer.status === 'found') return answer.records;
    const codes: Readonly<Record<string, string>> = { 'no-data': 'ENODATA', 'no-domain': 'ENOTFOUND' };
    throw Object.assign(new Error(answer.status), { code: codes[answer.status] ?? 'ETIMEOUT' });
  };
}

const labels = fc.constantFrom(
  'example',
  'a.example',
  'b.a.example',
  'c.b.a.example',
  'd.example',
  'e.d.example',
  '1.2.3.4.5.6.7.8.a.example',
  'other',
);
const policy = fc.constantFrom('none', 'quarantine', 'reject');
const record = fc
  .record({
    p: fc.option(fc.oneof(policy, fc.constant('bad'))),
    sp: fc.option(fc.oneof(policy, fc.constant('bad'))),
    np: fc.option(policy),
    psd: fc.option(fc.constantFrom('y', 'n', 'u')),
    t: fc.option(fc.constantFrom('y', 'n')),
    adkim: fc.option(fc.constantFrom('r', 's')),
    aspf: fc.option(fc.constantFrom('r', 's')),
    rua: fc.option(fc.constantFrom('mailto:r@example', 'r@example')),
  })
  .map((tags) =>
    ['v=DMARC1', ...Object.entries(tags).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))].join(
      '; ',
    ),
  );
const published = fc.oneof(
  { weight: 6, arbitrary: record.map((text): Zone[string] => ({ TXT: [text] })) },
  { weight: 1, arbitrary: fc.tuple(record, record).map((texts): Zone[string] => ({ TXT: texts })) },
  { weight: 1, arbitrary: fc.constant<Zone[string]>({ TXT: ['v=spf1 -all'] }) },
  { weight: 1, arbitrary: fc.constant<Zone[string]>('timeout') },
);
const zone = fc.dictionary(labels, published, { maxKeys: 5 }).map((records): Zone => {
  const names: Record<string, Zone[string]> = { 'b.a.example': { A: ['192.0.2.1'] } };
  for (const [domain, content] of Object.entries(records)) names[`_dmarc.${domain}`] = content;
  return names;
});

it('judges by RFC 9989 as an independent implementation does', async () => {
  const tally = { pass: 0, fail: 0, none: 0, temperror: 0 };
  await fc.assert(
    fc.asyncProperty(
      zone,
      labels,
      fc.option(labels),
      fc.array(labels, { maxLength: 2 }),
      async (names, from, spf, dkim) => {
        const theirs = await dmarc({
          headerFrom: [from],
          spfDomains: spf === null ? [] : [{ domain: spf }],
          dkimDomains: dkim.map((domain) => ({ domain })),
          resolver: resolver(new ZoneDns(names)),
        });
        const { rfc9989: ours } = await evaluateDmarc({
          fromDomain: from,
          spf: spf === null ? null : { result: 'pass', domain: spf },
          dkim: dkim.map((domain) => ({ result: 'pass', domain })),
          dns: new ZoneDns(names),
        });
        if (theirs === false) throw new Error(`mailauth judged nothing for ${from}`);
        const { status, policy: theirPolicy } = theirs;
        expect(ours.result).toBe(status.result);
        if (ours.result === 'fail') expect(ours.policy?.policy).toBe(theirPolicy);
        tally[ours.result]++;
      },
    ),
    { numRuns: 3000 },
  );
  // each verdict has been compared often enough to mean something
  expect(Math.min(...Object.values(tally))).toBeGreaterThan(50);
});
