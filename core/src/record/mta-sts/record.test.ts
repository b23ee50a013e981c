import { describe, expect, it } from 'vitest';
import {
  explainMtaStsRecord,
  lintMtaStsRecord,
  lintMtaStsRecords,
  matchesMx,
  parseMtaStsRecord,
  uncoveredMx,
} from './index.ts';

const codes = (text: string): string[] => lintMtaStsRecord(parseMtaStsRecord(text)).map(({ code }) => code);

describe('an MTA-STS record', () => {
  it.each<[string, string | null, string[]]>([
    ['v=STSv1; id=20160831085700Z;', '20160831085700Z', []],
    ['v=STSv1;id=1', '1', []],
    ['v=STSv1 ; id=1', '1', ['space-before-separator']],
    ['v=STSv1; id=1; a.b-c=d', '1', ['unknown-tag']],
    ['v=STSv1; id=1; mode=enforce', '1', ['unknown-tag']],
    ['v=STSv1; id=2026-01-01', null, ['bad-id']],
    [`v=STSv1; id=${'1'.repeat(33)}`, null, ['bad-id']],
    ['v=STSv1; id=', null, ['empty-value', 'bad-id']],
    ['v=STSv1;', null, ['no-id']],
    ['v=STSv1; ID=1', null, ['no-id']],
    ['v=STSv1; id=1; id=2', '1', ['repeated-tag']],
    ['v = STSv1; id=1', '1', ['no-version', 'space-around-equals', 'space-around-equals']],
    ['v=stsv1; id=1', '1', ['no-version']],
    ['"v=STSv1; id=1"', null, ['no-version', 'bad-name', 'bad-id', 'unknown-tag']],
    ['id=1; v=STSv1', '1', ['no-version', 'unknown-tag']],
  ])('%j', (text, id, expected) => {
    expect(parseMtaStsRecord(text).id).toBe(id);
    expect(codes(text)).toEqual(expected);
  });

  it('counts only where it is alone', () => {
    const two = lintMtaStsRecords(['v=STSv1; id=1', 'v=STSv1; id=2', 'v=spf1 -all']);
    expect(two.record).toBeNull();
    expect(two.findings.map(({ code }) => code)).toEqual(['several-records']);
    expect(lintMtaStsRecords(['v=spf1 -all', 'v=STSv1; id=7']).record?.id).toBe('7');
    const none = lintMtaStsRecords(['V=STSV1; id=1']);
    expect(none.findings[0]?.says).toContain('V=STSV1');
  });

  it('is explained tag by tag', () => {
    const [version, id] = explainMtaStsRecord(parseMtaStsRecord('v=STSv1; id=42;'));
    expect(version).toMatchObject({ term: 'v=STSv1', span: [0, 7] });
    expect(id?.says).toContain('42');
  });
});

describe('a pattern of mail servers', () => {
  it.each<[string, string, boolean]>([
    ['mail.example.com', 'mail.example.com', true],
    ['mail.example.com', 'MAIL.Example.COM.', true],
    ['*.example.com', 'mail.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', 'foo.bar.example.com', false],
    ['*.example.com', '.example.com', false],
    ['*.EXAMPLE.com', 'a.example.com', true],
    ['.example.com', 'a.example.com', false],
    ['*', 'example.com', false],
    ['m*.example.com', 'mail.example.com', false],
    ['mail.example.com.', 'mail.example.com', false],
    ['example.com', 'mail.example.com', false],
  ])('%s allows %s: %s', (pattern, host, expected) => {
    expect(matchesMx(pattern, host)).toBe(expected);
  });

  it('leaves out what none matches', () => {
    expect(uncoveredMx(['*.example.com', 'x.example'], ['a.example.com', 'x.example', 'y.example'])).toEqual([
      'y.example',
    ]);
  });
});
