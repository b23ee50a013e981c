import { expect, it } from 'vitest';
import { decodedOctets } from './decoded-octets.ts';
import { visibleText } from './visible-text.ts';

const octets = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

it.each(['plain', 'm\u00fcller \u20ac', '\u{1f600} ok'])('reads %s that came octet by octet', (text) => {
  expect(decodedOctets(octets(text))).toBe(text);
});

it.each(['\u00ff\u00fe', 'caf\u00e9', 'f\u00fcr \u00c3', '\u20ac'])(
  'leaves %s, which is no UTF-8 in octets',
  (text) => {
    expect(decodedOctets(text)).toBe(text);
  },
);

it('hides nothing: what turns the direction of writing is written out when it came in octets', () => {
  expect(visibleText(decodedOctets(octets('220 \u202emoc \u001b[31m')))).toBe('220 \\u202emoc \\u001b[31m');
});
