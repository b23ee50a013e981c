import { describe, expect, test } from 'vitest';
import { routeOf } from './route.ts';

const origin = 'https://bounce.example.com';
const kept = new Set(['/assets/site-1.js', '/icon.svg']);
const route = (path: string, mode = 'navigate', method = 'GET'): string =>
  routeOf({ method, mode, url: new URL(path, origin).href }, origin, kept);

test.each([
  ['/', 'decoder'],
  ['/codes/5.4.1', 'page'],
  ['/providers/gmail/no-such-user', 'page'],
  ['/offline', 'page'],
])('somebody goes to %s: %s', (path, expected) => expect(route(path)).toBe(expected));

describe('what somebody looks for, and whether the service is well, is kept nowhere', () => {
  test.each([
    ['/search?q=secret', 'passing-page'],
    ['/search', 'passing-page'],
    ['/codes?filter=5.7', 'passing-page'],
    ['/?reply=x', 'passing-page'],
    ['/health', 'pass'],
  ])('%s: %s', (path, expected) => expect(route(path)).toBe(expected));
});

test.each([
  ['/assets/site-1.js', 'file'],
  ['/assets/site-0.js', 'file'],
  ['/icon.svg', 'file'],
  ['/card.png', 'pass'],
  ['/health', 'pass'],
  ['https://other.example/assets/site-1.js', 'pass'],
])('a page loads %s: %s', (path, expected) => expect(route(path, 'no-cors')).toBe(expected));

test.each(['/', '/codes', '/assets/site-1.js'])('what is posted to %s passes', (path) =>
  expect(route(path, 'navigate', 'POST')).toBe('pass'),
);
