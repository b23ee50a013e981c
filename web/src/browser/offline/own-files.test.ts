import { expect, test } from 'vitest';
import { filesNamedIn, isOfBuild } from './own-files.ts';

const html =
  '<html lang="en" data-worker="/assets/w-1.js"><link rel="stylesheet" href="/assets/s-1.css">' +
  '<script type="module" src="/assets/site-1.js"></script><a href="/codes">Codes</a><link rel="icon" href="/icon.svg">';

test('the files that a page names', () =>
  expect(filesNamedIn(html)).toEqual(['/assets/w-1.js', '/assets/s-1.css', '/assets/site-1.js']));

test('a page belongs to a build that has all of them', () => {
  const build = ['/assets/w-1.js', '/assets/s-1.css', '/assets/site-1.js', '/assets/more-1.js'];
  expect(isOfBuild(html, new Set(build))).toBe(true);
  expect(isOfBuild(html, new Set(build.slice(1)))).toBe(false);
});
