import { expect, it } from 'vitest';
import { parseSpf } from './parse.ts';
import { writeSpf } from './write.ts';

it.each([
  ['v=spf1 include: _spf.example.net -all', 'v=spf1 include:_spf.example.net -all'],
  ['v=spf1 include :_spf.example.net -all', 'v=spf1 include:_spf.example.net -all'],
  ['v=spf1 ip4:  192.0.2.1 mx -all', 'v=spf1 ip4:192.0.2.1 mx -all'],
  ['v=spf1 redirect= _spf.example.net', 'v=spf1 redirect=_spf.example.net'],
  ['v=spf1 a:b\u00fccher.example -all', 'v=spf1 a:xn--bcher-kva.example -all'],
  // the octets of UTF-8, as the DNS hands them over
  ['v=spf1 a:b\xc3\xbccher.example/24 -all', 'v=spf1 a:xn--bcher-kva.example/24 -all'],
  ['v=spf1 mx include:_spf.example.net.-all', 'v=spf1 mx include:_spf.example.net -all'],
  ['v=spf1 mx include:_spf.example.net~all', 'v=spf1 mx include:_spf.example.net ~all'],
  ['v=spf1 mx include:_spf.example.net-all', 'v=spf1 mx include:_spf.example.net -all'],
  ['v=spf1 ip4:192.0.2.1?all', 'v=spf1 ip4:192.0.2.1 ?all'],
  ['v=spf1 include:a.example:25 -all', 'v=spf1 include:a.example -all'],
])('keeps every sender of %s', (existing, text) => {
  expect(writeSpf({ existing, add: [] }).text).toBe(text);
});

it('guesses no name where it cannot tell which is meant', () => {
  const meant = (term: string) => {
    const [read] = parseSpf(`v=spf1 ${term} -all`).terms;
    return read?.kind === 'broken' ? read.meant : undefined;
  };
  // two Cyrillic letters among Latin ones
  expect(meant('include:_spf.g\u043e\u043egle.example')).toBeNull();
  expect(meant('include:%{i}.b\u00fccher.example')).toBeNull();
  expect(meant('include:a.example:include:b.example')).not.toBe('include:a.example');
  expect(parseSpf('v=spf1 include: mx -all').terms.map(({ text }) => text)).toEqual(['include:', 'mx', '-all']);
});

it('shows letters of other alphabets as they were typed', () => {
  const [finding] = parseSpf('v=spf1 a:b\xc3\xbccher.example -all').findings;
  expect(finding?.says).toBe(
    '"a:b\u00fccher.example" has "\u00fc" in it, and a term may hold visible ASCII characters alone.',
  );
});
