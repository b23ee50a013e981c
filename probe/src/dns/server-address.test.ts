import { describe, expect, it } from 'vitest';
import { formatServer, parseServer } from './server-address.ts';
import { systemResolvers } from './system-resolvers.ts';

describe('the address of a name server', () => {
  it.each([
    ['192.0.2.53', '192.0.2.53:53'],
    [' 192.0.2.53:5353 ', '192.0.2.53:5353'],
    ['2001:db8::53', '[2001:db8::53]:53'],
    ['[2001:db8::53]', '[2001:db8::53]:53'],
    ['[2001:db8::53]:5353', '[2001:db8::53]:5353'],
    ['::1', '[::1]:53'],
  ])('%s', (text, formatted) => {
    expect(formatServer(parseServer(text))).toBe(formatted);
    expect(parseServer(formatted)).toEqual(parseServer(text));
  });

  it.each([
    '',
    'dns.example.com',
    '192.0.2',
    '192.0.2.53:',
    '192.0.2.53:0',
    '192.0.2.53:65536',
    '[192.0.2.53]:53',
    '[::1',
    '192.0.2.53:53:53',
  ])('not %j', (text) =>
    expect(() => parseServer(text)).toThrow(`"${text}" is no address of a name server: write an IP address`),
  );
});

it('says what to do on a machine without a resolver', () => {
  expect(systemResolvers(['192.0.2.53'])).toEqual({ servers: ['192.0.2.53'], problem: null });
  expect(systemResolvers([]).problem).toMatch(/no DNS resolver configured: name one/);
});
