import { expect, it } from 'vitest';
import { parseOrigin } from './parse-origin.ts';

it.each([
  ['https://bounce.example.net', 'https://bounce.example.net'],
  ['https://bounce.example.net/', 'https://bounce.example.net'],
  ['HTTP://Bounce.Example.Net:8080', 'http://bounce.example.net:8080'],
  ['http://[::1]:5541/', 'http://[::1]:5541'],
])('%s → %s', (url, origin) => {
  expect(parseOrigin(url)).toBe(origin);
});

it.each([
  'bounce.example.net',
  'ftp://bounce.example.net',
  'https://jo:secret@bounce.example.net',
  'https://bounce.example.net/mail',
  'https://bounce.example.net/?a',
  'javascript:alert(1)',
  '',
])('refuses %j and says what to write', (url) => {
  expect(() => parseOrigin(url)).toThrow(/--url .*Write it like https:\/\//);
});
