import { describe, expect, it } from 'vitest';
import { MAX_URL_CHARACTERS } from '../limits.ts';
import { requestPath } from './request-path.ts';

const pathOf = (path: string) => requestPath(`http://127.0.0.1${path}`);

describe('requestPath', () => {
  it('decodes once', () => {
    expect(pathOf('/codes/5%2E4.1?q=1')).toEqual({ kind: 'path', path: '/codes/5.4.1' });
    expect(pathOf('/%2561')).toEqual({ kind: 'path', path: '/%61' });
    expect(pathOf('/%C3%A4')).toEqual({ kind: 'path', path: '/ä' });
  });

  it.each(['/..%2f..%2fetc/passwd', '/a%5c..%5cb', '/%00', '/a%0d%0aSet-Cookie:x', '/%ff', '/%', '/%e0%80%af'])(
    'refuses %s',
    (path) => {
      expect(pathOf(path)).toEqual({ kind: 'malformed' });
    },
  );

  it('refuses what is longer than any path', () => {
    expect(pathOf(`/${'a'.repeat(MAX_URL_CHARACTERS)}`)).toEqual({ kind: 'too-long' });
    expect(pathOf(`/?q=${'a'.repeat(MAX_URL_CHARACTERS)}`)).toEqual({ kind: 'too-long' });
  });
});
