import { describe, expect, test } from 'vitest';
import { admitScript } from './trusted-script-url.ts';

test.each(['/assets/engine-worker-AB12CD.js', '/assets/chunk.v2.js', '/service-worker.js'])('%s is started', (path) =>
  expect(admitScript(path)).toBe(path),
);

describe('nothing else is', () => {
  test.each([
    '',
    '//evil.example/assets/a.js',
    'https://evil.example/assets/a.js',
    'https:/assets/a.js',
    'data:text/javascript,alert(1)',
    'blob:https://example.com/1',
    '/assets/../upload/a.js',
    '/assets/a/b.js',
    '/assets//evil.example/a.js',
    '/assets/a.js?to=evil',
    '/assets/a.js\n',
    '/assets/a.mjs',
    '/service-worker.js/x',
    '\\\\evil.example\\assets\\a.js',
  ])('"%s"', (path) => expect(() => admitScript(path)).toThrow('nothing was started'));
});
