import { expect, test } from 'vitest';
import { findSystem } from './find-system.ts';
import { systemPage, systems } from './system-page.ts';

test.each([
  ['microsoft-365', 'microsoft-365'],
  ['Microsoft 365', 'microsoft-365'],
  ['Exchange Online', 'microsoft-365'],
  ['office365', 'microsoft-365'],
  ['Office 365', 'microsoft-365'],
  ['GMAIL', 'gmail'],
  ['google workspace', 'gmail'],
  ['hotmail', 'outlook-com'],
  ['gmail.com', 'gmail'],
  ['am0p190ca0026.eurp190.prod.outlook.com', 'microsoft-365'],
  ['example-net.mail.protection.outlook.com.', 'microsoft-365'],
  ['icloud.com', 'apple'],
])('"%s" is %s', (name, slug) => expect(findSystem(name)).toEqual({ slug, suggestions: [] }));

test.each([
  ['microsft-365', 'microsoft-365'],
  ['gmial', 'gmail'],
  ['mimecst', 'mimecast'],
  ['micros', 'microsoft-365'],
])('"%s" is nothing, and comes near %s', (name, slug) => {
  const found = findSystem(name);
  expect(found.slug).toBeNull();
  expect(found.suggestions).toContain(slug);
});

test.each(['', ' ', '!?', 'qqqqqqqq', 'constructor', 'x'.repeat(100_000)])(
  '"%.20s" is nothing, and nothing comes near',
  async (name) => {
    expect(findSystem(name)).toEqual({ slug: null, suggestions: [] });
    expect(await systemPage(name)).toBeNull();
  },
);

test('names of what every object has are no systems', () => {
  for (const name of ['__proto__', 'toString', 'valueOf']) expect(findSystem(name).slug).toBeNull();
});

test('every system is found by its slug and by its name, unless two are called so', () => {
  for (const { slug, name } of systems()) {
    expect(findSystem(slug).slug).toBe(slug);
    expect([slug, null]).toContain(findSystem(name).slug);
  }
});
