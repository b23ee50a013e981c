import { type DnsAnswer, type DnsStatus, ZoneDns } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { presentation, seenAnswer, whyUnknown } from './dns-words.ts';
import { failure } from './failure.ts';

const failed = (status: Exclude<DnsStatus, 'found' | 'no-data' | 'no-domain'>, detail: string): DnsAnswer =>
  failure('example.com', 'MX', status, detail);

describe('why an answer tells nothing', () => {
  it.each([
    [failed('timeout', ''), 'no answer came in time'],
    [failed('servfail', 'The signatures are not valid.'), 'the signatures are not valid'],
    [failed('timeout', 'No answer within 5 seconds.'), 'no answer within 5 seconds'],
    [failed('timeout', 'over TCP: No answer within 0.2 seconds.'), 'over TCP: No answer within 0.2 seconds'],
    [failed('refused', 'REFUSED by 192.0.2.53.'), 'REFUSED by 192.0.2.53'],
    [
      failed('unreachable', 'A message came that did not answer the question.'),
      'a message came that did not answer the question',
    ],
    // what is wrong with a name nobody but its owner needs to know
    [failed('invalid-name', 'The label is too long.'), 'no such name can exist in the DNS'],
  ])('%j: %s', (answer, words) => {
    expect(whyUnknown(answer)).toBe(words);
  });
});

describe('an answer as evidence', () => {
  const dns = new ZoneDns({
    'example.com': { MX: [{ preference: 10, exchange: 'mx1.example.com' }], TXT: ['v=spf1 -all'], authenticated: true },
    'www.example.com': { CNAME: ['example.com'] },
    'broken.example.com': 'servfail',
  });

  it('names the question, and holds the records as a zone file has them', async () => {
    expect(seenAnswer(await dns.query('example.com', 'MX'))).toEqual({
      of: 'MX example.com, signed',
      value: '10 mx1.example.com',
    });
    expect(seenAnswer(await dns.query('www.example.com', 'TXT'))).toEqual({
      of: 'TXT www.example.com (by way of example.com)',
      value: '"v=spf1 -all"',
    });
  });

  it('says what there was instead of records', async () => {
    expect(seenAnswer(await dns.query('broken.example.com', 'A')).value).toContain('SERVFAIL');
    expect(seenAnswer(await dns.query('gone.example.com', 'A')).value).toBe('NXDOMAIN: no such name');
    expect(seenAnswer(await dns.query('example.com', 'A')).value).toBe('no such record');
  });
});

describe('data in presentation format', () => {
  it.each([
    ['A', '192.0.2.1', '192.0.2.1'],
    ['MX', { preference: 0, exchange: '.' }, '0 .'],
    ['TXT', ['a "b" \\', 'c'], '"a \\"b\\" \\\\" "c"'],
    ['TXT', ['\u001b[31mred\n\u00e9'], '"\\027[31mred\\010\\233"'],
    ['CAA', { critical: true, tag: 'issue', value: ';' }, '128 issue ";"'],
    ['CAA', { critical: false, tag: 'iodef', value: 'mailto:a@example.com' }, '0 iodef "mailto:a@example.com"'],
  ] as const)('%s %j', (type, data, text) => {
    expect(presentation(type, data)).toBe(text);
  });
});
