import { describe, expect, it } from 'vitest';
import { parseIp } from '../ip/index.ts';
import { expandExplanation, expandName, type MacroValues } from './expand.ts';
import { MAX_EXPLANATION } from './limits.ts';
import { parseMacroString } from './macro-string.ts';

// the values of RFC 7208 section 7.4
const values: MacroValues = {
  sender: 'strong-bad@email.example.com',
  senderDomain: 'email.example.com',
  ip: parseIp('192.0.2.3'),
  helo: 'mta.example.net',
  validated: ['mx.example.org', 'host.email.example.com'],
  receiver: 'mx1.example.org',
  now: new Date(1_700_000_000_999),
};
const v6: MacroValues = { ...values, ip: parseIp('2001:db8::cb01') };
const name = (text: string, given = values) =>
  expandName(parseMacroString(text, 0, false).value, 'email.example.com', given);
const text = (value: string, given = values) =>
  expandExplanation(parseMacroString(value, 0, true).value, 'email.example.com', given);

describe('the expansion of macros', () => {
  it.each([
    ['%{s}', 'strong-bad@email.example.com'],
    ['%{o}', 'email.example.com'],
    ['%{d}', 'email.example.com'],
    ['%{d4}', 'email.example.com'],
    ['%{d2}', 'example.com'],
    ['%{d1}', 'com'],
    ['%{dr}', 'com.example.email'],
    ['%{d2r}', 'example.email'],
    ['%{l}', 'strong-bad'],
    ['%{l-}', 'strong.bad'],
    ['%{lr}', 'strong-bad'],
    ['%{lr-}', 'bad.strong'],
    ['%{l1r-}', 'strong'],
    ['%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
    ['%{lr-}.lp._spf.%{d2}', 'bad.strong.lp._spf.example.com'],
    ['%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}', '3.2.0.192.in-addr.strong.lp._spf.example.com'],
    ['%{d2}.trusted-domains.example.net', 'example.com.trusted-domains.example.net'],
    ['%{h}.x.', 'mta.example.net.x'],
    ['%{p}', 'host.email.example.com'],
    ['%{d99999999999999999999}', 'email.example.com'],
  ])('%s is %s', (spec, expected) => {
    expect(name(spec)).toEqual({ name: expected, needs: null });
  });

  it('has the nibbles of IPv6', () => {
    expect(name('%{ir}.%{v}._spf.%{d2}', v6).name).toBe(
      '1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com',
    );
    expect(text('%{c}', v6)).toBe('2001:db8::cb01');
  });

  it('has time, receiver and client in explanations, and escapes for URLs', () => {
    expect(text('%{t} %{r} %{c}')).toBe('1700000000 mx1.example.org 192.0.2.3');
    expect(text('%{S}', { ...values, sender: "a!'()*~é@email.example.com" })).toBe(
      'a%21%27%28%29%2A~%C3%A9%40email.example.com',
    );
    expect(text('%{t} %{r}', { ...values, now: null, receiver: null })).toBe('unknown unknown');
    expect(text('%{p}', { ...values, validated: [] })).toBe('unknown');
  });

  it('takes the name of the domain before one below it before any other', () => {
    const p = (...validated: string[]) => name('%{p}.x', { ...values, validated }).name;
    expect(p('a.example', 'mx.email.example.com', 'email.example.com')).toBe('email.example.com.x');
    expect(p('a.example', 'mx.email.example.com')).toBe('mx.email.example.com.x');
    expect(p('a.example', 'b.example')).toBe('a.example.x');
  });

  it('says which letters need a client', () => {
    const nobody: MacroValues = { ...values, sender: null, ip: null, helo: null, validated: null };
    expect(name('%{i}.%{l}.%{h}.%{o}.%{d}', nobody)).toEqual({ name: null, needs: ['i', 'l', 'h'] });
    expect(name('%{o}.%{d}', nobody).name).toBe('email.example.com.email.example.com');
  });

  it('drops labels at the left where the name is too long', () => {
    const long = name(`start.${'%{d}.'.repeat(20)}end.example`).name ?? '';
    expect(long.length).toBeLessThanOrEqual(253);
    expect(long.length).toBeGreaterThan(253 - 'email.'.length);
    expect(long.startsWith('start')).toBe(false);
    expect(long.endsWith('.email.example.com.end.example')).toBe(true);
    expect(name(`%{l}.${'a'.repeat(300)}`).name).toBe('');
    expect(name(`%{l}.${'a'.repeat(62)}.${'b.'.repeat(94)}c.`).name).toHaveLength(252);
  });

  it('does not grow without bounds', () => {
    const bomb = '%{s}%{h}%{S}'.repeat(5000);
    const long = { ...values, sender: `${'x.'.repeat(500_000)}@a.example`, helo: 'y.'.repeat(500_000) };
    expect(text(bomb, long)).toHaveLength(MAX_EXPLANATION);
    expect((name(bomb, long).name ?? '').length).toBeLessThanOrEqual(253);
  });
});
