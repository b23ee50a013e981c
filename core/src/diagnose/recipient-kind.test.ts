import { describe, expect, test } from 'vitest';
import { recipientKind } from './recipient-kind.ts';

describe('what an address looks like', () => {
  test.each([
    'info@example.net',
    'Sales@example.net',
    'postmaster@example.net',
    'verkauf@example.net',
    'noreply@example.net',
  ])('%s is a role', (address) => expect(recipientKind(address)).toBe('role'));

  test.each([
    'all-staff@example.net',
    'project.team@example.net',
    'verteiler@example.net',
    'sales-all@example.net',
    'dl_north@example.net',
  ])('%s is a group', (address) => expect(recipientKind(address)).toBe('group'));

  test.each([
    'jane.roe@example.net',
    'j.roe@example.net',
    'jane_roe@example.net',
    'jane-roe@example.net',
    'JANE.ROE@EXAMPLE.NET',
  ])('%s is a person', (address) => expect(recipientKind(address)).toBe('person'));

  test.each([
    'jane@example.net',
    'jroe42@example.net',
    'x@example.net',
    '1234567@example.net',
    '',
    '@example.net',
    'ballistic@example.net',
  ])('of "%s" nothing can be said', (address) => expect(recipientKind(address)).toBeNull());

  test('an address without a domain is read as its local part', () => expect(recipientKind('info')).toBe('role'));

  test('the last @ divides', () => expect(recipientKind('"a@b"@example.net')).toBeNull());

  test('a word inside another makes no group', () =>
    expect(recipientKind('tallinn.office@example.net')).toBe('person'));

  test('what is longer than a local part may be is not looked at', () => {
    expect(recipientKind(`${'a'.repeat(64)}-all@example.net`)).toBeNull();
    const started = performance.now();
    recipientKind(`${'-all'.repeat(500_000)}@example.net`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
