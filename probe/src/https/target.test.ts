import { describe, expect, it } from 'vitest';
import { readTarget } from './target.ts';

describe('where a request goes', () => {
  it.each([1, 22, 25, 80, 442, 444, 8443, 65_535])('port %i is not connected to', (port) => {
    expect(readTarget(`https://example.com:${port}/x`)).toMatch(`names port ${port}; only 443 is connected to`);
  });

  it.each(['https://example.com/x?y', 'https://example.com:443/x?y', 'https://EXAMPLE.com.:0443/x?y'])('%s', (url) => {
    expect(readTarget(url)).toEqual({ host: 'example.com', path: '/x?y' });
  });

  it.each(['\u001b[31m\u202e', 'https://a:b@example.com/\u001b\u202e', 'http://example.com/\u009b'])(
    'says why not without the control characters of a stranger',
    (url) => expect(readTarget(url)).toMatch(/^[^\p{Cc}\p{Cf}]+$/u),
  );
});
