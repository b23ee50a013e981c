import { describe, expect, it } from 'vitest';
import { selectSpf } from './select.ts';

describe('the SPF record among the TXT records', () => {
  it('is the one that begins as one, joined without blanks', () => {
    const selection = selectSpf([['v=DMARC1; p=none'], ['v=spf1 a', ' -all'], ['other']]);
    expect(selection).toMatchObject({
      status: 'one',
      record: { text: 'v=spf1 a -all' },
      txt: { records: 3, octets: 34 },
    });
    expect(selectSpf([['v=spf1', 'mx']])).toMatchObject({ status: 'none', record: null });
  });

  it('is none of several', () => {
    const selection = selectSpf([['v=spf1 -all'], ['V=SPF1']]);
    expect(selection).toMatchObject({ status: 'several', record: null });
    expect(selection.records).toHaveLength(2);
  });

  it.each([
    ['v=spf1include:a.example -all', 'no-blank-after-version', 'v=spf1 include:a.example -all'],
    ['v=spf1\ta -all', 'no-blank-after-version', 'v=spf1 a -all'],
    ['v=spf1; a -all', 'no-blank-after-version', 'v=spf1 a -all'],
    ['"v=spf1 a -all"', 'quotes-inside', 'v=spf1 a -all'],
    ['\u201cv=spf1 a -all\u201d', 'quotes-inside', 'v=spf1 a -all'],
    ['\xe2\x80\x9cv=spf1 a -all\xe2\x80\x9d', 'quotes-inside', 'v=spf1 a -all'],
    [' v=spf1 a -all', 'leading-characters', 'v=spf1 a -all'],
    ['\ufeffv=spf1 a -all', 'leading-characters', 'v=spf1 a -all'],
    ['example.com. IN TXT "v=spf1 a -all"', 'leading-characters', 'v=spf1 a -all'],
    ['v = spf1 a -all', 'blanks-in-version', 'v=spf1 a -all'],
    ['v=spf -all', 'wrong-version', 'v=spf1 -all'],
    ['v=spf2 -all', 'wrong-version', 'v=spf1 -all'],
    ['v=spf10 -all', 'wrong-version', 'v=spf1 -all'],
    ['v=spfl -all', 'wrong-version', 'v=spf1 -all'],
    ['v=sfp1 -all', 'wrong-version', 'v=spf1 -all'],
    ['spf1 a -all', 'wrong-version', 'v=spf1 a -all'],
    ['spf2.0/mfrom,pra -all', 'sender-id', null],
  ])('%j misses it: %s', (text, code, meant) => {
    expect(selectSpf([[text]])).toMatchObject({ status: 'none', nearMisses: [{ text, finding: { code }, meant }] });
  });

  it.each(['v=DMARC1; p=none', 'v=DKIM1; p=', 'service-verification=v=spf1', 'all about SPF', ''])(
    '%j is another',
    (text) => {
      expect(selectSpf([[text]]).nearMisses).toEqual([]);
    },
  );
});
