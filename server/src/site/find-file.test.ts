import { describe, expect, it } from 'vitest';
import { findFile } from './find-file.ts';
import type { Site, SiteFile } from './site.ts';

const paths = ['/', '/codes', '/codes/X.4.1', '/codes/5.4.1', '/providers/gmail', '/providers/gmail/no-such-user'];
const file = (path: string): SiteFile => ({
  path,
  file: `/srv${path}`,
  type: 'text/html',
  isHashed: false,
  packed: [],
});
const site: Site = {
  files: new Map(paths.map((path) => [path, file(path)])),
  folded: new Map(paths.map((path) => [path.toLowerCase(), path])),
  moved: new Map([
    ['/providers/google', '/providers/gmail'],
    ['/providers/nowhere', '/providers/gone'],
    // the build writes where a page is now: a table that does not is not followed
    ['/providers/chained', '/providers/google'],
  ]),
  assets: { style: '', site: '', decoder: '', check: '/assets/check-1.js', worker: '' },
};
const find = (path: string) => findFile(site, path);

describe('findFile', () => {
  it.each(paths)('finds %s', (path) => {
    expect(find(path)).toEqual({ kind: 'file', file: file(path) });
  });

  it.each([
    ['/codes/', '/codes'],
    ['//', '/'],
    ['/codes/x.4.1', '/codes/X.4.1'],
    ['/Codes/5.4.1/', '/codes/5.4.1'],
    ['/codes/5.4.1.html', '/codes/5.4.1'],
    ['/providers/google', '/providers/gmail'],
    ['/providers/Google/', '/providers/gmail'],
  ])('%s stands at %s', (path, there) => {
    expect(find(path)).toEqual({ kind: 'elsewhere', path: there });
  });

  it.each([
    '//codes',
    '//evil.example/',
    '/codes//',
    '/codes/9.9.9',
    '/providers/nowhere',
    '/providers/chained',
    '/providers/unknown',
    '/__proto__',
    '/constructor',
    '/.',
    '',
  ])('nothing stands at %j', (path) => {
    expect(find(path)).toEqual({ kind: 'nothing' });
  });
});
