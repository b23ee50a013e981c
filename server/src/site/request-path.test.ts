import { describe, expect, it } from 'vitest';
import { requestPath } from './request-path.ts';

const pathOf = (path: string) => requestPath(`http://127.0.0.1${path}`);

describe('requestPath', () => {
  it('decodes once', () => {
    expect(pathOf('/codes/5%2E4.1?q=1')).toBe('/codes/5.4.1');
    expect(pathOf('/%2561')).toBe('/%61');
    expect(pathOf('/%C3%A4')).toBe('/ä');
  });

  it.each(['/..%2f..%2fetc/passwd', '/a%5c..%5cb', '/%00', '/a%0d%0aSet-Cookie:x', '/%ff', '/%', '/%e0%80%af'])(
    'refuses %s',
    (path) => {
      expect(pathOf(path)).toBeNull();
    },
  );
});
