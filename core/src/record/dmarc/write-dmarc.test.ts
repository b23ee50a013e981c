import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDmarcStep } from './dmarc-step.ts';
import type { DmarcWish } from './dmarc-wish.ts';
import { lintDmarc } from './lint-dmarc.ts';
import { dmarcPolicies, parseDmarc } from './parse-dmarc.ts';
import { writeDmarc } from './write-dmarc.ts';

const rua = 'rua=mailto:dmarc@example.com';

function written(existing: string | string[], want: DmarcWish = {}): string {
  return writeDmarc({ existing: typeof existing === 'string' ? [existing] : existing, want }).text;
}

describe('a record is written', () => {
  it('anew, and begins with p=none whatever the aim', () => {
    const made = writeDmarc({ existing: [], want: { p: 'reject', rua: ['dmarc@example.com'] } });
    expect(made.text).toBe(`v=DMARC1; p=none; ${rua}`);
    expect(made.changes.map(({ kind, to }) => [kind, to])).toEqual([
      ['added', 'v=DMARC1'],
      ['added', 'p=none'],
      ['added', rua],
    ]);
    expect(made.refused).toEqual([
      'p=reject comes after p=none: this record goes one step, so that no mail is lost that you did not know of.',
    ]);
    expect(made.next).toMatchObject({ do: 'raise', p: 'quarantine' });
  });

  it('at once where the domain sends no mail', () => {
    expect(written([], { p: 'reject', atOnce: true })).toBe('v=DMARC1; p=reject');
    expect(written('v=DMARC1; p=none; t=y', { p: 'reject', atOnce: true })).toBe('v=DMARC1; p=reject');
  });

  it('step by step up to the aim', () => {
    const texts = [`v=DMARC1; p=none; ${rua}`];
    for (let i = 0; i < 4; i++) texts.push(written(texts.at(-1) ?? '', { p: 'reject' }));
    expect(texts.map((text) => parseDmarc(text).p)).toEqual(['none', 'quarantine', 'reject', 'reject', 'reject']);
  });

  it('down at once', () => {
    expect(written(`v=DMARC1; p=reject; ${rua}`, { p: 'none' })).toBe(`v=DMARC1; p=none; ${rua}`);
  });

  it('ends a test before it raises', () => {
    const test = `v=DMARC1; p=quarantine; ${rua}; t=y; pct=0`;
    const ended = writeDmarc({ existing: [test], want: { p: 'reject' } });
    expect(ended.text).toBe(`v=DMARC1; p=quarantine; ${rua}`);
    expect(ended.changes.filter(({ kind }) => kind !== 'kept').map(({ from, why }) => [from, why])).toEqual([
      ['t=y', 'The test is over.'],
      ['pct=0', 'The policy counts for all mail.'],
    ]);
    expect(written(ended.text, { p: 'reject' })).toBe(`v=DMARC1; p=reject; ${rua}`);
  });

  it('keeps order, unknown tags and the letters of addresses', () => {
    const text =
      'v=DMARC1; p=none; x=1; fo=1; rua=mailto:Dmarc@Example.com,mailto:b@example.net; ruf=mailto:f@example.com; adkim=s';
    const made = writeDmarc({ existing: [text], want: {} });
    expect(made.text).toBe(text);
    expect(made.changes.every(({ kind }) => kind === 'kept')).toBe(true);
    expect(made.replaces).toEqual([text]);
  });

  it.each([
    [`v=DMARC1; ${rua}; P=Reject`, `v=DMARC1; p=reject; ${rua}`],
    [`v=DMARC1; p=none; p=reject; ${rua}`, `v=DMARC1; p=none; ${rua}`],
    // what was not asked for stays as strong as it is
    [`v=DMARC1; p=reject; pct=40; ${rua}`, `v=DMARC1; p=reject; pct=40; ${rua}`],
    ['v=DMARC1; p=none; rua=dmarc@example.com', `v=DMARC1; p=none; ${rua}`],
    ['v=DMARC1; p=none; rua=mailto:dmarc@example.com!10m', `v=DMARC1; p=none; ${rua}`],
    [
      'v=DMARC1; p=none; rua=mailto:dmarc@example.com; mailto:b@example.com',
      `v=DMARC1; p=none; ${rua},mailto:b@example.com`,
    ],
    [
      'v=DMARC1; p=none; rua=https://r.example/,mailto:dmarc@example.com,mailto:DMARC@example.com',
      `v=DMARC1; p=none; ${rua}`,
    ],
    ['v=DMARC1; p=none; rua=mailto:a!b@example.com', 'v=DMARC1; p=none; rua=mailto:a%21b@example.com'],
    ['v=DMARC1; p=none; rua=mailto:a@b\u00fccher.example', 'v=DMARC1; p=none; rua=mailto:a@xn--bcher-kva.example'],
    [`v=DMARC1; p=none; rau=mailto:dmarc@example.com`, `v=DMARC1; p=none; ${rua}`],
    [`v=DMARC1; p=none; ${rua}; fo=x; adkim=strict; pct=abc; junk; =1; ruf=none`, `v=DMARC1; p=none; ${rua}`],
    // what receivers did not read was not in force
    [`"v=DMARC1; p=reject; ${rua}"`, `v=DMARC1; p=none; ${rua}`],
    [`v=DMARC1\\; p=reject\\; ${rua}`, `v=DMARC1; p=none; ${rua}`],
    [`_dmarc.example.com. 300 IN TXT "v=DMARC1; p=none; ${rua}"`, `v=DMARC1; p=none; ${rua}`],
    [`v=DMARC1; p=reject; sp=block; ${rua}`, `v=DMARC1; p=none; ${rua}`],
    [`v=DMARC1; p=block; sp=reject; ${rua}`, `v=DMARC1; p=none; ${rua}`],
    [`p=reject; v=DMARC1; ${rua}`, `v=DMARC1; p=none; ${rua}`],
    [`p=none; ${rua}`, `v=DMARC1; p=none; ${rua}`],
  ])('%j is repaired', (existing, text) => {
    expect(written(existing)).toBe(text);
  });

  it('says why for each difference', () => {
    const { changes } = writeDmarc({ existing: ['v=DMARC1; p=block; rua=a@example.com; fo=x; q=1'], want: {} });
    expect(changes).toEqual([
      { kind: 'kept', from: 'v=DMARC1', to: 'v=DMARC1', why: null },
      { kind: 'changed', from: 'p=block', to: 'p=none', why: 'Receivers need a policy to read the record.' },
      {
        kind: 'changed',
        from: 'rua=a@example.com',
        to: 'rua=mailto:a@example.com',
        why: 'a@example.com needs mailto: before it.',
      },
      { kind: 'kept', from: 'q=1', to: 'q=1', why: null },
      { kind: 'removed', from: 'fo=x', to: null, why: '"x" is no option of fo.' },
    ]);
  });

  it('makes one record of several, by the weakest and with all mailboxes', () => {
    const made = writeDmarc({
      existing: [
        'v=spf1 -all',
        'v=DMARC1; p=reject; rua=mailto:a@example.com',
        'v=DMARC1; p=none; rua=mailto:b@example.com',
      ],
      want: {},
    });
    expect(made.text).toBe('v=DMARC1; p=none; rua=mailto:b@example.com,mailto:a@example.com');
    expect(made.replaces).toHaveLength(2);
  });

  it.each<[string, DmarcWish, string]>([
    ['p=quarantine; pct=50', { np: 'reject' }, `v=DMARC1; p=quarantine; pct=50; ${rua}; np=reject`],
    ['p=reject; pct=50', { adkim: 'strict' }, `v=DMARC1; p=reject; pct=50; ${rua}; adkim=s`],
    ['p=none; pct=20', { np: 'reject' }, `v=DMARC1; p=none; pct=20; ${rua}; np=reject`],
    ['p=reject; t=y', { rua: ['b@example.com'] }, `v=DMARC1; p=reject; t=y; ${rua},mailto:b@example.com`],
    ['p=reject; pct=100; rf=afrf', { withoutTags: ['pct', 'rf', 'ri'] }, `v=DMARC1; p=reject; ${rua}`],
    ['p=reject', { psd: 'n' }, `v=DMARC1; p=reject; ${rua}; psd=n`],
    // a word on either sets both
    ['p=reject; pct=50', { test: true }, `v=DMARC1; p=reject; pct=0; ${rua}; t=y`],
    ['p=reject; pct=50', { test: false }, `v=DMARC1; p=reject; ${rua}`],
    ['p=none; pct=20', { p: 'quarantine' }, `v=DMARC1; p=quarantine; pct=0; ${rua}; t=y`],
  ])('%j with the wish %j keeps or changes the test', (tags, want, text) => {
    expect(written(`v=DMARC1; ${tags}; ${rua}`, want)).toBe(text);
  });

  it('follows what is asked of the other tags', () => {
    const text = `v=DMARC1; p=reject; sp=none; np=none; adkim=s; ${rua}`;
    expect(written(text, { sp: null, np: 'reject', adkim: 'relaxed', aspf: 'strict' })).toBe(
      `v=DMARC1; p=reject; np=reject; adkim=r; ${rua}; aspf=s`,
    );
    const stepped = writeDmarc({ existing: [text], want: { sp: 'reject' } });
    expect(stepped.text).toContain('sp=quarantine');
    expect(stepped.refused).toEqual(['sp=reject comes after sp=quarantine: this record goes one step.']);
    expect(written(text, { test: true })).toContain('t=y; pct=0');
    expect(written(text, { withoutReports: ['dmarc@example.com'], ruf: ['f@example.com'] })).toBe(
      'v=DMARC1; p=reject; sp=none; np=none; adkim=s; ruf=mailto:f@example.com',
    );
    expect(writeDmarc({ existing: [text], want: { rua: ['no address'] } }).refused).toEqual([
      '"no address" is no mailbox to which reports can go.',
    ]);
  });

  it('splits what is longer than a character-string', () => {
    const mailboxes = Array.from({ length: 12 }, (_, i) => `reports-about-dmarc-${i}@example.com`);
    const { text, strings } = writeDmarc({ existing: [], want: { rua: mailboxes } });
    expect(strings.length).toBeGreaterThan(1);
    expect(strings.join('')).toBe(text);
    expect(Math.max(...strings.map(({ length }) => length))).toBe(255);
  });

  /** What a domain may choose: neither a fault nor anything that receivers read differently. */
  const choices = new Set([
    ...['no-rua', 'weaker-sp', 'weaker-np', 'public-suffix', 'long-record'],
    // of a test that stands in the record, and of which nobody said anything
    ...['partial-policy', 'test-mode-differs'],
  ]);
  const name = fc.constantFrom(
    'p',
    'sp',
    'np',
    'adkim',
    'aspf',
    'fo',
    'psd',
    't',
    'pct',
    'rf',
    'ri',
    'rua',
    'ruf',
    'P',
    'RUA',
    'v',
    'xx',
    'polcy',
    'rau',
    'b@d',
  );
  const value = fc.constantFrom(
    ...[
      'none',
      'Quarantine',
      'reject',
      'y',
      'n',
      's',
      'r',
      '0',
      '1:d',
      '50',
      '100',
      '300',
      'DMARC1',
      'dmarc1',
      '',
      'a b',
      'b\u00f6se',
      'x\r\n y',
      'afrf',
    ],
    ...[
      'mailto:a@example.com',
      'a@example.com',
      'mailto:a@example.com!5m,https://b.example',
      'mailto:a!@example.net , mailto:%',
      '"none"',
    ],
  );
  const tag = fc.tuple(name, value, fc.constantFrom('=', ' = ', '')).map(([n, v, equals]) => `${n}${equals}${v}`);
  const record = fc
    .tuple(
      fc.constantFrom('v=DMARC1; ', 'v=DMARC1;', 'V = DMARC1 ;', '"v=DMARC1; ', ' v=dmarc1 ', 'v=DMARC1\\; ', ''),
      fc.array(tag, { maxLength: 8 }),
      fc.constantFrom('; ', ';', ';;', '\\; '),
    )
    .map(([v, tags, separator]) => v + tags.join(separator));
  const policy = fc.constantFrom(...dmarcPolicies);
  const want = fc.record<DmarcWish>(
    {
      p: policy,
      sp: fc.option(policy),
      np: fc.option(policy),
      test: fc.boolean(),
      atOnce: fc.boolean(),
      adkim: fc.constantFrom('strict', 'relaxed'),
      rua: fc.array(fc.constantFrom('r@example.org', 'b\u00fc@b\u00fccher.example', 'none')),
    },
    { requiredKeys: [] },
  );

  it('without anything that either generation of receivers stumbles over', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 3 }), want, (existing, wish) => {
        const { text } = writeDmarc({ existing, want: wish });
        const left = lintDmarc(text).filter(({ code, severity }) => severity !== 'info' && !choices.has(code));
        expect(left, `${JSON.stringify(existing)} ${JSON.stringify(wish)} gave ${text}`).toEqual([]);
        // and a second writing changes nothing more
        expect(writeDmarc({ existing: [text], want: {} }).text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('never more than one step above what was in force', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 3 }), want, (existing, wish) => {
        const { text } = writeDmarc({ existing, want: { ...wish, atOnce: false } });
        const read = existing.map((one) => parseDmarc(one)).filter(({ recognised }) => recognised);
        const before = read.length === 1 ? read[0] : undefined;
        const rank = before === undefined ? -1 : dmarcPolicies.indexOf(before.p ?? 'none');
        expect(dmarcPolicies.indexOf(parseDmarc(text).p ?? 'none')).toBeLessThanOrEqual(Math.max(0, rank + 1));
      }),
    );
  });
});

describe('the next step', () => {
  it.each([
    [null, 'publish'],
    ['v=DMARC1; p=none', 'add-reports'],
    [`v=DMARC1; p=none; ${rua}`, 'raise'],
    [`v=DMARC1; p=none; pct=20; ${rua}`, 'raise'],
    [`v=DMARC1; p=quarantine; t=y; ${rua}`, 'end-test'],
    [`v=DMARC1; p=quarantine; pct=20; ${rua}`, 'end-test'],
    [`v=DMARC1; p=quarantine; ${rua}`, 'raise'],
    [`v=DMARC1; p=reject; sp=none; ${rua}`, 'raise-subdomains'],
    [`v=DMARC1; p=reject; ${rua}`, undefined],
  ])('after %j is to %s', (text, step) => {
    expect(nextDmarcStep(text === null ? null : parseDmarc(text))?.do).toBe(step);
  });

  it.each([
    ['t=y', 'take t=y out,'],
    ['pct=20', 'take pct=20 out,'],
    ['t=y; pct=0', 'take t=y and pct=0 out,'],
  ])('names what of %s ends the test', (tags, words) => {
    expect(nextDmarcStep(parseDmarc(`v=DMARC1; p=reject; ${tags}; ${rua}`))?.says).toContain(words);
  });

  it('ends at the aim', () => {
    expect(nextDmarcStep(parseDmarc(`v=DMARC1; p=quarantine; ${rua}`), 'quarantine')).toBeNull();
  });
});
