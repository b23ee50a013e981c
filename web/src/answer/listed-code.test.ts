import { listedCodes } from '@whybounce/core/encyclopedia';
import { enhancedCodes, replyCodes } from '@whybounce/knowledge/code';
import { expect, test } from 'vitest';
import { listedCode } from './listed-code.ts';

const listed = new Set(listedCodes());

test('every code that is led to has a page, and every page is led to', () => {
  const written = [...listed].filter((code) => /^[245]\.\d+\.\d+$|^\d{3}$/.test(code));
  expect(written.length).toBeGreaterThan(200);
  const lost = written.filter((code) => listedCode(code) !== code);
  // Nobody refuses with these: the registry alone has them.
  const registered = new Set([...enhancedCodes.map(({ code }) => code), ...replyCodes.map(({ code }) => String(code))]);
  expect(lost.filter((code) => !registered.has(code))).toEqual([]);
  for (const code of written) expect(listed.has(listedCode(code) ?? code)).toBe(true);
});

test.each([
  ['550', '550'],
  ['5.4.1', '5.4.1'],
  ['5.04.001', '5.4.1'],
  ['5.7.612', '5.7.606-649'],
])('%s leads to the page of %s', (code, page) => {
  expect(listedCode(code)).toBe(page);
  expect(listed.has(page)).toBe(true);
});

test.each(['', '5', '5.1', '999', '599', '5.999.999', '6.1.1', '5.1.1.1', '../x', 'X.4.1'])(
  '%s leads nowhere',
  (code) => {
    expect(listedCode(code)).toBeNull();
  },
);
