import { expect, it } from 'vitest';
import { merged, moved, written } from './spf-publish.ts';

it('gives nothing where nothing changes, or where the record is longer than any that a person wrote', () => {
  expect(written('example.com', { existing: 'v=spf1 mx -all', add: [] })).toEqual({ publish: undefined, notes: '' });
  const long = `v=spf1 ${'ip4=192.0.2.1 '.repeat(400)}-all`;
  expect(written('example.com', { existing: long, add: [] }).publish).toBeUndefined();
  expect(merged('example.com', [long, long]).publish).toBeUndefined();
  expect(merged('example.com', ['v=spf1 a -all', 'v=spf1 mx -all']).publish).toBe(
    'example.com. IN TXT "v=spf1 a mx ~all"',
  );
});

it('gives nothing that would refuse everybody, or lose a sender that nobody can name', () => {
  const of = (existing: string, remove: string[] = []) => written('example.com', { existing, add: [], remove }).publish;
  expect(of('v=spf1 include:a.example -all', ['a.example'])).toBeUndefined();
  expect(of('v=spf1 -ip4:192.0.2.1 a -all', ['a'])).toBeUndefined();
  expect(of('v=spf1 a redirect=b.example', ['a'])).toBe('example.com. IN TXT "v=spf1 redirect=b.example"');
  expect(of('v=spf1 mx moo -all')).toBeUndefined();
  expect(merged('example.com', ['v=spf1 moo -all', 'v=spf1 mx -all']).publish).toBeUndefined();
  expect(moved('example.com', 'v=spf1 -all').publish).toBeUndefined();
  expect(moved('example.com', 'v=spf1 mx ~all').publish).toBe('example.com. IN TXT "v=spf1 mx ~all"');
});
