import { describe, expect, it } from 'vitest';
import { type Zone, ZoneDns } from '../../dns/index.ts';
import { analyseSpf } from './analyse.ts';
import { lintSpfRecord } from './lint-record.ts';
import { lintSpf } from './lint-tree.ts';
import { parseSpf } from './parse.ts';

const ofRecord = (text: string) =>
  lintSpfRecord(parseSpf(text)).map(
    ({ code, severity, span }) => `${severity} ${code} ${span === null ? '-' : text.slice(...span)}`,
  );

/** Findings of example.com with the words of its record at their places. */
async function ofZone(zone: Zone, limits = {}): Promise<{ shown: string[]; says(code: string): string }> {
  const tree = await analyseSpf({ domain: 'example.com', dns: new ZoneDns(zone), limits });
  const findings = lintSpf(tree);
  const text = tree.root.record?.text ?? '';
  return {
    shown: findings.map(
      ({ code, severity, span }) => `${severity} ${code} ${span === null ? '-' : text.slice(...span)}`,
    ),
    says: (code) => findings.find((finding) => finding.code === code)?.says ?? '',
  };
}

describe('lint of a record alone', () => {
  it.each([
    ['v=spf1 mx -all', []],
    ['v=spf1 mx ~all', ['info softfail-all ~all']],
    ['v=spf1 mx', ['medium no-all -']],
    ['v=spf1 redirect=a.example', []],
    ['v=spf1 mx +all', ['critical plus-all +all']],
    ['v=spf1 mx all', ['critical plus-all all']],
    ['v=spf1 mx ?all', ['medium neutral-all ?all']],
    ['v=spf1 -all mx redirect=a.example', ['medium after-all mx', 'medium redirect-and-all redirect=a.example']],
    ['v=spf1 ptr ptr:a.example -all', ['medium ptr ptr', 'medium ptr ptr:a.example']],
    ['v=spf1 exists:%{i}.a.example -all', ['info macros exists:%{i}.a.example']],
    ['v=spf1 exists:a.example -all', ['medium exists-without-macro exists:a.example']],
    ['v=spf1 ip4:192.0.2.9/24 -all', ['info range-start ip4:192.0.2.9/24']],
    ['v=spf1 ip4:10.0.0.1 ip6:fd00::/8 -all', ['low private-range ip4:10.0.0.1', 'low private-range ip6:fd00::/8']],
    [
      'v=spf1 ip4:0.0.0.0/0 ip6:2000::/3 a/4 -all',
      ['high world-range ip4:0.0.0.0/0', 'high world-range ip6:2000::/3', 'high world-range a/4'],
    ],
    ['v=spf1 -ip4:0.0.0.0/0 ~all', ['info softfail-all ~all']],
    [
      'v=spf1 mx MX ip4:192.0.2.0/24 ip4:192.0.2.0/24 -all',
      ['low duplicate-term MX', 'low duplicate-term ip4:192.0.2.0/24'],
    ],
    ['v=spf1 mx -all exp=why.example.com', ['info explanation exp=why.example.com']],
    ['v=spf1 a:- -all', ['critical incomplete-name -']],
    [
      `v=spf1${' a mx'.repeat(5)} a:over.example -all`,
      expect.arrayContaining(['critical too-many-lookups a:over.example']),
    ],
  ])('%s', (text, expected) => {
    expect(ofRecord(text)).toEqual(expected);
  });

  it('tells records that are too long', () => {
    const text = `v=spf1 ${Array.from({ length: 40 }, (_, n) => `ip4:198.51.100.${n}`).join(' ')} -all`;
    expect(ofRecord(text)).toEqual(['low long-record -', 'info several-strings -']);
  });

  it('tells ten of a kind', () => {
    expect(ofRecord(`v=spf1${' moo'.repeat(1000)}`).filter((text) => text.includes('unknown-mechanism'))).toHaveLength(
      10,
    );
  });
});

describe('lint of a tree', () => {
  const end = { 'ok.example': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] } } as const;

  it('has nothing to say of a record that is well', async () => {
    expect((await ofZone({ 'example.com': { TXT: ['v=spf1 include:ok.example -all'] }, ...end })).shown).toEqual([]);
  });

  it.each<[string, Zone, string[]]>([
    ['no record', { 'example.com': { TXT: ['other'] } }, ['high no-record -']],
    ['a near miss', { 'example.com': { TXT: ['v=spf -all'] } }, ['critical wrong-version -']],
    ['a near miss beside one', { 'example.com': { TXT: ['v=spf1 -all', '"v=spf1 mx"'] } }, ['medium quotes-inside -']],
    ['two records', { 'example.com': { TXT: ['v=spf1 -all', 'v=spf1 mx'] } }, ['critical several-records -']],
    ['no answer', { 'example.com': 'servfail' }, ['info could-not-determine -']],
    [
      'includes that lead nowhere',
      {
        'example.com': { TXT: ['v=spf1 include:a.example include:b.example include:c.example include:d.example -all'] },
        'b.example': { TXT: ['v=spf1 -all', 'v=spf1 mx'] },
        'c.example': { TXT: ['v=spf1 moo -all'] },
        'd.example': 'timeout',
      },
      [
        'critical include-without-record include:a.example',
        'critical include-several-records include:b.example',
        'critical include-syntax-error include:c.example',
        'info include-undetermined include:d.example',
      ],
    ],
    [
      'circles and repetitions',
      {
        'example.com': { TXT: ['v=spf1 include:a.example include:ok.example include:ok.example -all'] },
        'a.example': { TXT: ['v=spf1 include:example.com -all'] },
        ...end,
      },
      [
        'critical too-many-lookups include:a.example',
        'critical loop include:a.example',
        'low include-allows-nobody include:a.example',
        'low repeated-include include:ok.example',
      ],
    ],
    [
      'void look-ups',
      {
        'example.com': {
          TXT: ['v=spf1 a:a.example mx:b.example mx a:c.example -all'],
          MX: [{ preference: 1, exchange: 'mx.example.com' }],
        },
      },
      [
        'high too-many-voids -',
        'low void-lookup a:a.example',
        'low void-lookup mx:b.example',
        'low mx-host-without-address mx',
        'low void-lookup a:c.example',
      ],
    ],
    [
      'voids of one kind of address',
      {
        'example.com': { TXT: ['v=spf1 a:a.example a:b.example a:c.example -all'] },
        ...Object.fromEntries(['a', 'b', 'c'].map((name, n) => [`${name}.example`, { A: [`192.0.2.${n}`] }])),
      },
      ['high too-many-voids -'],
    ],
    [
      'answers that could not be had',
      { 'example.com': { TXT: ['v=spf1 a:a.example -all'] }, 'a.example': { A: 'servfail', AAAA: ['2001:db8::1'] } },
      ['info answer-undetermined a:a.example'],
    ],
    [
      'too many mail servers',
      {
        'example.com': {
          TXT: ['v=spf1 mx -all'],
          MX: Array.from({ length: 11 }, (_, n) => ({ preference: n, exchange: `mx${n}.example.com` })),
        },
      },
      ['critical too-many-mx-hosts mx'],
    ],
    [
      'a world in an included record',
      { 'example.com': { TXT: ['v=spf1 include:a.example -all'] }, 'a.example': { TXT: ['v=spf1 +all'] } },
      ['high authorises-too-many -', 'high world-range include:a.example'],
    ],
    [
      'many small ranges that are too much together',
      { 'example.com': { TXT: ['v=spf1 ip4:11.0.0.0/8 ip4:12.0.0.0/8 -all'] } },
      ['high authorises-too-many -'],
    ],
    [
      'covered terms',
      { 'example.com': { TXT: ['v=spf1 ip4:192.0.2.0/24 include:ok.example ip4:192.0.2.7 -all'] }, ...end },
      ['low covered-term include:ok.example', 'low covered-term ip4:192.0.2.7'],
    ],
    ['a long set of TXT records', { 'example.com': { TXT: ['v=spf1 -all', 'x'.repeat(600)] } }, ['low long-txt-set -']],
  ])('%s', async (_, zone, expected) => {
    expect((await ofZone(zone)).shown).toEqual(expected);
  });

  it('names the include with which there are too many look-ups, and warns before', async () => {
    const chain = (count: number): Zone => ({
      'example.com': { TXT: ['v=spf1 include:a.example include:b.example -all'] },
      'a.example': { TXT: ['v=spf1 a a a a -all'], A: ['192.0.2.1'], AAAA: ['2001:db8::1'] },
      'b.example': {
        TXT: [`v=spf1 ${'a '.repeat(count)}include:ok.example -all`],
        A: ['192.0.2.2'],
        AAAA: ['2001:db8::2'],
      },
      ...end,
    });
    expect((await ofZone(chain(0))).shown).not.toContainEqual(expect.stringContaining('lookups'));
    expect((await ofZone(chain(1))).says('many-lookups')).toBe(
      'SPF needs 8 DNS look-ups of the 10 that are allowed: one more sender can break it.',
    );
    const over = await ofZone(chain(4));
    expect(over.shown).toContain('critical too-many-lookups include:b.example');
    expect(over.says('too-many-lookups')).toBe(
      'SPF needs 11 DNS look-ups and 10 are allowed: receivers stop with an error (permerror) at "include:b.example" in the record of example.com, then "include:ok.example" in the record of b.example.',
    );
  });

  it('says where the walk was cut off', async () => {
    const { says } = await ofZone(
      { 'example.com': { TXT: ['v=spf1 include:ok.example -all'] }, ...end },
      { queries: 1 },
    );
    expect(says('cut-off')).toContain('after 1 questions');
  });
});
