import { expect, test } from 'vitest';
import { kinds } from '../kinds.ts';
import type { Stage } from '../stage.ts';

/** The headers that keep foreign text from running, and what is pasted in the page. */
export function policy(stage: Stage): void {
  const policyOf = (header: string | null): Map<string, string> =>
    new Map(
      (header ?? '').split(';').map(
        (part) =>
          part
            .trim()
            .split(/\s+(.*)/s)
            .slice(0, 2) as [string, string],
      ),
    );

  test.for(kinds)(
    '$name: opens no connection, runs the site’s own scripts alone, wants trusted types',
    async ({ path, status = 200 }) => {
      const response = await fetch(`${stage.origin}${path}`);
      expect(response.status).toBe(status);
      const rules = policyOf(response.headers.get('Content-Security-Policy'));
      expect(Object.fromEntries(rules)).toMatchObject({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'connect-src': "'none'",
        'object-src': "'none'",
        'base-uri': "'none'",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
        'require-trusted-types-for': "'script'",
        'trusted-types': 'whybounce',
      });
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      const html = await response.text();
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)(?![^>]*type="application\/ld\+json")|\sstyle=|\son[a-z]+=/i);
    },
  );

  test('the answer to a posted form has the same', async () => {
    const response = await fetch(stage.origin, {
      method: 'POST',
      body: new URLSearchParams({ text: '550 5.1.1 User unknown' }),
    });
    expect(response.headers.get('Content-Security-Policy')).toContain("connect-src 'none'");
    expect(response.headers.get('Content-Security-Policy')).toContain("require-trusted-types-for 'script'");
    expect(response.headers.get('Cache-Control')).toContain('no-store');
  });

  test('the service worker may ask its own site alone', async () => {
    const response = await fetch(`${stage.origin}/service-worker.js`);
    expect(policyOf(response.headers.get('Content-Security-Policy')).get('connect-src')).toBe("'self'");
  });
}
